#pragma once

#include <cstdint>
#include <memory>

#include "app/render/image.h"

namespace convscope {

/// A picture on the graphics card, for panels to show. Made, changed and destroyed while its context is current.
class PictureTexture {
 public:
  PictureTexture();
  PictureTexture(PictureTexture&&) noexcept;
  PictureTexture& operator=(PictureTexture&&) noexcept;
  ~PictureTexture();

  void set(const Image& image);
  /// OpenGL's name of it.
  [[nodiscard]] std::uint32_t id() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace convscope
