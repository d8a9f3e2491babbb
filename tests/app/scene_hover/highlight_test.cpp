#include "app/scene/highlight.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "app/scene/palette.h"
#include "app/scene/planes.h"
#include "engine/forward.h"
#include "engine/padding.h"
#include "engine/taps.h"
#include "engine/window.h"
#include "tests/app/scene_hover/example.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

/// batch, channel, row, column.
using Place = std::array<std::int64_t, 4>;
using Places = std::set<Place>;

/// What takes part in a sum, by the places where the planes show it.
struct Touch {
  Places inputs;
  Places weights;
  Places outputs;
};

struct PlacedTap {
  Index output;
  Index padded;  ///< Where the input is read, padding by its own place.
  Tap tap;
};

/// Every tap of every output, one by one: the slow answer.
std::vector<PlacedTap> all_taps(const SizedLayer& sized) {
  std::vector<PlacedTap> list;
  for (std::int64_t step = 0; step < step_count(sized); ++step) {
    const Index output = output_of_step(sized, step);
    const std::vector<Tap> cell = taps(sized, output);
    const std::int64_t depth = channels_read(sized.layer);
    for (std::size_t i = 0; i < cell.size(); ++i) {
      const std::int64_t channel = static_cast<std::int64_t>(i) * depth / std::ssize(cell);
      list.push_back(
          {output,
           {0, first_input_channel(sized.layer, output.channel) + channel, cell[i].padded_y, cell[i].padded_x},
           cell[i]});
    }
  }
  return list;
}

bool takes_part(const PlacedTap& tap, const CellRef& cell) {
  switch (cell.role) {
    case PlaneRole::input:
      return cell.kind == CellKind::cell ? tap.tap.input == cell.index : tap.padded == cell.index;
    case PlaneRole::weight:
      return tap.tap.weight == cell.index;
    case PlaneRole::output:
      return tap.output == cell.index;
    case PlaneRole::other:
      break;
  }
  return false;
}

Place place_of(const Index& index) { return {index.batch, index.channel, index.y, index.x}; }

Touch expected_touch(const SizedLayer& sized, const CellRef& cell) {
  Touch touch;
  for (const PlacedTap& tap : all_taps(sized)) {
    if (takes_part(tap, cell)) {
      touch.inputs.insert(place_of(tap.padded));
      touch.outputs.insert(place_of(tap.output));
      if (tap.tap.weight) {
        touch.weights.insert(place_of(*tap.tap.weight));
      }
    }
  }
  return touch;
}

/// All planes of the layer's tensors, whatever a look leaves out.
Scene every_plane(const Document& document) {
  const LayerResult result = compute(document);
  const StepValues values = step_values(document, result, {});
  const Parts parts = make_parts({document, result, values, {}}, text::Language::english);
  Scene scene;
  for (std::int64_t channel = 0; channel < parts.layer().in_channels; ++channel) {
    scene.items.emplace_back(input_plane(parts, channel));
  }
  for (std::int64_t channel = 0; channel < parts.layer().out_channels; ++channel) {
    scene.items.emplace_back(output_plane(parts, channel));
    for (std::int64_t inner = 0; !is_pool(parts.layer().op) && inner < channels_read(parts.layer()); ++inner) {
      scene.items.emplace_back(kernel_plane(parts, channel, inner));
    }
  }
  return scene;
}

/// The cells that the lattices light, as places of the tensors; that each lies on a whole cell is part of the test.
Touch lit(const Scene& scene, Color color) {
  Touch touch;
  for (const Plane* const plane : tensor_planes(scene)) {
    Places& places = plane->cells.role == PlaneRole::input    ? touch.inputs
                     : plane->cells.role == PlaneRole::weight ? touch.weights
                                                              : touch.outputs;
    for (const CellLattice& lattice : plane->lattices) {
      for (std::int64_t i = 0; lattice.overlay == color && i < lattice.rows; ++i) {
        for (std::int64_t j = 0; j < lattice.columns; ++j) {
          const auto row = static_cast<std::int64_t>(lattice.row + static_cast<float>(i) * lattice.row_spacing);
          const auto column =
              static_cast<std::int64_t>(lattice.column + static_cast<float>(j) * lattice.column_spacing);
          const Size& by = plane->stretch.by;
          RC_ASSERT(row % by.height == 0 && column % by.width == 0);
          const Place place{plane->cells.batch, plane->cells.channel, row / by.height, column / by.width};
          RC_ASSERT(places.insert(place).second || plane->cells.role == PlaneRole::weight);
        }
      }
    }
  }
  return touch;
}

