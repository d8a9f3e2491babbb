#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "app/compute/step_values.h"
#include "app/scene/cell_sum.h"
#include "app/scene/copy_lines.h"
#include "app/scene/marks.h"
#include "app/timeline/schedule.h"
#include "engine/forward.h"
#include "engine/uses.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

using Cells = std::set<std::pair<std::int64_t, std::int64_t>>;

/// Everything that Parts refers to.
struct Shown {
  Document document;
  LayerResult result = compute(document);
  Moment moment{};
  StepValues values = step_values(document, result, progress_of(moment));

  [[nodiscard]] Parts parts() const { return make_parts({document, result, values, moment}, text::Language::english); }
};

Shown shown(const SizedLayer& sized, const View& view, double position) {
  Preset preset;
  preset.sized = sized;
  Document document = make_document(preset, view);
  const Moment moment = Schedule(document).at(position, Motion::stepwise);
  return {.document = document, .moment = moment};
}

void add_cells(const CellLattice& lattice, Cells& cells) {
  for (std::int64_t i = 0; i < lattice.rows; ++i) {
    for (std::int64_t j = 0; j < lattice.columns; ++j) {
      cells.insert({std::lround(lattice.row + static_cast<float>(i) * lattice.row_spacing),
                    std::lround(lattice.column + static_cast<float>(j) * lattice.column_spacing)});
    }
  }
}

double any_tick(const Document& document) {
  return static_cast<double>(*rc::gen::inRange<std::int64_t>(0, Schedule(document).ticks()));
}

Document any_document(const View& view) {
  Preset preset;
  preset.sized = *testing::valid_layer();
  return make_document(preset, view);
}

RC_GTEST_PROP(Marks, TheWindowTakesTheCellsThatTheEngineTaps, ()) {
  const Document document = any_document({});
  const Shown s = shown(document.sized, {}, any_tick(document));
  const Parts parts = s.parts();
  Cells marked;
  add_cells(window_lattice(parts), marked);
  const Size stretch = parts.layer().op == Op::conv_transpose2d ? parts.layer().stride : Size{1, 1};
  for (const Tap& tap : taps(s.document.sized, parts.cell)) {
    RC_ASSERT(marked.contains({tap.padded_y * stretch.height, tap.padded_x * stretch.width}));
  }
}

RC_GTEST_PROP(Marks, TapByTapTheDoneOnesAreTheFirst, ()) {
  const View view{.pace = Pace::tap};
  const Document document = any_document(view);
  const Shown s = shown(document.sized, view, any_tick(document));
  const Parts parts = s.parts();
  const std::vector<CellLattice> marks = input_marks(parts, parts.front_channel);
  const std::vector<Tap> all = taps(s.document.sized, parts.cell);
  if (all.empty() || s.document.sized.layer.op == Op::max_pool2d) {
    return;
  }
  const std::int64_t in_channel = std::ssize(all) / parts.depth;
  const std::int64_t first = (parts.front_channel - first_input_channel(parts.layer(), parts.out_channel)) * in_channel;
  const Size stretch = parts.layer().op == Op::conv_transpose2d ? parts.layer().stride : Size{1, 1};
  Cells expected;
  for (std::int64_t i = first; i < std::min(first + in_channel, s.moment.part + 1); ++i) {
    const Tap& tap = all[static_cast<std::size_t>(i)];
    expected.insert({tap.padded_y * stretch.height, tap.padded_x * stretch.width});
  }
  Cells done;
  if (std::ssize(expected) == in_channel) {
    RC_ASSERT(marks.size() == 1U);
    return;
  }
  for (std::size_t i = 1; i < marks.size(); ++i) {
    add_cells(marks[i], done);
  }
  RC_ASSERT(done == expected);
}

RC_GTEST_PROP(Marks, AStampCoversTheOutputsThatTheInputReaches, ()) {
  const View view{.transposed = TransposedForm::stamping};
  Preset preset;
  preset.sized = *testing::valid_layer(Op::conv_transpose2d);
  const Document document = make_document(preset, view);
  const Shown s = shown(document.sized, view, any_tick(document));
  const Parts parts = s.parts();
  for (const Use& use : list_uses(uses_of_input(s.document.sized, parts.cell))) {
    RC_ASSERT(is_made(parts, use.output.channel));
    const std::vector<CellLattice> marks = output_marks(parts, use.output.channel);
    Cells marked;
    add_cells(marks.front(), marked);
    RC_ASSERT(marked.contains({use.output.y, use.output.x}));
    // The corner shows the very weight that is stamped there.
    const CellLattice& stamp = marks.front();
    const auto i = std::lround((static_cast<float>(use.output.y) - stamp.row) / stamp.row_spacing);
    const auto j = std::lround((static_cast<float>(use.output.x) - stamp.column) / stamp.column_spacing);
    const ChannelValues& corner = stamp.corner_values.value();
    RC_ASSERT(corner.tensor->at({corner.batch, corner.channel, i, j}) == s.document.weight->at(*use.weight));
  }
}

