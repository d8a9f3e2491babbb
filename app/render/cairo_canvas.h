#pragma once

#include <cairo.h>

#include "app/render/style.h"
#include "app/render/visible_cells.h"
#include "app/scene/scene.h"

namespace convscope {

/// A plane to draw on: paths in its cells (x along columns, y along rows), led onto the picture, and paint with its
/// opacity. Refers to the scene and the plane.
class PlaneCanvas {
 public:
  PlaneCanvas(cairo_t* context, const Scene& scene, const Plane& plane);

  [[nodiscard]] cairo_t* context() const { return context_; }
  [[nodiscard]] const Scene& scene() const { return scene_; }
  [[nodiscard]] const Plane& plane() const { return plane_; }
  [[nodiscard]] const style::CellAxes& axes() const { return axes_; }
  /// The plane's lines, in pixels of the picture.
  [[nodiscard]] float line_width() const { return line_width_; }
  /// What needs drawing: the picture's cells and some around them, so that no line that begins or ends there is seen
  /// to.
  [[nodiscard]] const CellRange& range() const { return range_; }
  /// Else of shapes: a PDF or an SVG.
  [[nodiscard]] bool of_pixels() const;

  void move_to(float column, float row) const;
  void line_to(float column, float row) const;
  /// Adds a closed rectangle to the path.
  void rectangle(const CellRect& rect) const;
  /// Adds a lattice's cells to the path. Those that touch are joined: fewer shapes, the same area. Each shape is
  /// smaller by `inset` cells on each side. Of what is not cut out, only what lies on the plane or its padding.
  void cells_of(const CellLattice& lattice, Vec2 inset = {}) const;

  /// Fill or stroke the path and begin a new one.
  void fill(const Color& color) const;
  void stroke(const Color& color, float width) const;
  /// For what is likely to be the same in the next picture.
  void stroke_still(const Color& color, float width) const;
  /// From now on nothing is drawn inside the path, whose shapes do not overlap; cairo_restore ends it.
  void clip_out() const;

 private:
  void set_paint(const Color& color) const;
  void set_pen(const Color& color, float width) const;

  cairo_t* context_;
  const Scene& scene_;
  const Plane& plane_;
  style::CellAxes axes_;
  float line_width_;
  CellRange range_;
};

/// A whole number of cells, for positions.
inline float at_cell(std::int64_t cells) { return static_cast<float>(cells); }

}  // namespace convscope
