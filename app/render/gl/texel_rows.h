#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "app/render/gl/texel_scale.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// The mean of texels.
class TexelSum {
 public:
  /// Of `texels` texels.
  void add(WideTexel sum, std::int64_t texels) {
    for (std::size_t byte = 0; byte < bytes_.size(); ++byte) {
      bytes_[byte] += sum >> (16U * byte) & 0xffffU;
    }
    count_ += static_cast<std::uint64_t>(texels);
  }
  /// Transparent of none.
  [[nodiscard]] Texel mean() const {
    Texel texel = 0;
    for (std::size_t byte = 0; byte < bytes_.size() && count_ > 0; ++byte) {
      texel |= static_cast<Texel>((bytes_[byte] + count_ / 2) / count_) << (8U * byte);
    }
    return texel;
  }

 private:
  std::array<std::uint64_t, 4> bytes_{};
  std::uint64_t count_ = 0;
};

/// The values of a plane's cells, in rows of texels: part of a row, from the `first` column on, is read, or added to
/// sums.
class ValueRows {
 public:
  ValueRows(const Plane& plane, const ValueFill& fill);

  void read(std::int64_t row, std::int64_t first, std::span<Texel> texels) const;
  void add(std::int64_t row, std::int64_t first, std::span<WideTexel> sums) const;

 private:
  [[nodiscard]] std::span<const float> line(std::int64_t row, std::int64_t first, std::size_t count) const;

  std::int64_t width_;
  std::span<const float> values_;
  TexelScale scale_;
};

/// Rows of single swatches, or of cells in the mean of theirs.
class SwatchRows {
 public:
  SwatchRows(const Plane& plane, const SwatchFill& fill, const Size& parts);

  void read(std::int64_t row, std::int64_t first, std::span<Texel> texels);
  void add(std::int64_t row, std::int64_t first, std::span<WideTexel> sums);

 private:
  [[nodiscard]] Texel at(std::int64_t row, std::int64_t column);
  [[nodiscard]] Texel swatch(std::uint64_t rows, std::uint64_t columns, const Size& cell) const;
  [[nodiscard]] Texel mean(std::uint64_t rows, std::uint64_t columns);

  const LayerReads* reads_;
  Size kernel_;
  Size parts_;
  TexelScale scale_;
  /// Most cells are read by one of few sets of weights.
  std::map<std::pair<std::uint64_t, std::uint64_t>, Texel> means_;
};

}  // namespace convscope::gl