RC_GTEST_PROP(Marks, CornersShowTheWeightOfEachTap, ()) {
  const Document document = any_document({});
  const Shown s = shown(document.sized, {}, any_tick(document));
  const Parts parts = s.parts();
  if (is_pool(parts.layer().op)) {
    return;
  }
  const CellLattice window = input_marks(parts, parts.front_channel).front();
  const ChannelValues& corner = window.corner_values.value();
  for (const Tap& tap : taps(s.document.sized, parts.cell)) {
    if (tap.weight->channel != corner.channel || tap.weight->batch != corner.batch) {
      continue;
    }
    const Size stretch = parts.layer().op == Op::conv_transpose2d ? parts.layer().stride : Size{1, 1};
    const auto i = std::lround((static_cast<float>(tap.padded_y * stretch.height) - window.row) / window.row_spacing);
    const auto j =
        std::lround((static_cast<float>(tap.padded_x * stretch.width) - window.column) / window.column_spacing);
    RC_ASSERT(corner.tensor->at({corner.batch, corner.channel, i, j}) == s.document.weight->at(*tap.weight));
  }
}

TEST(Marks, AMaximumLightsItsWinner) {
  SizedLayer sized;
  sized.layer.op = Op::max_pool2d;
  sized.layer.kernel_size = {2, 2};
  sized.layer.stride = {2, 2};
  sized.input_size = {4, 4};
  for (double step = 0; step < 4; ++step) {
    const Shown s = shown(sized, {}, step);
    const Parts parts = s.parts();
    const std::vector<CellLattice> marks = input_marks(parts, 0);
    ASSERT_EQ(marks.size(), 2U);
    const auto y = std::lround(marks[1].row);
    const auto x = std::lround(marks[1].column);
    EXPECT_EQ(s.document.input->at({0, 0, y, x}), s.result.output->at(parts.cell));
  }
}

TEST(Marks, CopiesLeadFromPaddingToTheCellsThatItRepeats) {
  SizedLayer sized;
  sized.layer.padding = {1, 1, 1, 1};
  sized.layer.padding_mode = PaddingMode::reflect;
  const Shown s = shown(sized, {}, 0);
  const std::vector<CopyLine> lines = copy_lines(s.parts());
  ASSERT_EQ(lines.size(), 5U) << "the window of the first output has five padding cells";
  const float beside = 0.3F / std::sqrt(2.0F);
  EXPECT_FLOAT_EQ(lines[0].from.x, -0.5F + 2 * beside);
  EXPECT_FLOAT_EQ(lines[0].from.y, -0.5F);
  EXPECT_FLOAT_EQ(lines[0].to.x, 1.5F);
  EXPECT_FLOAT_EQ(lines[0].to.y, 1.5F - 2 * beside);
  EXPECT_TRUE(copied_blocks(s.parts()).empty());
  sized.layer.padding_mode = PaddingMode::zeros;
  const Shown zeros = shown(sized, {}, 0);
  EXPECT_TRUE(copy_lines(zeros.parts()).empty());
}

/// Cells from the middle of a cell's number to a line.
float distance(Vec2 number, const CopyLine& line) {
  const Vec2 way = line.to - line.from;
  const Vec2 there = number - line.from;
  const float share = std::clamp((there.x * way.x + there.y * way.y) / (way.x * way.x + way.y * way.y), 0.0F, 1.0F);
  const Vec2 apart = there - share * way;
  return std::hypot(apart.x, apart.y);
}

TEST(Marks, CopiesPassBesideTheNumbersOfTheCellsInBetween) {
  SizedLayer sized;
  sized.layer.padding = {2, 2, 2, 2};
  for (const PaddingMode mode : {PaddingMode::reflect, PaddingMode::replicate}) {
    sized.layer.padding_mode = mode;
    for (const std::int64_t step : {0, 3, 20, 48}) {
      for (const CopyLine& line : copy_lines(shown(sized, {}, step).parts())) {
        for (int cell = 0; cell < 81; ++cell) {
          const Vec2 number{static_cast<float>(cell % 9) - 1.5F, static_cast<float>(cell / 9) - 1.5F};
          EXPECT_GT(distance(number, line), 0.2F) << step << ": " << number.x << ", " << number.y;
        }
      }
    }
  }
}

