#pragma once

#include <map>

#include "app/render/gl/handles.h"
#include "app/render/gl/plane_features.h"
#include "app/text/result.h"

namespace convscope::gl {

/// Where the shaders of shaders/plane.* find their blocks and textures.
inline constexpr GLuint plane_binding = 0;
inline constexpr GLuint lattice_binding = 1;
inline constexpr GLint cells_unit = 0;
inline constexpr GLint unread_unit = 1;
inline constexpr GLint lattice_colors_unit = 2;
inline constexpr GLint kept_unit = 3;

/// The programs that draw parts of planes, one for each set of features. Each takes tens of milliseconds to build on
/// software OpenGL, which compiles its parts anew at every start: general ones draw the first pixels of most kinds, and
/// a kind gets its own once it has drawn as many as its building is worth; in a frame that has built one, of many more.
class PlanePrograms {
 public:
  /// `patience`: as for GlRenderer::create.
  static Result<PlanePrograms> create(double patience);

  /// Call once before a frame.
  void begin_frame() { built_ = 0; }

  /// One for exactly these features.
  [[nodiscard]] const Program& of(PlaneFeatures features);
  /// One that draws about `pixels` of parts with these features as the other would, and maybe slower.
  [[nodiscard]] const Program& for_pixels(PlaneFeatures features, double pixels);

 private:
  PlanePrograms(Program general, double patience);

  double patience_;
  double built_ = 0;                       ///< In this frame, besides those that nothing could stand in for.
  std::map<PlaneFeatures, double> drawn_;  ///< Pixels of each kind by a general program.
  std::map<PlaneFeatures, Program> programs_;
};

}  // namespace convscope::gl
