#include "app/render/gl/texel_layers.h"

#include <algorithm>
#include <utility>

namespace convscope::gl {
namespace {

/// Of one array: memory that may lie idle, and layers that every OpenGL has.
constexpr std::int64_t max_texels = std::int64_t{1} << 21;
constexpr std::int64_t max_layers = 64;
/// Small pictures of several tensors share an array, too.
constexpr std::int64_t small_texels = 4096;
constexpr std::int64_t layers_of_small = 8;

}  // namespace

TexelArray::TexelArray(const Size& texels, std::int64_t layers)
    : size(texels), used(static_cast<std::size_t>(layers), false) {
  glBindTexture(GL_TEXTURE_2D_ARRAY, texture.id());
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAX_LEVEL, 0);
  glTexImage3D(GL_TEXTURE_2D_ARRAY, 0, GL_RGBA8, static_cast<GLsizei>(size.width), static_cast<GLsizei>(size.height),
               static_cast<GLsizei>(layers), 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
}

TexelLayer::TexelLayer(std::shared_ptr<TexelArray> array, std::size_t layer) : array_(std::move(array)), layer_(layer) {
  array_->used[layer_] = true;
}

TexelLayer& TexelLayer::operator=(TexelLayer&& other) noexcept {
  release();
  array_ = std::move(other.array_);
  layer_ = other.layer_;
  return *this;
}

TexelLayer::~TexelLayer() { release(); }

void TexelLayer::release() {
  if (array_) {
    array_->used[layer_] = false;
    array_.reset();
  }
}

void TexelLayer::upload(std::int64_t first_row, std::int64_t rows, const std::uint32_t* texels) const {
  ++array_->uploads;
  glBindTexture(GL_TEXTURE_2D_ARRAY, array_->texture.id());
  glTexSubImage3D(GL_TEXTURE_2D_ARRAY, 0, 0, static_cast<GLint>(first_row), static_cast<GLint>(layer_),
                  static_cast<GLsizei>(array_->size.width), static_cast<GLsizei>(rows), 1, GL_RGBA, GL_UNSIGNED_BYTE,
                  texels);
}

TexelLayer TexelLayers::take(const Size& size, std::int64_t wanted) {
  std::erase_if(arrays_, [](const std::weak_ptr<TexelArray>& array) { return array.expired(); });
  for (const std::weak_ptr<TexelArray>& kept : arrays_) {
    const std::shared_ptr<TexelArray> array = kept.lock();
    const auto free = std::ranges::find(array->used, false);
    if (array->size == size && free != array->used.end()) {
      return {array, static_cast<std::size_t>(free - array->used.begin())};
    }
  }
  const std::int64_t texels = size.height * size.width;
  const std::int64_t least = texels <= small_texels ? layers_of_small : 1;
  const std::int64_t most = std::clamp<std::int64_t>(max_texels / texels, 1, max_layers);
  auto array = std::make_shared<TexelArray>(size, std::clamp<std::int64_t>(wanted, least, most));
  arrays_.push_back(array);
  return {std::move(array), 0};
}

}  // namespace convscope::gl
