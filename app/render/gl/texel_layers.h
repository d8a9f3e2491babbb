#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/render/gl/handles.h"
#include "app/render/gl/texel_range.h"
#include "engine/layer.h"

namespace convscope::gl {

/// An array texture whose layers are the pictures of planes: those of one size share one, so that they can be drawn
/// together.
struct TexelArray {
  TexelArray(const Size& texels, std::int64_t layers);

  Texture texture;
  Size size;
  std::vector<bool> used;  ///< Its layers.
  bool smooth = false;     ///< Linear filtering.
  std::uint64_t uploads = 0;
};

/// One layer, free again with the last that holds it.
class TexelLayer {
 public:
  TexelLayer() = default;
  TexelLayer(std::shared_ptr<TexelArray> array, std::size_t layer);
  TexelLayer(TexelLayer&&) noexcept = default;
  TexelLayer& operator=(TexelLayer&& other) noexcept;
  ~TexelLayer();

  [[nodiscard]] bool has_size(const Size& size) const { return array_ != nullptr && array_->size == size; }
  [[nodiscard]] TexelArray* array() const { return array_.get(); }
  [[nodiscard]] std::size_t number() const { return layer_; }
  /// Hands over whole rows of texels. Whoever draws from the layer has to have done so.
  void upload(std::int64_t first_row, std::int64_t rows, const std::uint32_t* texels) const;

 private:
  void release();

  std::shared_ptr<TexelArray> array_;
  std::size_t layer_ = 0;
};

/// Where layers come from.
class TexelLayers {
 public:
  /// `wanted`: how many of the size will be wanted, all in all.
  [[nodiscard]] TexelLayer take(const Size& size, std::int64_t wanted);

 private:
  std::vector<std::weak_ptr<TexelArray>> arrays_;
};

}  // namespace convscope::gl
