#pragma once

#include <string_view>
#include <vector>

#include "app/render/gl/handles.h"
#include "app/text/result.h"

namespace convscope::gl {

/// A shader of "#version 330 core": the file that names it, behind the files that it builds on.
struct ShaderSource {
  std::string_view name;
  std::vector<std::string_view> parts;
};

/// Compiles and links. A shader that does not compile gives an Error with its name, its numbered source and the
/// driver's log.
Result<Program> build_program(const ShaderSource& vertex, const ShaderSource& fragment);

}  // namespace convscope::gl
