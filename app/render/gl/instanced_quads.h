#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>

#include "app/render/gl/handles.h"

namespace convscope::gl {

/// Draws one four-cornered strip for each record of floats, all by one call. The vertex shader finds the corner in
/// gl_VertexID and the record in its attributes 0, 1, ….
class InstancedQuads {
 public:
  /// How many floats each attribute of a record has, in their order in memory.
  explicit InstancedQuads(std::initializer_list<int> floats);

  void draw(std::span<const std::byte> records) const;

 private:
  std::size_t record_size_ = 0;
  VertexArray vertices_;
  Buffer records_;
};

}  // namespace convscope::gl
