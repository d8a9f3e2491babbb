#include "app/scene/copy_lines.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "app/scene/tap_grid.h"

namespace convscope {
namespace {

constexpr std::size_t max_copy_lines = 64;
constexpr float beside_number = 0.3F;  ///< Cells from a number's middle.
constexpr Vec2 to_middle{0.5F, 0.5F};

/// A padding cell and the cell that it copies, by their corners (x, y).
struct Copy {
  Vec2 padding;
  Vec2 source;
};

/// The cell of the kernel that lies on a cell of the input's grid; both (x, y).
std::optional<Vec2> kernel_cell(const Parts& parts, Vec2 place) {
  const Layer& layer = parts.layer();
  const CellRect window = input_box(parts);
  const Vec2 cell{(place.x - window.column) / static_cast<float>(layer.dilation.width),
                  (place.y - window.row) / static_cast<float>(layer.dilation.height)};
  const auto is_one = [](float at, std::int64_t count) {
    return at == std::floor(at) && at >= 0 && at < static_cast<float>(count);
  };
  const bool found = is_one(cell.x, layer.kernel_size.width) && is_one(cell.y, layer.kernel_size.height);
  return found ? std::optional(cell) : std::nullopt;
}

/// Of replicated padding the next cell of the window on the way to the source, which is the same as they are: lines
/// from cell to cell, where those to one source would cover it with their heads.
Vec2 next_of_window(const Parts& parts, const Copy& copy) {
  const auto step = [](float from, float to) { return from + static_cast<float>((to > from) - (to < from)); };
  Vec2 at = copy.padding;
  do {
    at = {step(at.x, copy.source.x), step(at.y, copy.source.y)};
  } while (at != copy.source && !kernel_cell(parts, at));
  return at;
}

std::vector<Copy> copies(const Parts& parts) {
  const bool any = parts.layer().padding_mode != PaddingMode::zeros;
  if (!any || parts.stamping || parts.moment.slide > 0) {
    return {};
  }
  std::vector<Copy> found;
  const CellTaps all(parts.document.sized, parts.cell);
  const std::int64_t in_channel = all.count() / parts.depth;
  const auto place = [](std::int64_t y, std::int64_t x) { return Vec2{static_cast<float>(x), static_cast<float>(y)}; };
  for (std::int64_t number = 0; number < in_channel; ++number) {
    const Tap tap = all[number];
    if (tap.input && (tap.input->y != tap.padded_y || tap.input->x != tap.padded_x)) {
      Copy copy{place(tap.padded_y, tap.padded_x), place(tap.input->y, tap.input->x)};
      if (parts.layer().padding_mode == PaddingMode::replicate) {
        copy.source = next_of_window(parts, copy);
      }
      found.push_back(copy);
    }
  }
  return found;
}

/// Padding cells that copy what lies the same way off them, as one block.
struct Block {
  Vec2 low;  ///< Of the padding.
  Vec2 high;
  Vec2 way;  ///< From the padding to what it copies.
};

std::vector<Block> blocks(const Parts& parts) {
  std::vector<Block> all;
  if (parts.layer().padding_mode != PaddingMode::circular) {
    return all;
  }
  for (const Copy& copy : copies(parts)) {
    const Vec2 way = copy.source - copy.padding;
    const Vec2 end = copy.padding + Vec2{1, 1};
    const auto known = std::ranges::find_if(all, [&](const Block& b) { return b.way.x == way.x && b.way.y == way.y; });
    if (known == all.end()) {
      all.push_back({copy.padding, end, way});
      continue;
    }
    known->low = {std::min(known->low.x, copy.padding.x), std::min(known->low.y, copy.padding.y)};
    known->high = {std::max(known->high.x, end.x), std::max(known->high.y, end.y)};
  }
  return all;
}

/// Share of the way after which a point of a block enters the block's copy along one axis.
float entry(float point, float low, float high, float way) {
  return way == 0 ? 0 : ((way > 0 ? low : high) + way - point) / way;
}

/// From the middle of a block, beside the numbers there, to the near edge of what it copies.
CopyLine block_line(const Block& block) {
  Vec2 from = 0.5F * (block.low + block.high);
  if (block.way.x != 0) {
    from.y = std::floor(from.y);
  }
  if (block.way.y != 0) {
    // Straight through the cells' corners a slanted line would cross their middles.
    from.x = std::floor(from.x) + (block.way.x != 0 ? 0.5F : 0);
  }
  const float share = std::max(entry(from.x, block.low.x, block.high.x, block.way.x),
                               entry(from.y, block.low.y, block.high.y, block.way.y));
  return {from, from + (share > 0 ? share : 1) * block.way};
}

/// How far a line from cell to cell moves aside, so as to pass the numbers of cells whose middles it would go through:
/// above them or, going straight down, on their left, as small weights lie at the right and below.
Vec2 past_numbers(Vec2 way) {
  const auto cells = static_cast<float>(std::gcd(std::lround(way.x), std::lround(way.y)));
  if (cells < 2) {
    return {};
  }
  const float length = std::hypot(way.x, way.y);
  const float to_next_number = cells / length;  // Of those that the line would pass by, straight across it.
  const Vec2 aside = (std::min(beside_number, to_next_number / 2) / length) * Vec2{way.y, -way.x};
  return aside.y < 0 || (aside.y == 0 && aside.x < 0) ? aside : -1 * aside;
}

}  // namespace

CopyLine copy_line(Vec2 padding_cell, Vec2 source_cell) {
  const Vec2 way = source_cell - padding_cell;
  const Vec2 beside = (beside_number / std::max(std::hypot(way.x, way.y), 1.0F)) * way;
  const Vec2 past = to_middle + past_numbers(way);
  return {padding_cell + past + beside, source_cell + past - beside};
}

std::vector<CopyLine> copy_lines(const Parts& parts) {
  std::vector<CopyLine> lines;
  for (const Block& block : blocks(parts)) {
    lines.push_back(block_line(block));
  }
  if (parts.layer().padding_mode != PaddingMode::circular) {
    for (const Copy& copy : copies(parts)) {
      lines.push_back(copy_line(copy.padding, copy.source));
    }
  }
  lines.resize(std::min(lines.size(), max_copy_lines));
  return lines;
}

WindowCopyLines window_copy_lines(const Parts& parts) {
  if (parts.layer().padding_mode == PaddingMode::circular) {
    return {copy_lines(parts), {}};
  }
  WindowCopyLines lines;
  for (const Copy& copy : copies(parts)) {
    const auto source = kernel_cell(parts, copy.source);
    if (const auto padding = kernel_cell(parts, copy.padding); padding && source) {
      lines.within.push_back(copy_line(*padding, *source));
    } else {
      lines.out.push_back(copy_line(copy.padding, copy.source));
    }
  }
  lines.within.resize(std::min(lines.within.size(), max_copy_lines));
  lines.out.resize(std::min(lines.out.size(), max_copy_lines - lines.within.size()));
  return lines;
}

std::vector<CellRect> copied_blocks(const Parts& parts) {
  std::vector<CellRect> rects;
  for (const Block& block : blocks(parts)) {
    const Vec2 low = block.low + block.way;
    rects.push_back({low.y, low.x, block.high.y - block.low.y, block.high.x - block.low.x});
  }
  return rects;
}

}  // namespace convscope
