#include "app/render/gl/cell_texels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <thread>
#include <utility>

#include "app/render/style.h"
#include "engine/check.h"

namespace convscope::gl {
namespace {

Texel even_bytes(Texel texel) { return texel & 0xff00ffU; }
Texel odd_bytes(Texel texel) { return texel >> 8U & 0xff00ffU; }

/// Sums of the bytes of texels.
struct TexelSum {
  std::uint64_t even = 0;  ///< Of bytes 0 and 2, in 32 bits each.
  std::uint64_t odd = 0;   ///< Of bytes 1 and 3.
  std::uint32_t count = 0;

  /// Of `cells` texels: bytes 0 and 2, and bytes 1 and 3, in 16 bits each.
  void add(Texel even_bytes, Texel odd_bytes, std::uint32_t cells) {
    even += spread(even_bytes);
    odd += spread(odd_bytes);
    count += cells;
  }
  [[nodiscard]] Texel mean() const {
    return count == 0 ? 0
                      : mean_of(even) | mean_of(even >> 32U) << 16U | mean_of(odd) << 8U | mean_of(odd >> 32U) << 24U;
  }

 private:
  static std::uint64_t spread(Texel pair) { return (pair & 0xffffU) | std::uint64_t{pair >> 16U} << 32U; }
  [[nodiscard]] Texel mean_of(std::uint64_t sum) const { return (static_cast<std::uint32_t>(sum) + count / 2) / count; }
};

/// color_index, and color_map_size of NaN, written so that the compiler makes vectors of it for each kind of processor.
[[gnu::always_inline]] inline void find_places_in(const ColorScale& scale, std::span<const float> values,
                                                  std::int32_t* places) {
  constexpr auto count = static_cast<std::int32_t>(color_map_size);
  const float low = scale.low;
  const float length = scale.high - scale.low;
  const bool flat = scale.high <= scale.low;
  const float last = static_cast<float>(count - 1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float value = values[i];
    float place = flat ? static_cast<float>(count / 2) : (value - low) / length * static_cast<float>(count);
    place = place > 0 ? place : 0;  // NaN becomes 0.
    place = place < last ? place : last;
    const auto whole = static_cast<std::int32_t>(place);
    places[i] = value == value ? whole : count;
  }
}

void find_places(const ColorScale& scale, std::span<const float> values, std::int32_t* places) {
  find_places_in(scale, values, places);
}

#ifdef __x86_64__
[[gnu::target("avx2")]] void find_places_wide(const ColorScale& scale, std::span<const float> values,
                                              std::int32_t* places) {
  find_places_in(scale, values, places);
}

auto find_places_here() { return __builtin_cpu_supports("avx2") != 0 ? find_places_wide : find_places; }
#else
auto find_places_here() { return find_places; }
#endif

/// The texels that a scale's values can have.
class TexelScale {
 public:
  explicit TexelScale(const ColorScale& scale) : scale_(scale) {
    std::ranges::transform(color_table(scale.map), table_.begin(), to_texel);
  }
  [[nodiscard]] Texel of(float value) const { return table_[std::isnan(value) ? of_nan : color_index(scale_, value)]; }

  /// The same for as many values as there are texels.
  void of(std::span<const float> values, std::span<Texel> texels) const {
    constexpr std::size_t most = 512;
    static const auto find = find_places_here();
    std::array<std::int32_t, most> places;
    for (std::size_t first = 0; first < values.size(); first += most) {
      const std::span<const float> some = values.subspan(first, std::min(most, values.size() - first));
      find(scale_, some, places.data());
      for (std::size_t i = 0; i < some.size(); ++i) {
        texels[first + i] = table_[static_cast<std::size_t>(places[i])];
      }
    }
  }

 private:
  static constexpr std::size_t of_nan = color_map_size;  ///< The transparent one.
  ColorScale scale_;
  std::array<Texel, color_map_size + 1> table_{};
};

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

class ValueRows {
 public:
  ValueRows(const Plane& plane, const ValueFill& fill)
      : width_(value_cells(plane).width),
        values_(fill.values.tensor->channel(fill.values.batch, fill.values.channel)),
        scale_(fill.scale) {
    check_size(fill.values, value_cells(plane));
  }