CellRef random_cell(const Document& document) {
  const Layer& layer = document.sized.layer;
  const auto below = [](std::int64_t end) { return *rc::gen::inRange<std::int64_t>(0, end); };
  const auto in = [&](const Shape& shape) {
    return Index{below(shape.batch), below(shape.channels), below(shape.height), below(shape.width)};
  };
  switch (*rc::gen::inRange(is_pool(layer.op) ? 1 : 0, 4)) {
    case 0:
      return {PlaneRole::weight, in(weight_shape(layer))};
    case 1:
      return {PlaneRole::output, in(output_shape(document.sized))};
    case 2:
      return {PlaneRole::input, in(input_shape(document.sized))};
    default:
      break;
  }
  const Sides border = window_border(document.sized);
  const Size grid = window_grid_size(document.sized);
  CellRef cell{PlaneRole::input,
               {0, below(layer.in_channels), below(border.top + grid.height + border.bottom) - border.top,
                below(border.left + grid.width + border.right) - border.left},
               CellKind::padding};
  RC_PRE(has_cell(document, cell));
  return cell;
}

Document random_document() {
  Document document = document_of(*testing::valid_layer());
  document.view.transposed = *rc::gen::element(TransposedForm::stretched, TransposedForm::stamping);
  return document;
}

RC_GTEST_PROP(Focus, LightsWhatTheEngineSaysAndNothingElse, ()) {
  const Document document = random_document();
  const CellRef cell = random_cell(document);
  const Focus focus = make_focus(document, cell);
  const Touch touch =
      lit(with_focus(every_plane(document), document, focus, false), palette_of(document.view.theme).focus);
  // What surrounds a stretched input lies at places that taps know nothing of.
  const bool touches = cell.kind == CellKind::cell || document.sized.layer.op != Op::conv_transpose2d;
  const Touch expected = touches ? expected_touch(document.sized, cell) : Touch{};
  RC_ASSERT(touch.inputs == expected.inputs);
  RC_ASSERT(touch.weights == expected.weights);
  RC_ASSERT(touch.outputs == expected.outputs);
}

RC_GTEST_PROP(Focus, WritesTheWeightThatACellMeets, ()) {
  const Document document = random_document();
  const CellRef cell = random_cell(document);
  const Scene scene = with_focus(every_plane(document), document, make_focus(document, cell), false);
  std::map<Place, std::vector<float>> met;
  for (const PlacedTap& tap : all_taps(document.sized)) {
    if (takes_part(tap, cell) && tap.tap.weight) {
      met[place_of(cell.role == PlaneRole::output ? tap.padded : tap.output)].push_back(
          document.weight->at(*tap.tap.weight));
    }
  }
  for (const Plane* const plane : tensor_planes(scene)) {
    for (const CellLattice& lattice : plane->lattices) {
      if (!lattice.corner_values) {
        continue;
      }
      const Size& by = plane->stretch.by;
      for (std::int64_t i = 0; i < lattice.rows; ++i) {
        for (std::int64_t j = 0; j < lattice.columns; ++j) {
          const Place place{
              0, plane->cells.channel,
              static_cast<std::int64_t>(lattice.row + static_cast<float>(i) * lattice.row_spacing) / by.height,
              static_cast<std::int64_t>(lattice.column + static_cast<float>(j) * lattice.column_spacing) / by.width};
          const ChannelValues& corner = *lattice.corner_values;
          RC_ASSERT(met.at(place) == std::vector{corner.tensor->at({corner.batch, corner.channel, i, j})});
        }
      }
    }
  }
}

