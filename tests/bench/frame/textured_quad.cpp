#include "tests/bench/frame/textured_quad.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "app/render/gl/program.h"

namespace convscope::bench {
namespace {

constexpr const char* vertex_shader = R"(
out vec2 at;
void main() {
  at = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  gl_Position = vec4(2.0 * at - 1.0, 0.0, 1.0);
}
)";

constexpr const char* fragment_shader = R"(
in vec2 at;
uniform sampler2D picture;
out vec4 color;
void main() { color = texture(picture, at); }
)";

std::vector<std::uint8_t> noise(int width, int height) {
  std::vector<std::uint8_t> bytes(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  std::uint32_t state = 1;
  for (std::uint8_t& byte : bytes) {
    state = state * 1664525U + 1013904223U;
    byte = static_cast<std::uint8_t>(state >> 24U);
  }
  return bytes;
}

}  // namespace

TexturedQuad::TexturedQuad(int width, int height, GLint filter)
    : width_(width),
      height_(height),
      program_(gl::build_program({"quad.vert", {vertex_shader}}, {"quad.frag", {fragment_shader}}).value()) {
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, noise(width, height).data());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
}

void TexturedQuad::draw() const {
  glViewport(0, 0, width_, height_);
  glDisable(GL_BLEND);
  glDisable(GL_SCISSOR_TEST);
  glUseProgram(program_.id());
  glBindVertexArray(no_vertices_.id());
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace convscope::bench
