#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "app/render/gl/handles.h"
#include "app/text/result.h"
#include "engine/check.h"

namespace convscope::gl {

/// A shader of "#version 330 core": the file that names it, behind the files that it builds on.
struct ShaderSource {
  std::string_view name;
  std::vector<std::string_view> parts;
};

/// Compiles and links. A shader that does not compile gives an Error with its name, its numbered source and the
/// driver's log.
Result<Program> build_program(const ShaderSource& vertex, const ShaderSource& fragment);

/// What few pictures need is built when the first one does, so that not every start waits for it. By then the driver
/// has built other programs of ours: if it fails now, that is a bug.
template <typename T>
[[nodiscard]] T built_late(Result<T> result) {
  CHECK_EQ(result.ok() ? "" : result.error().what.english(), "");
  return std::move(result).value();
}

}  // namespace convscope::gl