TEST(Marks, CopiesWithinTheWindowLeadFromKernelCellToKernelCell) {
  SizedLayer sized;
  sized.layer.padding = {2, 2, 2, 2};
  sized.layer.padding_mode = PaddingMode::reflect;
  const auto lines_at = [&](std::int64_t step) { return window_copy_lines(shown(sized, {}, step).parts()); };
  EXPECT_EQ(lines_at(0).out.size(), 8U) << "the window has input cell (0, 0) alone, which nothing copies";
  EXPECT_TRUE(lines_at(0).within.empty());
  const WindowCopyLines lines = lines_at(3 + 7);
  ASSERT_EQ(lines.within.size(), 3U) << "row -1 is a copy of row 1";
  EXPECT_TRUE(lines.out.empty());
  EXPECT_FLOAT_EQ(lines.within[0].from.x, 0.2F) << "in the window's first column";
  EXPECT_FLOAT_EQ(lines.within[0].from.y, 0.8F);
  EXPECT_FLOAT_EQ(lines.within[0].to.y, 2.2F);
}

TEST(Marks, CircularPaddingHasALineForEachBlockThatItRepeats) {
  SizedLayer sized;
  sized.input_size = {5, 6};
  sized.layer.padding = {1, 1, 1, 1};
  sized.layer.padding_mode = PaddingMode::circular;
  const Shown s = shown(sized, {}, 0);
  const std::vector<CellRect> blocks = copied_blocks(s.parts());
  EXPECT_EQ(blocks, (std::vector<CellRect>{{4, 5, 1, 1}, {4, 0, 1, 2}, {0, 5, 2, 1}}));
  const std::vector<CopyLine> lines = copy_lines(s.parts());
  ASSERT_EQ(lines.size(), blocks.size());
  EXPECT_EQ(lines[2].from.y, 1) << "between the numbers of its two rows";
  EXPECT_EQ(lines[2].to, (Vec2{5, 1})) << "at the edge of its block";
  EXPECT_EQ(lines[1].to, (Vec2{1, 4})) << "likewise";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const CellRect& block = blocks[i];
    EXPECT_TRUE(lines[i].to.x == block.column || lines[i].to.y == block.row) << i;
  }
  const std::vector<CellFrame> frames = input_frames(s.parts());
  ASSERT_EQ(frames.size(), 1 + blocks.size());
  EXPECT_EQ(frames.back().rows, 2);
}

RC_GTEST_PROP(CellSum, GrowsToTheEnginesValue, ()) {
  const Pace pace = *rc::gen::element(Pace::cell, Pace::channel, Pace::tap);
  const Document document = any_document({.pace = pace});
  const Schedule schedule(document);
  const std::int64_t step = *rc::gen::inRange<std::int64_t>(0, schedule.steps());
  const auto last = static_cast<double>(schedule.tick_of(step + 1) - 1);
  const CellSum sum = cell_sum(document, schedule.at(last, Motion::stepwise));
  const float value =
      output_value(document.sized.layer, *document.input, *document.weight, active_bias(document), sum.cell);
  RC_ASSERT(sum.total == value || (std::isnan(sum.total) && std::isnan(value)) ||
            std::abs(sum.total - value) <= 1e-5F * std::abs(value));
  for (const Product& product : sum.products) {
    RC_ASSERT(product.done);
  }
}

RC_GTEST_PROP(CellSum, TapByTapAddsOneProductAtATime, ()) {
  const Document document = any_document({.pace = Pace::tap});
  const Op op = document.sized.layer.op;
  RC_PRE(op == Op::conv2d || op == Op::conv_transpose2d);
  const Schedule schedule(document);
  const Moment moment = schedule.at(any_tick(document), Motion::stepwise);
  const std::vector<Tap> all = taps(document.sized, output_of_step(document.sized, moment.step));
  double expected = 0;
  for (std::int64_t i = 0; i <= moment.part && i < std::ssize(all); ++i) {
    const TapValue value =
        tap_value(document.sized.layer, all[static_cast<std::size_t>(i)], *document.input, *document.weight);
    expected += static_cast<double>(value.value) * value.weight;
  }
  if (!moment.complete()) {
    RC_ASSERT(std::abs(partial_sum(document, moment) - expected) < 1e-6);
  }
}

}  // namespace
}  // namespace convscope
