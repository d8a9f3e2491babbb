#pragma once

#include <cstdint>
#include <string>
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
  float least_cell = 0;  ///< Pixels at scale 1: its cells are as large where the others' are smaller.
};

/// A filter and the output channel that it makes, in one row.
struct FilterRow {
  std::int64_t out_channel = 0;
  Vec2 kernel{};  ///< Pixels: the corner of cell (0, 0).
  Vec2 output{};
};

/// All grids in one row; the input above the others; or each in a row of its own, which long rows of cells need.
enum class FlatRows { one, two, three };

/// Where the flat look puts its grids.
struct FlatLayout {
  float cell = 1;         ///< Pixels of one cell.
  float kernel_cell = 1;  ///< The same of kernel and output, which may have larger ones.
  float output_cell = 1;
  Vec2 input{};  ///< Pixels: the corner of cell (0, 0).
  std::vector<FilterRow> filters;
  std::int64_t more_filters = 0;  ///< That are not drawn; of a pool, channels.
  std::int64_t behind_input = 0;  ///< Channels that look out behind.
  Vec2 input_shift{};             ///< Cells by which each is shifted to the right and up.
  std::int64_t behind_kernel = 0;
  std::int64_t behind_output = 0;
  FlatRows rows = FlatRows::one;
  bool headings = false;
  bool notes = false;          ///< Shapes and notes in small type; where there is no room for them they are left out.
  bool broken_notes = false;   ///< Long notes under the grids take two lines.
  bool channel_notes = false;  ///< A line "channel c of C" above each grid.

  /// A place of the picture in the scene's units.
  [[nodiscard]] Vec3 in_cells(Vec2 pixels) const { return {pixels.x / cell, pixels.y / cell, 0}; }
};

/// Cells by which each further channel of kernel and output is shifted to the right and up.
inline constexpr Vec2 behind_shift{0.2F, 0.2F};

/// What the grids are called: by their tensor, or by the gradient that they show.
[[nodiscard]] std::string input_heading(const Parts& parts);
[[nodiscard]] std::string kernel_heading(const Parts& parts);
[[nodiscard]] std::string output_heading(const Parts& parts);

/// A note under a grid.
struct Footer {
  std::string text;
  Color color;
};
/// As they are, or long ones in two lines.
[[nodiscard]] std::vector<Footer> footer_lines(std::vector<Footer> footers, bool broken);
[[nodiscard]] std::vector<Footer> input_footers(const Parts& parts);
[[nodiscard]] std::vector<Footer> kernel_footers(const Parts& parts, std::int64_t more_filters);
[[nodiscard]] std::vector<Footer> output_footers(const Parts& parts, std::int64_t more_channels);

/// The room around an output grid: what padding takes away, and channels that look out behind.
[[nodiscard]] Surround output_surround(const Parts& parts, std::int64_t channels_behind);

/// The largest cells at which everything fits the stage.
[[nodiscard]] FlatLayout flat_layout(const Parts& parts, const Stage& stage);

/// The texts that the layout has room for.
void add_flat_texts(const Parts& parts, const FlatLayout& layout, std::vector<SceneItem>& items);

}  // namespace convscope
