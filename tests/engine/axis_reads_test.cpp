#include "engine/axis_reads.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/arithmetic.h"
#include "engine/forward.h"
#include "engine/taps.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

std::size_t number_of(const AxisReads& reads, std::int64_t place) {
  return static_cast<std::size_t>(place - reads.first);
}

/// One tap counted along an axis; `kernel` is the row of the weight, or of a pool's window.
void count(AxisReads& reads, std::int64_t place, std::int64_t kernel) {
  ++reads.counts.at(number_of(reads, place));
  reads.kernel_cells.at(number_of(reads, place)) |= std::uint64_t{1} << kernel;
}

AxisReads without_reads(std::int64_t before, std::int64_t size, std::int64_t after) {
  const auto rows = static_cast<std::size_t>(before + size + after);
  return {-before, std::vector<std::int64_t>(rows), std::vector<std::uint64_t>(rows)};
}

struct Reads {
  AxisReads rows;
  AxisReads columns;
  bool operator==(const Reads&) const = default;
};

/// From the taps of the layer narrowed to a single column of cells, and to a single row.
Reads counted(const SizedLayer& sized) {
  const bool transposed = sized.layer.op == Op::conv_transpose2d;
  const Sides padding = transposed ? Sides{} : resolved_padding(sized.layer);
  Reads reads{without_reads(padding.top, sized.input_size.height, padding.bottom),
              without_reads(padding.left, sized.input_size.width, padding.right)};
  const Size output = output_size(sized);
  const auto for_each_tap = [&](const SizedLayer& line, const Index& cell, const auto& visit) {
    std::int64_t number = 0;
    for (const Tap& tap : taps(line, cell)) {
      visit(tap, tap.weight.value_or(
                     Index{0, 0, number / line.layer.kernel_size.width, number % line.layer.kernel_size.width}));
      ++number;
    }
  };
  SizedLayer tall = sized;
  tall.layer.in_channels = tall.layer.out_channels = tall.layer.groups = 1;
  tall.layer.padding_rule = PaddingRule::amounts;
  tall.layer.padding = resolved_padding(sized.layer);
  SizedLayer wide = tall;
  tall.input_size.width = tall.layer.kernel_size.width = tall.layer.stride.width = tall.layer.dilation.width = 1;
  tall.layer.padding.left = tall.layer.padding.right = tall.layer.output_padding.width = 0;
  wide.input_size.height = wide.layer.kernel_size.height = wide.layer.stride.height = wide.layer.dilation.height = 1;
  wide.layer.padding.top = wide.layer.padding.bottom = wide.layer.output_padding.height = 0;
  for (std::int64_t y = 0; y < output.height; ++y) {
    for_each_tap(tall, {0, 0, y, 0},
                 [&](const Tap& tap, const Index& kernel) { count(reads.rows, tap.padded_y, kernel.y); });
  }
  for (std::int64_t x = 0; x < output.width; ++x) {
    for_each_tap(wide, {0, 0, 0, x},
                 [&](const Tap& tap, const Index& kernel) { count(reads.columns, tap.padded_x, kernel.x); });
  }
  return reads;
}

RC_GTEST_PROP(AxisReads, AreTheTapsOfEveryRowAndColumn, ()) {
  const SizedLayer sized = *testing::valid_layer();
  RC_ASSERT((Reads{axis_reads(sized, Axis::height), axis_reads(sized, Axis::width)} == counted(sized)));
}

/// Of every cell of the padded input: whether any tap of the layer has its place.
RC_GTEST_PROP(AxisReads, SayWhichCellsNoTapReads, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const AxisReads rows = axis_reads(sized, Axis::height);
  const AxisReads columns = axis_reads(sized, Axis::width);
  std::vector<bool> read(rows.counts.size() * columns.counts.size());
  for (std::int64_t step = 0; step < step_count(sized); ++step) {
    for (const Tap& tap : taps(sized, output_of_step(sized, step))) {
      read.at(number_of(rows, tap.padded_y) * columns.counts.size() + number_of(columns, tap.padded_x)) = true;
    }
  }
  for (std::size_t i = 0; i < read.size(); ++i) {
    const std::int64_t y = rows.first + static_cast<std::int64_t>(i / columns.counts.size());
    const std::int64_t x = columns.first + static_cast<std::int64_t>(i % columns.counts.size());
    RC_ASSERT(is_unread(rows, columns, y, x) == !read[i]);
  }
}

TEST(AxisReads, ShowGapsAndTheUnreadEnd) {
  SizedLayer sized{Layer{}, {6, 8}};
  sized.layer.kernel_size = {1, 2};
  sized.layer.stride = {3, 3};
  sized.layer.padding = {0, 0, 1, 0};
  sized.layer.flip_kernel = true;
  EXPECT_EQ(axis_reads(sized, Axis::height), (AxisReads{0, {1, 0, 0, 1, 0, 0}, {1, 0, 0, 1, 0, 0}}));
  const AxisReads columns{-1, {1, 1, 0, 1, 1, 0, 1, 1, 0}, {2, 1, 0, 2, 1, 0, 2, 1, 0}};
  EXPECT_EQ(axis_reads(sized, Axis::width), columns);
  EXPECT_TRUE(is_unread(columns, columns, -1, 1));
  EXPECT_FALSE(is_unread(columns, columns, -1, 0));
  EXPECT_TRUE(is_unread(columns, columns, -2, 0));
  EXPECT_TRUE(is_unread(columns, columns, 0, 8));
}

TEST(AxisReads, HaveNoBitForTheSixtyFifthRow) {
  SizedLayer sized{Layer{}, {66, 66}};
  sized.layer.kernel_size = {66, 66};
  const AxisReads reads = axis_reads(sized, Axis::height);
  EXPECT_EQ(reads.kernel_cells[63], std::uint64_t{1} << 63);
  EXPECT_EQ(reads.kernel_cells[64], 0U);
  EXPECT_EQ(reads.counts[64], 1);
}

TEST(AxisReads, OfATransposedLayerAreInputRowsThatReachTheOutput) {
  SizedLayer sized{Layer{}, {3, 3}};
  sized.layer.op = Op::conv_transpose2d;
  sized.layer.kernel_size = {2, 1};
  sized.layer.padding = {1, 1, 1, 1};
  EXPECT_EQ(axis_reads(sized, Axis::height), (AxisReads{0, {1, 2, 1}, {2, 3, 1}}));
  EXPECT_EQ(axis_reads(sized, Axis::width), (AxisReads{0, {0, 1, 0}, {0, 1, 0}}));
}

}  // namespace
}  // namespace convscope
