#include "app/render/cell_pixels.h"

#include <algorithm>
#include <cmath>

#include "app/render/style.h"
#include "engine/check.h"

namespace convscope {
namespace {

Pixel premultiplied(const Color& color, float opacity) {
  const float alpha = color.alpha * opacity;
  const auto channel = [](float value, unsigned shift) {
    return static_cast<Pixel>(std::lround(255 * value)) << shift;
  };
  return channel(alpha, 24) | channel(alpha * color.red, 16) | channel(alpha * color.green, 8) |
         channel(alpha * color.blue, 0);
}

}  // namespace

PixelScale::PixelScale(const ColorScale& scale, float opacity) : scale_(scale) {
  std::ranges::transform(color_table(scale.map), table_.begin(),
                         [&](const Color& color) { return premultiplied(color, opacity); });
}

void check_size(const ChannelValues& values, const Size& cells) {
  CHECK_EQ(values.tensor->shape().height, cells.height);
  CHECK_EQ(values.tensor->shape().width, cells.width);
}

UnitRows::UnitRows(const Plane& plane, Vec2 cell)
    : plane_(plane),
      values_(std::get_if<ValueFill>(&plane.cell_fill)),
      swatches_(plane.reads ? std::get_if<SwatchFill>(&plane.cell_fill) : nullptr),
      fill_(premultiplied(plane.fill, plane.opacity)),
      pending_(premultiplied(plane.pending_fill, plane.opacity)),
      gap_(premultiplied(plane.stretch.gap_fill, plane.opacity)) {
  if (values_ != nullptr && values_->values.tensor) {
    const Size& by = plane.stretch.by;
    check_size(values_->values, {(plane.rows - 1) / by.height + 1, (plane.columns - 1) / by.width + 1});
    scale_.emplace(values_->scale, plane.opacity);
  }
  if (swatches_ != nullptr) {
    scale_.emplace(swatches_->scale, plane.opacity);
    const auto [height, width] = swatches_->kernel_size;
    const bool apart = cell.x >= style::smallest_swatch * static_cast<float>(width) &&
                       cell.y >= style::smallest_swatch * static_cast<float>(height);
    units_ = apart ? swatches_->kernel_size : Size{1, 1};
  }
}

void UnitRows::read(std::int64_t unit_row, std::int64_t first, std::span<Pixel> pixels) {
  const std::int64_t row = unit_row / units_.height;
  if (row % plane_.stretch.by.height != 0) {
    std::ranges::fill(pixels, gap_);
  } else if (swatches_ != nullptr) {
    read_swatches(row, unit_row % units_.height, first, pixels);
  } else {
    read_values(row, first, pixels);
  }
}

void UnitRows::read_values(std::int64_t row, std::int64_t first, std::span<Pixel> pixels) const {
  const Size& by = plane_.stretch.by;
  std::span<const float> values;
  if (values_ != nullptr && values_->values.tensor) {
    const Tensor& tensor = *values_->values.tensor;
    const auto width = static_cast<std::size_t>(tensor.shape().width);
    values = tensor.channel(values_->values.batch, values_->values.channel)
                 .subspan(static_cast<std::size_t>(row / by.height) * width, width);
  }
  const std::int64_t last = first + std::ssize(pixels);
  const std::int64_t first_pending = std::clamp(plane_.filled - row * plane_.columns, first, last);
  std::fill(pixels.begin() + (first_pending - first), pixels.end(), pending_);
  if (by.width > 1) {
    std::ranges::fill(pixels, gap_);
  }
  for (std::int64_t x = (first + by.width - 1) / by.width; x * by.width < last; ++x) {
    Pixel& pixel = pixels[static_cast<std::size_t>(x * by.width - first)];
    const float value = values.empty() ? NAN : values[static_cast<std::size_t>(x)];
    pixel = x * by.width >= first_pending ? pending_ : std::isnan(value) ? fill_ : scale_->of(value);
  }
}

void UnitRows::read_swatches(std::int64_t row, std::int64_t ky, std::int64_t first, std::span<Pixel> pixels) {
  const Size& by = plane_.stretch.by;
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    const std::int64_t column = first + static_cast<std::int64_t>(i) / units_.width;
    const std::int64_t kx = static_cast<std::int64_t>(i) % units_.width;
    if (column % by.width != 0) {
      pixels[i] = gap_;
    } else if (pending(row, column)) {
      pixels[i] = pending_;
    } else {
      const CellReads reads = cell_reads(*plane_.reads, row / by.height, column / by.width);
      pixels[i] = units_ == Size{1, 1} ? mean(reads) : swatch(reads, ky, kx);
    }
  }
}

Pixel UnitRows::swatch(const CellReads& reads, std::int64_t ky, std::int64_t kx) const {
  return reads.by(ky, kx) ? scale_->of(static_cast<float>(ky * units_.width + kx)) : fill_;
}

Pixel UnitRows::mean(const CellReads& reads) {
  const auto [found, is_new] = means_.try_emplace(reads, 0);
  if (is_new) {
    found->second = premultiplied(mean_swatch(*swatches_, plane_.fill, reads), plane_.opacity);
  }
  return found->second;
}

}  // namespace convscope