  void read(std::int64_t row, std::int64_t first, std::span<Texel> texels) const {
    const std::span<const float> values =
        values_.subspan(static_cast<std::size_t>(row * width_ + first), texels.size());
    scale_.of(values, texels);
  }

 private:
  std::int64_t width_;
  std::span<const float> values_;
  TexelScale scale_;
};

/// Rows of single swatches, or of cells in the mean of theirs.
class SwatchRows {
 public:
  SwatchRows(const Plane& plane, const SwatchFill& fill, const Size& parts)
      : reads_(*plane.reads), kernel_(fill.kernel_size), parts_(parts), scale_(fill.scale) {}

  void read(std::int64_t row, std::int64_t first, std::span<Texel> texels) {
    const std::uint64_t rows = kernel_cells_at(reads_.rows, row / parts_.height);
    for (std::size_t i = 0; i < texels.size(); ++i) {
      const std::int64_t place = first + static_cast<std::int64_t>(i);
      const std::uint64_t columns = kernel_cells_at(reads_.columns, place / parts_.width);
      const bool single = parts_ == kernel_;
      texels[i] = single ? swatch(rows, columns, row % parts_.height, place % parts_.width) : mean(rows, columns);
    }
  }

 private:
  [[nodiscard]] Texel swatch(std::uint64_t rows, std::uint64_t columns, std::int64_t ky, std::int64_t kx) const {
    return has_bit(rows, ky) && has_bit(columns, kx) ? scale_.of(static_cast<float>(ky * kernel_.width + kx)) : 0;
  }

  /// Most cells are read by one of few sets of weights.
  Texel mean(std::uint64_t rows, std::uint64_t columns) {
    const auto [found, is_new] = means_.try_emplace({rows, columns}, 0);
    if (is_new) {
      TexelSum sum;
      for (std::int64_t ky = 0; ky < kernel_.height; ++ky) {
        for (std::int64_t kx = 0; kx < kernel_.width; ++kx) {
          const Texel texel = swatch(rows, columns, ky, kx);
          sum.add(even_bytes(texel), odd_bytes(texel), 1);
        }
      }
      found->second = sum.mean();
    }
    return found->second;
  }

  const LayerReads& reads_;
  Size kernel_;
  Size parts_;
  TexelScale scale_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, Texel> means_;
};

template <typename Rows>
std::vector<Texel> single_texels(Rows& rows, const TexelRange& range) {
  const auto width = static_cast<std::size_t>(range.columns());
  std::vector<Texel> texels(width * static_cast<std::size_t>(range.rows()));
  for (std::int64_t row = range.first_row; row < range.last_row; ++row) {
    rows.read(row, range.first_column,
              std::span(texels).subspan(static_cast<std::size_t>(row - range.first_row) * width, width));
  }
  return texels;
}

/// The texels of some rows, added up column by column in 16 bits a byte: most of a photograph's work, in vectors.
class ColumnSums {
 public:
  static constexpr std::int64_t most_rows = 256;

  explicit ColumnSums(std::size_t columns) : line_(columns), even_(columns), odd_(columns) {}

  void start() {
    std::ranges::fill(even_, 0);
    std::ranges::fill(odd_, 0);
    rows_ = 0;
  }

  template <typename Rows>
  void add(Rows& rows, std::int64_t y, std::int64_t first) {
    rows.read(y, first, line_);
    for (std::size_t i = 0; i < line_.size(); ++i) {
      even_[i] += even_bytes(line_[i]);
      odd_[i] += odd_bytes(line_[i]);
    }
    ++rows_;
  }

  /// Blocks of so many columns.
  void add_to(std::span<TexelSum> sums, std::size_t width) const {
    for (std::size_t i = 0; i < line_.size(); ++i) {
      sums[i / width].add(even_[i], odd_[i], rows_);
    }
  }

