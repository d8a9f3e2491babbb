#include <vector>

#include "app/text/sum_words.h"
#include "app/text/window.h"
#include "app/ui/arithmetic_sections.h"
#include "app/ui/chips.h"
#include "engine/arithmetic.h"
#include "engine/taps.h"
#include "engine/window.h"

namespace convscope {
namespace {

Chip number_chip(double value, Role role) {
  return {.left = {{formula_number(value), role}}, .right = {}, .below = {}};
}

/// A chip for each product of the step, with a number of it.
template <typename NumberChip>
std::vector<Chip> chips_of(const CellSum& sum, const NumberChip& number) {
  std::vector<Chip> chips;
  for (std::size_t i = 0; i < sum.products.size(); ++i) {
    Chip chip = number(i, sum.products[i]);
    chip.done = sum.products[i].done;
    chip.current = sum.current == i;
    chip.winner = sum.winner == i;
    chips.push_back(std::move(chip));
  }
  return chips;
}

/// What an input cell gets: the weight it met; of a maximum 1 or 0. A padding cell gets nothing.
Chip input_chip(const CellSum& sum, std::size_t number, const Product& product) {
  const bool maximum = sum.kind == SumKind::maximum;
  const double of_maximum = sum.winner == number ? 1 : 0;
  const double share = maximum ? of_maximum : product.value.weight;
  return product.tap.input ? number_chip(share, maximum ? Role::plain : Role::kernel_size)
                           : number_chip(0, Role::padding);
}

void draw_of_cell(Ui& ui, Workspace& workspace) {
  const CellSum& sum = workspace.cell_sum();
  draw_note(ui, ui.say(text::picture::gradient_of_cell));
  draw_note(ui, sum.kind == SumKind::maximum ? ui.say(text::picture::to_winner)
                : sum.kind == SumKind::mean  ? ui.say(text::picture::to_all_alike)
                                             : ui.say(text::picture::to_input));
  if (sum.products.empty()) {
    return draw_note(ui, sum.product_count == 0 ? ui.say(text::picture::no_tap)
                                                : text::too_many_products(ui.language, sum.product_count));
  }
  draw_chips(ui, "to_input", chips_of(sum, [&](std::size_t i, const Product& p) { return input_chip(sum, i, p); }),
             sum.columns);
  if (sum.kind != SumKind::sum) {
    return;
  }
  draw_note(ui, ui.say(text::picture::to_weight));
  const auto value_chip = [](std::size_t, const Product& product) {
    return number_chip(product.value.value, product.tap.input ? Role::input : Role::padding);
  };
  draw_chips(ui, "to_weight", chips_of(sum, value_chip), sum.columns);
  if (sum.has_bias) {
    draw_note(ui, ui.say(text::picture::to_bias));
  }
}

/// The part of the weight's gradient that the step's channels use.
void draw_weight_gradient(Ui& ui, Workspace& workspace, const Tensor& gradient) {
  const CellSum& sum = workspace.cell_sum();
  const Layer& layer = workspace.document.sized.layer;
  const Shape& shape = gradient.shape();
  if (shape.height * shape.width > max_listed_products) {
    return;
  }
  const std::int64_t in_group = sum.front_channel - first_input_channel(layer, sum.out_channel);
  const WeightChannels weight = weight_channels(layer, sum.out_channel, in_group);
  draw_note(ui, text::weights_get(ui.language, sum.front_channel, sum.out_channel));
  std::vector<Chip> chips;
  for (const float value : gradient.channel(weight.outer, weight.inner)) {
    chips.push_back(number_chip(value, Role::kernel_size));
  }
  draw_chips(ui, "weight_gradient", chips, shape.width);
}

void draw_of_sum(Ui& ui, Workspace& workspace) {
  const LayerResult& result = workspace.result();
  draw_note(ui, ui.say(text::picture::gradient_of_sum));
  if (result.input_gradient.values) {
    const ValueRange& range = result.input_gradient.range;
    draw_note(ui, text::input_gets(ui.language, formula_number(range.low), formula_number(range.high)));
  }
  if (is_pool(workspace.document.sized.layer.op)) {
    return;
  }
  if (result.weight_gradient.values && !workspace.live.is_behind()) {
    draw_weight_gradient(ui, workspace, *result.weight_gradient.values);
  }
  if (workspace.cell_sum().has_bias) {
    const Size output = output_size(workspace.document.sized);
    draw_note(ui, text::bias_gets(ui.language, output.height * output.width));
  }
}

}  // namespace

void draw_gradient_section(Ui& ui, Workspace& workspace) {
  const Document& document = workspace.document;
  const CellSum& sum = workspace.cell_sum();
  const bool of_sum = document.view.flow == Flow::gradient_of_sum;
  const std::string channel = channel_note(ui, document, sum);
  const std::string note =
      of_sum ? ui.say(text::window::of_sum)
             : text::window::of_cell(ui.language, text::output_cell(document.view.axis_order, sum.cell));
  draw_section_heading(ui, ui.say(text::window::gradient), channel.empty() || of_sum ? note : note + " · " + channel);
  if (of_sum) {
    draw_of_sum(ui, workspace);
  } else {
    draw_of_cell(ui, workspace);
  }
}

}  // namespace convscope
