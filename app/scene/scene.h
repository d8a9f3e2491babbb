#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/scene/color.h"
#include "app/scene/geometry.h"
#include "engine/size.h"
#include "engine/tensor.h"

namespace convscope {

/// The values behind a plane: one channel of one batch element of a tensor that the scene keeps alive. `same` tensors
/// are recognized by their pointer, so a renderer uploads values only when they change.
struct ChannelValues {
  std::shared_ptr<const Tensor> tensor;
  std::int64_t batch = 0;
  std::int64_t channel = 0;
  bool operator==(const ChannelValues&) const = default;
};

/// Single cells of a plane taken at regular distances: the taps of a dilated window, or one output cell. Positions are
/// in cells relative to the plane's cell (0, 0); between two steps they are fractions.
struct CellLattice {
  float row = 0;
  float column = 0;
  std::int64_t rows = 1;
  std::int64_t columns = 1;
  float row_spacing = 1;
  float column_spacing = 1;
  Color overlay;  ///< Drawn over the cells' fill, under grid lines and numbers.
  /// Values written small in the lower right corner of each lattice cell: the weights over the taken cells.
  std::optional<ChannelValues> corner_values;
  Color corner_color;
  bool operator==(const CellLattice&) const = default;
};

/// An outline over a plane, in cells relative to its cell (0, 0).
struct CellFrame {
  float row = 0;
  float column = 0;
  float rows = 1;
  float columns = 1;
  Color color;
  float width = 2;  ///< Pixels at scale 1.
  bool operator==(const CellFrame&) const = default;
};

/// Rows and columns of padding around a plane: dashed outlines, each with the value that padding holds.
struct PaddingBorder {
  Sides cells{};
  Color line;
  Color number_color;
  bool numbers = false;
  bool operator==(const PaddingBorder&) const = default;
};

/// One channel of a tensor as a grid. A parallelogram in space; everything on it is positioned in cells.
/// Drawn in this order: fill, lattice overlay, grid lines, padding border, numbers, frame.
struct Plane {
  std::string name;  ///< "input 0", "kernel 1,0", "output 1": role and channel; unique in a scene.
  Vec3 origin{};     ///< The outer corner of cell (0, 0).
  Vec3 column_step{1, 0, 0};
  Vec3 row_step{0, 1, 0};
  std::int64_t rows = 1;
  std::int64_t columns = 1;
  Color fill;
  /// Row-major, cells from this one on are not computed yet: they have the fill `pending_fill` and no number.
  std::int64_t filled = 0;
  Color pending_fill;
  Color line;
  float line_width = 1.5F;  ///< Pixels at scale 1.
  bool numbers = false;     ///< Whether cells show their values where they are large enough (see numbers.h).
  Color number_color;
  ChannelValues values;
  PaddingBorder border;
  std::optional<CellLattice> lattice;
  Color lattice_number_color;  ///< Of the numbers in cells under the lattice.
  std::optional<CellFrame> frame;
  bool operator==(const Plane&) const = default;
};

/// A straight line between two points.
struct Line {
  Vec3 from{};
  Vec3 to{};
  Color color;
  float width = 1;  ///< Pixels at scale 1.
  bool operator==(const Line&) const = default;
};

enum class FontFace { regular, bold };

/// One line of text, upright on the picture.
struct Label {
  std::string text;  ///< UTF-8
  Vec3 position{};
  Vec2 offset{};  ///< Pixels at scale 1, added after projection.
  float anchor_x =
      0;            ///< 0: the text starts at the position, 0.5: centred, 1: it ends there. Vertically: the base line.
  float size = 15;  ///< Pixels at scale 1.
  FontFace face = FontFace::regular;
  Color color;
  bool operator==(const Label&) const = default;
};

using SceneItem = std::variant<Plane, Line, Label>;

/// All that a picture shows, in painter's order, and how it is looked at. A value: equal scenes give equal pictures.
struct Scene {
  Camera camera;
  Vec2 size{};              ///< Pixels of the picture, width and height.
  float content_scale = 1;  ///< Pixels of the picture per "pixel at scale 1".
  Color background;         ///< alpha 0: none
  std::vector<SceneItem> items;
  bool operator==(const Scene&) const = default;
};

}  // namespace convscope
