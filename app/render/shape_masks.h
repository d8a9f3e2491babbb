#pragma once

#include <cairo.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace convscope {

/// Which pixels the shapes cover that were drawn last. Grids and numbers stay where they are from picture to picture,
/// and finding out what their lines, dashes and letters cover is most of a picture's work. Belongs to one thread at a
/// time.
class ShapeMasks {
 public:
  enum class Kind { stroke, fill };

  /// Shapes of the picture that comes now are remembered; of those before, what it does not draw is forgotten.
  void begin_picture();

  /// Strokes or fills the context's path and begins a new one. The same pixels as Cairo's own, whether the shape is
  /// known or not; what is not of an opaque colour, on a surface of pixels without a clip, is left to Cairo.
  void draw(cairo_t* context, Kind kind);

 private:
  /// A pixel that is covered, wholly or in part.
  struct Covered {
    std::uint32_t offset = 0;  ///< In pixels of the surface, row-major.
    std::uint8_t share = 0;    ///< In 255ths.
  };
  struct Mask {
    std::size_t hash = 0;     ///< Of the key.
    std::vector<double> key;  ///< All that the pixels depend on.
    std::vector<Covered> pixels;
    bool used = true;  ///< By this picture.
  };

  static std::vector<double> key_of(cairo_t* context, const cairo_path_t& path, Kind kind);
  static std::vector<Covered> cover(cairo_t* context, const cairo_path_t& path, Kind kind);
  static void paint(cairo_t* context, const std::vector<Covered>& pixels);
  const std::vector<Covered>& covered_by(cairo_t* context, Kind kind);

  std::vector<Mask> masks_;
  Mask last_;  ///< One that there was no room for.
};

/// From now on draw_still uses these masks on this surface. They outlive it.
void use_shape_masks(cairo_surface_t* surface, ShapeMasks& masks);

/// Strokes or fills the path, which is likely to be the same in the next picture: through the surface's masks, where it
/// has some.
void draw_still(cairo_t* context, ShapeMasks::Kind kind);

}  // namespace convscope
