#include "app/scene/tip_products.h"

#include <string>

#include "app/scene/cell_sum.h"
#include "app/text/phrases.h"
#include "app/text/tips.h"
#include "engine/taps.h"

namespace convscope {
namespace {

namespace words = text::tip;

std::string kernel_cells(const Layer& layer) {
  return std::to_string(layer.kernel_size.height * layer.kernel_size.width);
}

bool is_winner(const TipParts& tip, const SeenTap& seen) {
  const std::vector<Tap> window = taps(tip.document.sized, seen.output);
  const auto winner = max_pool_winner(window, *tip.document.input);
  return winner && window[static_cast<std::size_t>(*winner)].padded_y == seen.tap.padded_y &&
         window[static_cast<std::size_t>(*winner)].padded_x == seen.tap.padded_x;
}

MathText read_by_maximum(const TipParts& tip, const SeenTap& seen, const MathRun& read) {
  if (tip.focus.cell.role != PlaneRole::output) {
    MathText text{{formula_number(tip.result.output->at(seen.output)), Role::output}};
    if (is_winner(tip, seen)) {
      text.push_back({text::picture::tip_takes_it.in(tip.language)});
    }
    return text;
  }
  const bool winner = tip.focus.winner && tip.focus.winner->padded_y == seen.tap.padded_y &&
                      tip.focus.winner->padded_x == seen.tap.padded_x;
  return winner ? MathText{read, {text::picture::tip_is_largest.in(tip.language)}} : MathText{read};
}

}  // namespace

std::vector<SeenTap> first_taps(const UseProduct& uses) {
  std::vector<SeenTap> seen;
  for (const ChannelTap& channel : uses.channels) {
    for (const AxisTap& row : uses.rows) {
      for (const AxisTap& column : uses.columns) {
        if (std::ssize(seen) == max_tip_products) {
          return seen;
        }
        SeenTap one{{0, channel.output, row.output, column.output}, {}, channel.input};
        one.tap.padded_y = row.padded;
        one.tap.padded_x = column.padded;
        if (row.input && column.input) {
          one.tap.input = Index{0, channel.input, *row.input, *column.input};
        }
        if (channel.weight) {
          one.tap.weight = Index{channel.weight->outer, channel.weight->inner, row.kernel, column.kernel};
        }
        seen.push_back(one);
      }
    }
  }
  return seen;
}

MathText product(const TipParts& tip, const SeenTap& seen) {
  const TapValue value = tap_value(tip.layer(), seen.tap, *tip.document.input, *tip.document.weight);
  const MathRun read{formula_number(value.value), seen.tap.input ? Role::input : Role::padding};
  const std::string result = " = " + formula_number(static_cast<double>(value.value) * value.weight);
  if (tip.layer().op == Op::max_pool2d) {
    return read_by_maximum(tip, seen, read);
  }
  if (tip.layer().op == Op::avg_pool2d) {
    return {read, {" / " + kernel_cells(tip.layer()) + result}};
  }
  return {read, {" · "}, {formula_number(value.weight), Role::kernel_size}, {result}};
}

MathText gradient_product(const TipParts& tip, const SeenTap& seen) {
  const double arriving = tip.values.output.values->at(seen.output);
  const MathRun from{formula_number(arriving), Role::output};
  const TapValue value = tap_value(tip.layer(), seen.tap, *tip.document.input, *tip.document.weight);
  if (tip.layer().op == Op::max_pool2d) {
    return {from, {is_winner(tip, seen) ? text::picture::tip_takes_it.in(tip.language) : ""}};
  }
  if (tip.layer().op == Op::avg_pool2d) {
    return {from, {" / " + kernel_cells(tip.layer()) + " = " + formula_number(arriving * value.weight)}};
  }
  const bool to_weight = tip.focus.cell.role == PlaneRole::weight;
  const double factor = to_weight ? value.value : value.weight;
  const Role role = to_weight ? Role::input : Role::kernel_size;
  return {from, {" · "}, {formula_number(factor), role}, {" = " + formula_number(arriving * factor)}};
}

MathText places(const TipParts& tip, const SeenTap& seen) {
  std::vector<std::string> ends;
  const PlaneRole role = tip.focus.cell.role;
  const AxisOrder order = tip.document.view.axis_order;
  if (role != PlaneRole::output) {
    ends.push_back(words::output_cell(order, seen.output));
  }
  if (role != PlaneRole::input) {
    const Index place{0, seen.in_channel, seen.tap.padded_y, seen.tap.padded_x};
    const bool inside = seen.tap.input && *seen.tap.input == place;
    ends.push_back(inside ? words::input_cell(order, place) : words::padding_cell(order, place));
  }
  if (role != PlaneRole::weight && seen.tap.weight) {
    ends.push_back(text::weight_cell(order, *seen.tap.weight));
  }
  std::string text = ends.front();
  for (std::size_t i = 1; i < ends.size(); ++i) {
    text += " · " + ends[i];
  }
  return {{text, Role::notes}};
}

}  // namespace convscope
