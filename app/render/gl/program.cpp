#include "app/render/gl/program.h"

#include <optional>
#include <string>
#include <utility>

#include "app/text/graphics_errors.h"

namespace convscope::gl {
namespace {

std::string shader_log(GLuint shader) {
  GLint length = 0;
  glGetShaderiv(shader, GL_INFO_LOG_LENGTH, &length);
  std::string log(static_cast<std::size_t>(length), '\0');
  glGetShaderInfoLog(shader, length, &length, log.data());
  log.resize(static_cast<std::size_t>(length));
  return log;
}

std::string program_log(GLuint program) {
  GLint length = 0;
  glGetProgramiv(program, GL_INFO_LOG_LENGTH, &length);
  std::string log(static_cast<std::size_t>(length), '\0');
  glGetProgramInfoLog(program, length, &length, log.data());
  log.resize(static_cast<std::size_t>(length));
  return log;
}

std::optional<Error> compile(GLuint shader, const ShaderSource& source) {
  std::string text = "#version 330 core\n";
  for (const std::string_view part : source.parts) {
    text += part;
  }
  const GLchar* const begin = text.c_str();
  glShaderSource(shader, 1, &begin, nullptr);
  glCompileShader(shader);
  GLint compiled = GL_FALSE;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
  if (compiled == GL_TRUE) {
    return std::nullopt;
  }
  return text::shader_does_not_compile(source.name, text, shader_log(shader));
}

}  // namespace

Result<Program> build_program(const ShaderSource& vertex, const ShaderSource& fragment) {
  const VertexShader vertex_shader;
  const FragmentShader fragment_shader;
  if (auto error = compile(vertex_shader.id(), vertex)) {
    return *std::move(error);
  }
  if (auto error = compile(fragment_shader.id(), fragment)) {
    return *std::move(error);
  }
  Program program;
  glAttachShader(program.id(), vertex_shader.id());
  glAttachShader(program.id(), fragment_shader.id());
  glLinkProgram(program.id());
  glDetachShader(program.id(), vertex_shader.id());
  glDetachShader(program.id(), fragment_shader.id());
  GLint linked = GL_FALSE;
  glGetProgramiv(program.id(), GL_LINK_STATUS, &linked);
  if (linked != GL_TRUE) {
    return text::shaders_do_not_link(vertex.name, fragment.name, program_log(program.id()));
  }
  return program;
}

}  // namespace convscope::gl