 private:
  std::vector<Texel> line_;
  std::vector<Texel> even_;
  std::vector<Texel> odd_;
  std::uint32_t rows_ = 0;
};

/// Blocks count from the plane's corner, so that what they show does not change when the plane moves.
template <typename Rows>
std::vector<Texel> block_texels(Rows& rows, const Size& cells, const Size& block, const TexelRange& range) {
  const std::int64_t first = range.first_column * block.width;
  const std::int64_t last = std::min(range.last_column * block.width, cells.width);
  ColumnSums columns(static_cast<std::size_t>(last - first));
  std::vector<Texel> texels;
  texels.reserve(static_cast<std::size_t>(range.rows() * range.columns()));
  for (std::int64_t row = range.first_row; row < range.last_row; ++row) {
    std::vector<TexelSum> sums(static_cast<std::size_t>(range.columns()));
    const std::int64_t end = std::min((row + 1) * block.height, cells.height);
    for (std::int64_t y = row * block.height; y < end;) {
      columns.start();
      for (const std::int64_t stop = std::min(end, y + ColumnSums::most_rows); y < stop; ++y) {
        columns.add(rows, y, first);
      }
      columns.add_to(sums, static_cast<std::size_t>(block.width));
    }
    std::ranges::transform(sums, std::back_inserter(texels), &TexelSum::mean);
  }
  return texels;
}

/// Below so many cells a thread takes longer to start than to help.
constexpr std::int64_t cells_worth_a_thread = std::int64_t{1} << 19;

/// A photograph's halves side by side.
template <typename Rows>
std::vector<Texel> large_block_texels(const Rows& rows, const Size& cells, const Size& block, const TexelRange& range) {
  TexelRange upper = range;
  TexelRange lower = range;
  upper.last_row = lower.first_row = range.first_row + range.rows() / 2;
  std::vector<Texel> upper_texels;
  std::vector<Texel> lower_texels;
  {
    const std::jthread other([&, own = rows]() mutable { lower_texels = block_texels(own, cells, block, lower); });
    Rows own = rows;
    upper_texels = block_texels(own, cells, block, upper);
  }
  upper_texels.insert(upper_texels.end(), lower_texels.begin(), lower_texels.end());
  return upper_texels;
}

template <typename Rows>
std::vector<Texel> texels_of(Rows rows, const Plane& plane, const TexelGrid& grid, const TexelRange& range) {
  if (grid.block == Size{1, 1}) {
    return single_texels(rows, range);
  }
  const bool large = range.rows() * range.columns() * grid.block.height * grid.block.width > cells_worth_a_thread;
  return large ? large_block_texels(rows, value_cells(plane), grid.block, range)
               : block_texels(rows, value_cells(plane), grid.block, range);
}

}  // namespace

Texel to_texel(const Color& color) {
  const auto byte = [](float value, unsigned shift) { return static_cast<Texel>(std::lround(255 * value)) << shift; };
  return byte(color.alpha * color.red, 0) | byte(color.alpha * color.green, 8) | byte(color.alpha * color.blue, 16) |
         byte(color.alpha, 24);
}

bool has_cell_colors(const Plane& plane) {
  if (const auto* fill = std::get_if<ValueFill>(&plane.cell_fill)) {
    return fill->values.tensor != nullptr;
  }
  return std::holds_alternative<SwatchFill>(plane.cell_fill) && plane.reads != nullptr;
}

std::vector<Texel> cell_texels(const Plane& plane, const TexelGrid& grid, const TexelRange& range) {
  if (const auto* fill = std::get_if<ValueFill>(&plane.cell_fill)) {
    return texels_of(ValueRows(plane, *fill), plane, grid, range);
  }
  return texels_of(SwatchRows(plane, std::get<SwatchFill>(plane.cell_fill), grid.parts), plane, grid, range);
}

std::vector<Texel> value_texels(const ValueFill& fill) {
  const TexelScale scale(fill.scale);
  const std::span<const float> values = fill.values.tensor->channel(fill.values.batch, fill.values.channel);
  std::vector<Texel> texels(values.size());
  scale.of(values, texels);
  return texels;
}

}  // namespace convscope::gl
