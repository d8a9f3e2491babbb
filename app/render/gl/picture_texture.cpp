#include "app/render/gl/picture_texture.h"

#include "app/render/gl/handles.h"

namespace convscope {

struct PictureTexture::State {
  gl::Texture texture;
};

PictureTexture::PictureTexture() : state_(std::make_unique<State>()) {}
PictureTexture::PictureTexture(PictureTexture&&) noexcept = default;
PictureTexture& PictureTexture::operator=(PictureTexture&&) noexcept = default;
PictureTexture::~PictureTexture() = default;

void PictureTexture::set(const Image& image) {
  glBindTexture(GL_TEXTURE_2D, id());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  // Pixels 0xAARRGGBB, whatever the machine's order of bytes.
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width, image.height, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV,
               image.pixels.data());
}

std::uint32_t PictureTexture::id() const { return state_->texture.id(); }

}  // namespace convscope
