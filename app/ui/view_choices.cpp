#include "app/ui/view_choices.h"

#include <string>

#include "app/text/window.h"

namespace convscope {
namespace {

using namespace text::window;

/// A choice's words, and shorter ones where there are some.
struct Words {
  const char* label;
  const char* brief = "";
};

template <typename Value, std::size_t count>
std::array<Choice, count> named(const std::array<NamedChoice<Value>, count>& values,
                                const std::array<Words, count>& words) {
  std::array<Choice, count> choices;
  for (std::size_t i = 0; i < count; ++i) {
    choices[i] = {std::string(values[i].name), words[i].label, words[i].brief};
  }
  return choices;
}

}  // namespace

std::array<Choice, colorings.size()> coloring_choices(const Ui& ui) {
  return named(colorings,
               {{{ui.say(plain)}, {ui.say(diverging)}, {ui.say(sequential)}, {ui.say(weight)}, {ui.say(coverage)}}});
}

std::array<Choice, flows.size()> flow_choices(const Ui& ui) {
  return named(flows, {{{ui.say(forward_flow)},
                        {ui.say(gradient_of_cell), ui.say(gradient_of_cell_brief)},
                        {ui.say(gradient_of_sum), ui.say(gradient_of_sum_brief)}}});
}

std::array<Choice, matrix_forms.size()> matrix_choices(const Ui& ui) {
  return named(matrix_forms, {{{ui.say(no_matrix)}, {im2col}, {ui.say(sparse)}}});
}

std::array<Choice, transposed_forms.size()> transposed_choices(const Ui& ui) {
  return named(transposed_forms, {{{ui.say(stretched)}, {ui.say(stamping)}}});
}

std::array<Choice, axis_orders.size()> axis_choices(const Ui& ui) {
  return named(axis_orders, {{{ui.say(axes_chw), "(C, H, W)"}, {ui.say(axes_hwc), "(H, W, C)"}}});
}

}  // namespace convscope
