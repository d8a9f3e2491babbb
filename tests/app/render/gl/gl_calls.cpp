#include "tests/app/render/gl/gl_calls.h"

#include <glad/gl.h>

#include <utility>

namespace convscope::testing {
namespace {

/// The functions as they were.
struct Functions {
  PFNGLDRAWARRAYSPROC draw_arrays = glad_glDrawArrays;
  PFNGLDRAWELEMENTSPROC draw_elements = glad_glDrawElements;
  PFNGLLINKPROGRAMPROC link_program = glad_glLinkProgram;
  PFNGLBUFFERDATAPROC buffer_data = glad_glBufferData;
  PFNGLBUFFERSUBDATAPROC buffer_sub_data = glad_glBufferSubData;
  PFNGLTEXIMAGE2DPROC tex_image = glad_glTexImage2D;
  PFNGLTEXSUBIMAGE2DPROC tex_sub_image = glad_glTexSubImage2D;
  PFNGLTEXSUBIMAGE3DPROC tex_layers = glad_glTexSubImage3D;
};
Functions own;
GlCalls calls;

std::size_t texel_bytes(GLenum format) { return format == GL_RED ? 1 : 4; }

std::size_t image_bytes(GLsizei width, GLsizei height, GLenum format, const void* texels) {
  return texels == nullptr ? 0
                           : static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * texel_bytes(format);
}

void GLAD_API_PTR draw_arrays(GLenum mode, GLint first, GLsizei count) {
  ++calls.draws;
  own.draw_arrays(mode, first, count);
}

void GLAD_API_PTR draw_elements(GLenum mode, GLsizei count, GLenum type, const void* indices) {
  ++calls.draws;
  own.draw_elements(mode, count, type, indices);
}

void GLAD_API_PTR link_program(GLuint program) {
  ++calls.programs;
  own.link_program(program);
}

void GLAD_API_PTR buffer_data(GLenum target, GLsizeiptr size, const void* data, GLenum usage) {
  calls.geometry += data == nullptr ? 0 : static_cast<std::size_t>(size);
  own.buffer_data(target, size, data, usage);
}

void GLAD_API_PTR buffer_sub_data(GLenum target, GLintptr offset, GLsizeiptr size, const void* data) {
  calls.geometry += static_cast<std::size_t>(size);
  own.buffer_sub_data(target, offset, size, data);
}

void GLAD_API_PTR tex_image(GLenum target, GLint level, GLint inner, GLsizei width, GLsizei height, GLint border,
                            GLenum format, GLenum type, const void* texels) {
  calls.texels += image_bytes(width, height, format, texels);
  own.tex_image(target, level, inner, width, height, border, format, type, texels);
}

void GLAD_API_PTR tex_sub_image(GLenum target, GLint level, GLint x, GLint y, GLsizei width, GLsizei height,
                                GLenum format, GLenum type, const void* texels) {
  calls.texels += image_bytes(width, height, format, texels);
  own.tex_sub_image(target, level, x, y, width, height, format, type, texels);
}

void GLAD_API_PTR tex_layers(GLenum target, GLint level, GLint x, GLint y, GLint layer, GLsizei width, GLsizei height,
                             GLsizei layers, GLenum format, GLenum type, const void* texels) {
  calls.texels += static_cast<std::size_t>(layers) * image_bytes(width, height, format, texels);
  own.tex_layers(target, level, x, y, layer, width, height, layers, format, type, texels);
}

void set(const Functions& functions) {
  glad_glDrawArrays = functions.draw_arrays;
  glad_glDrawElements = functions.draw_elements;
  glad_glLinkProgram = functions.link_program;
  glad_glBufferData = functions.buffer_data;
  glad_glBufferSubData = functions.buffer_sub_data;
  glad_glTexImage2D = functions.tex_image;
  glad_glTexSubImage2D = functions.tex_sub_image;
  glad_glTexSubImage3D = functions.tex_layers;
}

}  // namespace

GlCallCounter::GlCallCounter() {
  own = {};
  calls = {};
  set({draw_arrays, draw_elements, link_program, buffer_data, buffer_sub_data, tex_image, tex_sub_image, tex_layers});
}

GlCallCounter::~GlCallCounter() { set(own); }

GlCalls GlCallCounter::take() { return std::exchange(calls, {}); }

}  // namespace convscope::testing
