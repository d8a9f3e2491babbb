#include "app/render/gl/quad_batch.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <numeric>

#include "engine/check.h"

namespace convscope::gl {
namespace {

constexpr std::size_t corners = 4;
constexpr std::size_t indices = 6;
constexpr std::size_t least_room = 64;

}  // namespace

QuadBatch::QuadBatch(std::initializer_list<int> floats)
    : record_size_(static_cast<std::size_t>(std::accumulate(floats.begin(), floats.end(), 0)) * sizeof(float)) {
  glBindVertexArray(vertices_.id());
  glBindBuffer(GL_ARRAY_BUFFER, records_.id());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.id());
  GLuint attribute = 0;
  std::uintptr_t offset = 0;
  for (const int count : floats) {
    glEnableVertexAttribArray(attribute);
    glVertexAttribPointer(attribute, count, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(record_size_),
                          reinterpret_cast<const void*>(offset));  // NOLINT(performance-no-int-to-ptr): OpenGL's way
    offset += static_cast<std::uintptr_t>(count) * sizeof(float);
    ++attribute;
  }
}

void QuadBatch::draw(std::span<const std::byte> records) {
  set(records);
  draw();
}

void QuadBatch::set(std::span<const std::byte> records) {
  CHECK_EQ(records.size() % record_size_, 0U);
  count_ = records.size() / record_size_;
  corners_.resize(corners * records.size());
  std::byte* to = corners_.data();
  for (std::size_t quad = 0; quad < count_; ++quad) {
    for (std::size_t corner = 0; corner < corners; ++corner, to += record_size_) {
      std::memcpy(to, records.data() + quad * record_size_, record_size_);
    }
  }
  glBindBuffer(GL_ARRAY_BUFFER, records_.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(corners_.size()), corners_.data(), GL_STREAM_DRAW);
  make_room(count_);
}

void QuadBatch::make_room(std::size_t quads) {
  if (quads <= room_) {
    return;
  }
  room_ = std::bit_ceil(std::max(quads, least_room));
  std::vector<std::uint32_t> triangles;
  triangles.reserve(indices * room_);
  for (std::uint32_t first = 0; first < corners * room_; first += corners) {
    triangles.insert(triangles.end(), {first, first + 1, first + 2, first + 2, first + 1, first + 3});
  }
  glBindVertexArray(vertices_.id());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(triangles.size() * sizeof(std::uint32_t)),
               triangles.data(), GL_STATIC_DRAW);
}

void QuadBatch::draw() const {
  glBindVertexArray(vertices_.id());
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(indices * count_), GL_UNSIGNED_INT, nullptr);
}

}  // namespace convscope::gl
