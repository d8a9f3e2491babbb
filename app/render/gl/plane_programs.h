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

/// The programs that draw parts of planes, one for each set of features, built when it is first needed.
class PlanePrograms {
 public:
  static Result<PlanePrograms> create();

  [[nodiscard]] const Program& of(PlaneFeatures features);

 private:
  explicit PlanePrograms(Program plain);

  std::map<PlaneFeatures, Program> programs_;
};

}  // namespace convscope::gl
