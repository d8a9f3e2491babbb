#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <vector>

#include "app/render/gl/handles.h"

namespace convscope::gl {

/// Draws one four-cornered strip for each record of floats, all by one call. The vertex shader finds the corner in the
/// two lowest bits of gl_VertexID and the record in its attributes 0, 1, …. Each corner has a copy of its record:
/// software OpenGL takes longer to begin an instance than to shade four vertices.
class QuadBatch {
 public:
  /// How many floats each attribute of a record has, in their order in memory.
  explicit QuadBatch(std::initializer_list<int> floats);

  void draw(std::span<const std::byte> records);

  /// The two halves of it: what is set stays.
  void set(std::span<const std::byte> records);
  void draw() const;

 private:
  void make_room(std::size_t quads);

  std::size_t record_size_ = 0;
  std::size_t count_ = 0;
  std::size_t room_ = 0;  ///< Quads that `indices_` has triangles for.
  std::vector<std::byte> corners_;
  VertexArray vertices_;
  Buffer records_;
  Buffer indices_;
};

}  // namespace convscope::gl
