#include "app/render/gl/cell_texels.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "app/render/gl/texel_rows.h"
#include "app/render/style.h"

namespace convscope::gl {
namespace {

/// Calls with the runs of a row that are to be made: the first column, and the texels.
void with_runs(const TexelChoice& choice, std::int64_t row, std::span<Texel> texels, const auto& make) {
  for (const TexelChoice::Run& run : choice.runs(row)) {
    make(run, texels.subspan(choice.place(row, run.first), static_cast<std::size_t>(run.last - run.first)));
  }
}

template <typename Rows>
void make_single_texels(Rows& rows, const TexelChoice& choice, std::span<Texel> texels) {
  for (std::int64_t row = choice.range().first_row; row < choice.range().last_row; ++row) {
    with_runs(choice, row, texels,
              [&](const TexelChoice::Run& run, std::span<Texel> made) { rows.read(row, run.first, made); });
  }
}

/// Makes rows of texels that are blocks of cells. Blocks count from the plane's corner, so that what they show does not
/// change when the plane moves. Rows of cells are added up column by column first: most of a photograph's work.
template <typename Rows>
class BlockRows {
 public:
  BlockRows(Rows rows, const Size& cells, const Size& block) : rows_(std::move(rows)), cells_(cells), block_(block) {}

  void make(std::int64_t row, const TexelChoice::Run& run, std::span<Texel> texels) {
    const std::int64_t first = run.first * block_.width;
    const std::int64_t last = std::min(run.last * block_.width, cells_.width);
    columns_.resize(static_cast<std::size_t>(last - first));
    sums_.assign(texels.size(), {});
    const std::int64_t end = std::min((row + 1) * block_.height, cells_.height);
    for (std::int64_t y = row * block_.height; y < end; y += most_in_wide_texel) {
      const std::int64_t count = std::min(end - y, most_in_wide_texel);
      std::ranges::fill(columns_, 0);
      for (std::int64_t i = 0; i < count; ++i) {
        rows_.add(y + i, first, columns_);
      }
      add_columns(count);
    }
    std::ranges::transform(sums_, texels.begin(), &TexelSum::mean);
  }

 private:
  /// As many columns as still have room in 16 bits a byte at a time.
  void add_columns(std::int64_t count) {
    const auto width = static_cast<std::size_t>(block_.width);
    const auto at_once = static_cast<std::size_t>(most_in_wide_texel / count);
    for (std::size_t texel = 0; texel < sums_.size(); ++texel) {
      const std::size_t end = std::min((texel + 1) * width, columns_.size());
      for (std::size_t column = texel * width; column < end;) {
        const std::size_t stop = std::min(column + at_once, end);
        const auto texels = static_cast<std::int64_t>(stop - column) * count;
        WideTexel sum = 0;
        for (; column < stop; ++column) {
          sum += columns_[column];
        }
        sums_[texel].add(sum, texels);
      }
    }
  }

  Rows rows_;
  Size cells_;
  Size block_;
  std::vector<WideTexel> columns_;
  std::vector<TexelSum> sums_;
};

/// Below so many cells a thread takes longer to start than to help.
constexpr std::int64_t cells_worth_a_thread = std::int64_t{1} << 19;

/// Of a photograph by two threads, which take rows until none is left.
template <typename Rows>
void make_block_texels(const BlockRows<Rows>& maker, std::int64_t cells, const TexelChoice& choice,
                       std::span<Texel> texels) {
  std::atomic<std::int64_t> next = choice.range().first_row;
  const auto work = [&] {
    BlockRows<Rows> own = maker;
    for (std::int64_t row = next++; row < choice.range().last_row; row = next++) {
      with_runs(choice, row, texels,
                [&](const TexelChoice::Run& run, std::span<Texel> made) { own.make(row, run, made); });
    }
  };
  std::jthread other;
  if (cells > cells_worth_a_thread) {
    other = std::jthread(work);
  }
  work();
}

template <typename Rows>
void make_texels(Rows rows, const Plane& plane, const TexelGrid& grid, const TexelChoice& choice,
                 std::span<Texel> texels) {
  if (grid.block == Size{1, 1}) {
    make_single_texels(rows, choice, texels);
  } else {
    const std::int64_t cells = choice.count() * grid.block.height * grid.block.width;
    make_block_texels(BlockRows<Rows>(rows, value_cells(plane), grid.block), cells, choice, texels);
  }
}

}  // namespace

bool has_cell_colors(const Plane& plane) {
  if (const auto* fill = std::get_if<ValueFill>(&plane.cell_fill)) {
    return fill->values.tensor != nullptr;
  }
  return std::holds_alternative<SwatchFill>(plane.cell_fill) && plane.reads != nullptr;
}

std::vector<Texel> cell_texels(const Plane& plane, const TexelGrid& grid, const TexelChoice& choice) {
  std::vector<Texel> texels(static_cast<std::size_t>(choice.range().rows() * choice.range().columns()));
  if (const auto* fill = std::get_if<ValueFill>(&plane.cell_fill)) {
    make_texels(ValueRows(plane, *fill), plane, grid, choice, texels);
  } else {
    make_texels(SwatchRows(plane, std::get<SwatchFill>(plane.cell_fill), grid.parts), plane, grid, choice, texels);
  }
  return texels;
}

std::vector<Texel> value_texels(const ValueFill& fill) {
  const TexelScale scale(fill.scale);
  const std::span<const float> values = fill.values.tensor->channel(fill.values.batch, fill.values.channel);
  std::vector<Texel> texels(values.size());
  scale.of(values, texels);
  return texels;
}

}  // namespace convscope::gl
