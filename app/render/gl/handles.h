#pragma once

#include <glad/gl.h>

#include <utility>

namespace convscope::gl {

/// Owns one OpenGL object. Made and destroyed while the context that it belongs to is current.
template <typename Kind>
class Handle {
 public:
  Handle() : id_(Kind::make()) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  ~Handle() {
    if (id_ != 0) {
      Kind::destroy(id_);
    }
  }
  [[nodiscard]] GLuint id() const { return id_; }

 private:
  GLuint id_;
};

struct BufferKind {
  static GLuint make() {
    GLuint id = 0;
    glGenBuffers(1, &id);
    return id;
  }
  static void destroy(GLuint id) { glDeleteBuffers(1, &id); }
};
struct VertexArrayKind {
  static GLuint make() {
    GLuint id = 0;
    glGenVertexArrays(1, &id);
    return id;
  }
  static void destroy(GLuint id) { glDeleteVertexArrays(1, &id); }
};
struct TextureKind {
  static GLuint make() {
    GLuint id = 0;
    glGenTextures(1, &id);
    return id;
  }
  static void destroy(GLuint id) { glDeleteTextures(1, &id); }
};
struct FramebufferKind {
  static GLuint make() {
    GLuint id = 0;
    glGenFramebuffers(1, &id);
    return id;
  }
  static void destroy(GLuint id) { glDeleteFramebuffers(1, &id); }
};
struct ProgramKind {
  static GLuint make() { return glCreateProgram(); }
  static void destroy(GLuint id) { glDeleteProgram(id); }
};
struct VertexShaderKind {
  static GLuint make() { return glCreateShader(GL_VERTEX_SHADER); }
  static void destroy(GLuint id) { glDeleteShader(id); }
};
struct FragmentShaderKind {
  static GLuint make() { return glCreateShader(GL_FRAGMENT_SHADER); }
  static void destroy(GLuint id) { glDeleteShader(id); }
};

using Buffer = Handle<BufferKind>;
using VertexArray = Handle<VertexArrayKind>;
using Texture = Handle<TextureKind>;
using Framebuffer = Handle<FramebufferKind>;
using Program = Handle<ProgramKind>;
using VertexShader = Handle<VertexShaderKind>;
using FragmentShader = Handle<FragmentShaderKind>;

}  // namespace convscope::gl
