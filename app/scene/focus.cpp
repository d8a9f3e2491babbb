#include "app/scene/focus.h"

#include <algorithm>
#include <utility>

#include "engine/padding.h"

namespace convscope {
namespace {

/// More weights than this are met only where cells are too small to write them.
constexpr std::int64_t max_met_weights = 1 << 16;

/// How far ahead a run looks for its second number.
constexpr std::size_t tried_spacings = 16;

std::vector<TapLine> runs_of(const std::vector<AxisTap>& taps, std::int64_t AxisTap::*place) {
  std::vector<std::int64_t> numbers;
  numbers.reserve(taps.size());
  for (const AxisTap& tap : taps) {
    numbers.push_back(tap.*place);
  }
  return regular_runs(std::move(numbers));
}

TouchedAxis touched(const std::vector<AxisTap>& taps) {
  return {runs_of(taps, &AxisTap::padded), runs_of(taps, &AxisTap::kernel), runs_of(taps, &AxisTap::output)};
}

/// The weight's row at each touched row, in ascending order of those; none where one meets several.
std::optional<std::vector<std::int64_t>> met_along(const std::vector<AxisTap>& taps, std::int64_t AxisTap::*place,
                                                   const std::vector<TapLine>& runs) {
  if (runs.size() != 1 || runs.front().count != std::ssize(taps)) {
    return std::nullopt;
  }
  std::vector<std::int64_t> met(taps.size());
  for (const AxisTap& tap : taps) {
    met[static_cast<std::size_t>((tap.*place - runs.front().first) / runs.front().spacing)] = tap.kernel;
  }
  return met;
}

std::shared_ptr<const Tensor> met_weights(const Document& document, const Focus& focus) {
  const PlaneRole role = focus.cell.role;
  const UseProduct& uses = focus.uses;
  if (is_pool(document.sized.layer.op) || (role != PlaneRole::input && role != PlaneRole::output) ||
      use_count(uses) == 0 || use_count(uses) > max_met_weights) {
    return nullptr;
  }
  const bool on_input = role == PlaneRole::output;
  const auto place = on_input ? &AxisTap::padded : &AxisTap::output;
  const auto rows = met_along(uses.rows, place, on_input ? focus.rows.input : focus.rows.output);
  const auto columns = met_along(uses.columns, place, on_input ? focus.columns.input : focus.columns.output);
  if (!rows || !columns) {
    return nullptr;
  }
  std::vector<float> values;
  for (const ChannelTap& channel : uses.channels) {
    for (const std::int64_t row : *rows) {
      for (const std::int64_t column : *columns) {
        values.push_back(document.weight->at({channel.weight->outer, channel.weight->inner, row, column}));
      }
    }
  }
  return std::make_shared<const Tensor>(Shape{1, std::ssize(uses.channels), std::ssize(*rows), std::ssize(*columns)},
                                        std::move(values));
}

std::optional<Index> source_of(const SizedLayer& sized, const CellRef& cell) {
  if (cell.role != PlaneRole::input || cell.kind != CellKind::padding || sized.layer.op == Op::conv_transpose2d) {
    return std::nullopt;
  }
  const auto y = source_cell(sized.layer.padding_mode, cell.index.y, sized.input_size.height);
  const auto x = source_cell(sized.layer.padding_mode, cell.index.x, sized.input_size.width);
  return y && x ? std::optional(Index{0, cell.index.channel, *y, *x}) : std::nullopt;
}

std::optional<Tap> winner_of(const Document& document, const CellRef& cell) {
  if (document.sized.layer.op != Op::max_pool2d || cell.role != PlaneRole::output || cell.kind != CellKind::cell) {
    return std::nullopt;
  }
  const std::vector<Tap> window = taps(document.sized, cell.index);
  const auto winner = max_pool_winner(window, *document.input);
  return winner ? std::optional(window[static_cast<std::size_t>(*winner)]) : std::nullopt;
}

/// How many of the ascending numbers are a run from the first on with this spacing.
std::int64_t run_length(const std::vector<std::int64_t>& numbers, std::int64_t spacing) {
  std::int64_t count = 0;
  for (const std::int64_t number : numbers) {
    const std::int64_t wanted = numbers.front() + count * spacing;
    if (number > wanted) {
      break;
    }
    count += number == wanted ? 1 : 0;
  }
  return count;
}

/// The longest run that begins with the first of the numbers.
TapLine longest_run(const std::vector<std::int64_t>& numbers) {
  TapLine longest{numbers.front(), 1, 1};
  for (std::size_t second = 1; second < std::min(numbers.size(), tried_spacings + 1); ++second) {
    const std::int64_t spacing = numbers[second] - numbers.front();
    const std::int64_t count = run_length(numbers, spacing);
    if (count > longest.count) {
      longest = {numbers.front(), spacing, count};
    }
    if (longest.count == std::ssize(numbers)) {
      break;
    }
  }
  return longest;
}

bool same_focus(const Document& a, const Document& b) {
  return a.sized == b.sized && a.input == b.input && a.weight == b.weight;
}

}  // namespace

std::vector<TapLine> regular_runs(std::vector<std::int64_t> numbers) {
  std::ranges::sort(numbers);
  const auto doubles = std::ranges::unique(numbers);
  numbers.erase(doubles.begin(), doubles.end());
  std::vector<TapLine> runs;
  while (!numbers.empty()) {
    const TapLine run = longest_run(numbers);
    std::erase_if(numbers, [&](std::int64_t number) {
      return number <= run.at(run.count - 1) && (number - run.first) % run.spacing == 0;
    });
    runs.push_back(run);
  }
  return runs;
}

Focus make_focus(const Document& document, const CellRef& cell) {
  Focus focus;
  focus.cell = cell;
  focus.uses = uses_of(document.sized, cell);
  if (use_count(focus.uses) > 0) {
    focus.rows = touched(focus.uses.rows);
    focus.columns = touched(focus.uses.columns);
  } else {
    focus.uses = {};
  }
  focus.met_weights = met_weights(document, focus);
  focus.source = source_of(document.sized, cell);
  focus.winner = winner_of(document, cell);
  return focus;
}

const Focus& CurrentFocus::of(const Document& document, const CellRef& cell) {
  if (!focus_ || focus_->cell != cell || !same_focus(document_, document)) {
    focus_ = make_focus(document, cell);
    document_ = document;
  }
  return *focus_;
}

}  // namespace convscope
