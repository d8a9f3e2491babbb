#include "app/render/gl/instanced_quads.h"

#include <cstdint>
#include <numeric>

#include "engine/check.h"

namespace convscope::gl {

InstancedQuads::InstancedQuads(std::initializer_list<int> floats)
    : record_size_(static_cast<std::size_t>(std::accumulate(floats.begin(), floats.end(), 0)) * sizeof(float)) {
  glBindVertexArray(vertices_.id());
  glBindBuffer(GL_ARRAY_BUFFER, records_.id());
  GLuint attribute = 0;
  std::uintptr_t offset = 0;
  for (const int count : floats) {
    glEnableVertexAttribArray(attribute);
    glVertexAttribPointer(attribute, count, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(record_size_),
                          reinterpret_cast<const void*>(offset));  // NOLINT(performance-no-int-to-ptr): OpenGL's way
    glVertexAttribDivisor(attribute, 1);
    offset += static_cast<std::uintptr_t>(count) * sizeof(float);
    ++attribute;
  }
}

void InstancedQuads::draw(std::span<const std::byte> records) const {
  CHECK_EQ(records.size() % record_size_, 0U);
  glBindVertexArray(vertices_.id());
  glBindBuffer(GL_ARRAY_BUFFER, records_.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(records.size()), records.data(), GL_STREAM_DRAW);
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(records.size() / record_size_));
}

}  // namespace convscope::gl
