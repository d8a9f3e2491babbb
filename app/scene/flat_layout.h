#pragma once

#include <cstdint>
#include <vector>

#include "app/scene/looks.h"

namespace convscope {

/// Pixels at scale 1 of the flat look's texts.
struct FlatText {
  static constexpr float heading = 17;
  static constexpr float note = 13;
  static constexpr float heading_pitch = 22;
  static constexpr float note_pitch = 19;
  static constexpr float gap = 8;  ///< Between text and grid.
};

/// Cells that a grid needs beyond its own rows and columns: padding, and channels that look out behind it.
struct Surround {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
};

/// One grid with the room of its texts.
struct Block {
  std::int64_t rows = 1;
  std::int64_t columns = 1;
  Surround around;
  float text_width = 0;  ///< Pixels at scale 1 that the block's texts need.
};

/// A filter and the output channel that it makes, in one row.
struct FilterRow {
  std::int64_t out_channel = 0;
  Vec2 kernel{};  ///< Pixels: the corner of cell (0, 0).
  Vec2 output{};
};

/// Where the flat look puts its grids.
struct FlatLayout {
  float cell = 1;  ///< Pixels of one cell.
  Vec2 input{};    ///< Pixels: the corner of cell (0, 0).
  std::vector<FilterRow> filters;
  std::int64_t behind_input = 0;  ///< Channels that look out behind.
  std::int64_t behind_kernel = 0;
  std::int64_t behind_output = 0;
  bool channel_notes = false;  ///< A line "channel c of C" above each grid.
};

/// Cells by which each further channel is shifted up and to the right.
inline constexpr float behind_shift = 0.2F;

/// The largest cells at which everything fits the stage.
[[nodiscard]] FlatLayout flat_layout(const Parts& parts, const Stage& stage);

}  // namespace convscope