TEST(Focus, AnOutputHasItsWeightsInTheTakenCells) {
  const Document document = document_of({.layer = {.padding = {1, 1, 1, 1}}});
  const Focus focus = make_focus(document, {PlaneRole::output, {0, 0, 0, 0}});
  const Scene scene = with_focus(scene_of(document), document, focus, false);
  const Plane& input = plane_named(scene, "input 0");
  ASSERT_EQ(input.lattices.size(), 1U);
  ASSERT_TRUE(input.lattices[0].corner_values.has_value());
  EXPECT_EQ(input.lattices[0].row, -1);
  EXPECT_EQ(*input.lattices[0].corner_values->tensor, *document.weight);
}

TEST(Focus, FramesItsCellAndThickerWhenPinned) {
  const Document document = document_of({.layer = {.in_channels = 2}});
  const Focus focus = make_focus(document, {PlaneRole::input, {0, 0, 3, 1}});
  const auto frames = [&](bool pinned) {
    return plane_named(with_focus(scene_of(document), document, focus, pinned), "input 0").frames;
  };
  ASSERT_EQ(frames(false).size(), 1U) << "the window's frame is gone";
  EXPECT_EQ(frames(false)[0].row, 3);
  EXPECT_EQ(frames(false)[0].column, 1);
  EXPECT_GT(frames(true)[0].width, frames(false)[0].width);
}

TEST(Focus, AStretchedInputIsMarkedAtItsStretchedPlaces) {
  const Document document =
      document_of({.layer = {.op = Op::conv_transpose2d, .stride = {3, 2}}, .input_size = {3, 3}});
  const Focus focus = make_focus(document, {PlaneRole::input, {0, 0, 1, 2}});
  const Scene scene = with_focus(scene_of(document), document, focus, false);
  const CellFrame frame = plane_named(scene, "input 0").frames.at(0);
  EXPECT_EQ(frame.row, 3);
  EXPECT_EQ(frame.column, 4);
}

TEST(Focus, ThePaddingsSourceIsJoinedByAnArrow) {
  const Document document = document_of({.layer = {.padding = {1, 1, 1, 1}, .padding_mode = PaddingMode::circular}});
  const Focus focus = make_focus(document, {PlaneRole::input, {0, 0, -1, 2}, CellKind::padding});
  ASSERT_TRUE(focus.source.has_value());
  EXPECT_EQ(*focus.source, (Index{0, 0, 4, 2}));
  const Scene scene = with_focus(scene_of(document), document, focus, false);
  std::vector<Line> arrows;
  for (const SceneItem& item : scene.items) {
    if (const Line* const line = std::get_if<Line>(&item)) {
      arrows.push_back(*line);
    }
  }
  ASSERT_EQ(arrows.size(), 1U) << "the moment's own are gone";
  const Plane& input = plane_named(scene, "input 0");
  EXPECT_TRUE(arrows[0].arrow);
  const Vec2 from = scene.camera.project(arrows[0].from);
  const Vec2 to = scene.camera.project(arrows[0].to);
  EXPECT_EQ(from, pixel_of(scene, input, {2.5F - 0.3F, -0.5F + 0.3F}))
      << "beside the padding's number, and all numbers in between";
  EXPECT_EQ(to.x, from.x);
  EXPECT_NEAR(to.y, pixel_of(scene, input, {2.2F, 4.5F - 0.3F}).y, 1e-3F);
  EXPECT_EQ(input.frames.size(), 2U) << "the cell and its source";
}

TEST(Focus, InTheObliqueLookLinesJoinTheCellWithWhatItTouches) {
  const Document document = document_of({.layer = {}}, Look::oblique);
  const Focus focus = make_focus(document, {PlaneRole::output, {0, 0, 1, 2}});
  const Scene scene = with_focus(scene_of(document), document, focus, false);
  std::vector<Line> lines;
  for (const SceneItem& item : scene.items) {
    if (const Line* const line = std::get_if<Line>(&item)) {
      lines.push_back(*line);
    }
  }
  ASSERT_EQ(lines.size(), 4U);
  const Plane& input = plane_named(scene, "input 0");
  const Plane& output = plane_named(scene, "output 0");
  EXPECT_EQ(scene.camera.project(lines[0].from), pixel_of(scene, input, {2, 1}));
  EXPECT_EQ(scene.camera.project(lines[2].from), pixel_of(scene, input, {5, 4}));
  EXPECT_EQ(scene.camera.project(lines[2].to), pixel_of(scene, output, {3, 2}));
}

