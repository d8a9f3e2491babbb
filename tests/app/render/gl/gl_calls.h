#pragma once

#include <cstddef>

namespace convscope::testing {

/// What OpenGL has been asked for while a GlCallCounter lives.
struct GlCalls {
  std::size_t draws = 0;
  std::size_t programs = 0;  ///< Linked.
  std::size_t texels = 0;    ///< Bytes of textures handed over.
  std::size_t geometry = 0;  ///< Bytes of vertices, indices and uniform blocks.

  [[nodiscard]] std::size_t uploaded() const { return texels + geometry; }
};

/// Counts what goes through the functions of glad. One at a time, with a context current.
class GlCallCounter {
 public:
  GlCallCounter();
  GlCallCounter(const GlCallCounter&) = delete;
  GlCallCounter& operator=(const GlCallCounter&) = delete;
  ~GlCallCounter();

  /// Since the last call, or since it was made.
  [[nodiscard]] GlCalls take();
};

}  // namespace convscope::testing
