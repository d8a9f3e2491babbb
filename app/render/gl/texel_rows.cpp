#include "app/render/gl/texel_rows.h"

#include "app/render/gl/texel_range.h"
#include "app/render/style.h"
#include "engine/check.h"

namespace convscope::gl {
namespace {

void check_size(const ChannelValues& values, const Size& size) {
  CHECK_EQ(values.tensor->shape().height, size.height);
  CHECK_EQ(values.tensor->shape().width, size.width);
}

std::uint64_t kernel_cells_at(const AxisReads& reads, std::int64_t place) {
  const std::int64_t number = place - reads.first;
  return number >= 0 && number < std::ssize(reads.kernel_cells) ? reads.kernel_cells[static_cast<std::size_t>(number)]
                                                                : 0;
}

bool has_bit(std::uint64_t bits, std::int64_t bit) { return bit < 64 && (bits >> bit & 1U) != 0; }

}  // namespace

ValueRows::ValueRows(const Plane& plane, const ValueFill& fill)
    : width_(value_cells(plane).width),
      values_(fill.values.tensor->channel(fill.values.batch, fill.values.channel)),
      scale_(fill.scale) {
  check_size(fill.values, value_cells(plane));
}

void ValueRows::read(std::int64_t row, std::int64_t first, std::span<Texel> texels) const {
  scale_.of(line(row, first, texels.size()), texels);
}

void ValueRows::add(std::int64_t row, std::int64_t first, std::span<WideTexel> sums) const {
  scale_.add(line(row, first, sums.size()), sums);
}

std::span<const float> ValueRows::line(std::int64_t row, std::int64_t first, std::size_t count) const {
  return values_.subspan(static_cast<std::size_t>(row * width_ + first), count);
}

SwatchRows::SwatchRows(const Plane& plane, const SwatchFill& fill, const Size& parts)
    : reads_(plane.reads.get()), kernel_(fill.kernel_size), parts_(parts), scale_(fill.scale) {}

void SwatchRows::read(std::int64_t row, std::int64_t first, std::span<Texel> texels) {
  for (std::size_t i = 0; i < texels.size(); ++i) {
    texels[i] = at(row, first + static_cast<std::int64_t>(i));
  }
}

void SwatchRows::add(std::int64_t row, std::int64_t first, std::span<WideTexel> sums) {
  for (std::size_t i = 0; i < sums.size(); ++i) {
    sums[i] += widened(at(row, first + static_cast<std::int64_t>(i)));
  }
}

Texel SwatchRows::at(std::int64_t row, std::int64_t column) {
  const std::uint64_t rows = kernel_cells_at(reads_->rows, row / parts_.height);
  const std::uint64_t columns = kernel_cells_at(reads_->columns, column / parts_.width);
  return parts_ == kernel_ ? swatch(rows, columns, {row % parts_.height, column % parts_.width}) : mean(rows, columns);
}

Texel SwatchRows::swatch(std::uint64_t rows, std::uint64_t columns, const Size& cell) const {
  return has_bit(rows, cell.height) && has_bit(columns, cell.width)
             ? scale_.of(static_cast<float>(cell.height * kernel_.width + cell.width))
             : 0;
}

Texel SwatchRows::mean(std::uint64_t rows, std::uint64_t columns) {
  const auto [found, is_new] = means_.try_emplace({rows, columns}, 0);
  if (is_new) {
    TexelSum sum;
    for (std::int64_t ky = 0; ky < kernel_.height; ++ky) {
      for (std::int64_t kx = 0; kx < kernel_.width; ++kx) {
        sum.add(widened(swatch(rows, columns, {ky, kx})), 1);
      }
    }
    found->second = sum.mean();
  }
  return found->second;
}

}  // namespace convscope::gl