TEST(Focus, LightsTheWinnerOfAMaximum) {
  const Document document = document_of({.layer = {.op = Op::max_pool2d, .stride = {1, 1}}});
  const Focus focus = make_focus(document, {PlaneRole::output, {0, 0, 1, 1}});
  const std::vector<Tap> window = taps(document.sized, {0, 0, 1, 1});
  const auto winner = max_pool_winner(window, *document.input);
  const Scene scene = with_focus(scene_of(document), document, focus, false);
  const CellLattice last = plane_named(scene, "input 0").lattices.back();
  EXPECT_EQ(last.overlay, palette_of(Theme::light).winner);
  EXPECT_EQ(last.row, static_cast<float>(window[static_cast<std::size_t>(*winner)].padded_y));
  EXPECT_EQ(last.column, static_cast<float>(window[static_cast<std::size_t>(*winner)].padded_x));
}

TEST(Focus, KeepsWhatIsCutOut) {
  const Document document = document_of({.layer = {}});
  Scene scene = scene_of(document);
  CellLattice hole;
  hole.cut = true;
  std::get<Plane>(scene.items[0]).lattices = {hole};
  const Scene focused = with_focus(scene, document, make_focus(document, {PlaneRole::output, {0, 0, 0, 0}}), false);
  EXPECT_EQ(std::get<Plane>(focused.items[0]).lattices.front(), hole);
}

TEST(Focus, IsSmallHoweverManyCellsAreTouched) {
  const Document document = document_of({.layer = {}, .input_size = {1080, 1920}});
  const Focus focus = make_focus(document, {PlaneRole::weight, {0, 0, 1, 1}});
  const Scene scene = with_focus(scene_of(document), document, focus, false);
  for (const Plane* const plane : tensor_planes(scene)) {
    EXPECT_EQ(plane->lattices.size(), 1U) << plane->name;
  }
}

TEST(CurrentFocus, FollowsTheCellAndTheLayer) {
  CurrentFocus current;
  const Document document = document_of({.layer = {}});
  const CellRef first{PlaneRole::output, {0, 0, 0, 0}};
  EXPECT_EQ(current.of(document, first).rows.input.front().first, 0);
  EXPECT_EQ(current.of(document, {PlaneRole::output, {0, 0, 1, 0}}).rows.input.front().first, 1);
  const Document padded = document_of({.layer = {.padding = {1, 1, 1, 1}}});
  EXPECT_EQ(current.of(padded, first).rows.input.front().first, -1);
}

std::vector<std::int64_t> listed(const std::vector<TapLine>& runs) {
  std::vector<std::int64_t> numbers;
  for (const TapLine& run : runs) {
    for (std::int64_t i = 0; i < run.count; ++i) {
      numbers.push_back(run.at(i));
    }
  }
  std::ranges::sort(numbers);
  return numbers;
}

RC_GTEST_PROP(RegularRuns, HoldEveryNumberOnce, (std::vector<std::int8_t> any)) {
  const std::vector<std::int64_t> numbers(any.begin(), any.end());
  const std::set<std::int64_t> unique(numbers.begin(), numbers.end());
  RC_ASSERT(listed(regular_runs(numbers)) == std::vector<std::int64_t>(unique.begin(), unique.end()));
}

TEST(RegularRuns, AreFew) {
  EXPECT_EQ(regular_runs({4, 2, 6, 8}).size(), 1U);
  EXPECT_EQ(regular_runs({0, 3, 6, 9, 1, 4, 7, 10}).size(), 2U);
  EXPECT_EQ(regular_runs({5}).size(), 1U);
  EXPECT_TRUE(regular_runs({}).empty());
}

}  // namespace
}  // namespace convscope
