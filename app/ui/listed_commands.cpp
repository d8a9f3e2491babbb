#include <array>

#include "app/document/view_names.h"
#include "app/text/editing.h"
#include "app/text/names.h"
#include "app/text/window.h"
#include "app/ui/command_list.h"
#include "app/ui/command_words.h"
#include "app/ui/document_edits.h"
#include "app/ui/file_sheets.h"

namespace convscope {
namespace {

using namespace text::window;
namespace also = text::also;

using Commands = std::vector<ListedCommand>;

text::Text under(const text::Text& heading, const text::Text& label) {
  return text::filled(under_heading, heading, label);
}

void add_keyed(Commands& commands) {
  for (int number = 0; number < command_count; ++number) {
    const auto command = static_cast<Command>(number);
    if (command != Command::toggle_command_list && command != Command::close_popup) {
      const CommandWords words = words_of(command);
      commands.push_back({words.label, words.key, [command](Workspace& workspace) { perform(workspace, command); },
                          words.also != nullptr ? text::Text(*words.also) : text::Text()});
    }
  }
}

/// What chooses a value of the picture's.
template <typename Value>
std::function<void(Workspace&)> choosing(Value View::*field, Value value) {
  return [field, value](Workspace& workspace) {
    // NOLINTNEXTLINE(misc-const-correctness): it is written through a pointer to its member.
    View view = workspace.document.view;
    view.*field = value;
    change_view(workspace, view);
  };
}

/// What a choice about the picture is called, and its values.
template <std::size_t count>
struct ViewWords {
  const text::Phrase& heading;
  std::array<text::Text, count> values;
  const text::Phrase& also;
};

/// A line for each of its values.
template <typename Value, std::size_t count>
void add_view(Commands& commands, const ViewWords<count>& words, const std::array<NamedChoice<Value>, count>& values,
              Value View::*field) {
  for (std::size_t i = 0; i < count; ++i) {
    commands.push_back({under(words.heading, words.values[i]), {}, choosing(field, values[i].value), words.also});
  }
}

void add_themes(Commands& commands) {
  const auto add = [&](const text::Phrase& label, Theme theme, const text::Phrase& also) {
    commands.push_back({under(menu_view, label), {}, choosing(&View::theme, theme), also});
  };
  add(menu_light, Theme::light, also::light_theme);
  add(menu_dark, Theme::dark, also::dark_theme);
  add(menu_high_contrast, Theme::high_contrast, also::contrast_theme);
}

void add_views(Commands& commands) {
  add_view<Coloring, 5>(commands, {colors, {plain, diverging, sequential, weight, coverage}, also::coloring}, colorings,
                        &View::coloring);
  add_view<Flow, 3>(commands, {flow, {forward_flow, gradient_of_cell, gradient_of_sum}, also::flow}, flows,
                    &View::flow);
  add_view<MatrixForm, 3>(commands, {matrix, {no_matrix, im2col, sparse}, also::matrix}, matrix_forms, &View::matrix);
  add_view<TransposedForm, 2>(commands, {transposed_label, {stretched, stamping}, also::transposed}, transposed_forms,
                              &View::transposed);
  add_view<AxisOrder, 2>(commands, {shapes_written, {axes_chw, axes_hwc}, also::axis_order}, axis_orders,
                         &View::axis_order);
  add_view<Pace, 3>(commands, {command_tick, {by_cell, by_channel, by_tap}, also::pace}, paces, &View::pace);
}

void add_panels(Commands& commands) {
  constexpr std::array sides{SidePanel::arithmetic, SidePanel::values, SidePanel::code, SidePanel::solver,
                             SidePanel::chain};
  const std::array<text::Phrase, sides.size()> words{edit_arithmetic, edit_values, edit_code, side_solver, side_chain};
  const std::array<text::Phrase, sides.size()> others{also::arithmetic, also::values, also::code, also::solver,
                                                      also::chain};
  for (std::size_t i = 0; i < sides.size(); ++i) {
    commands.push_back({under(command_panel, words[i]),
                        {},
                        [side = sides[i]](Workspace& workspace) {
                          workspace.side = side;
                          workspace.show_arithmetic_panel = true;
                        },
                        others[i]});
  }
  for (const bool variables : {false, true}) {
    commands.push_back({under(this_cell, variables ? sum_variables : sum_numbers),
                        {},
                        [variables](Workspace& workspace) { workspace.variables = variables; },
                        also::arithmetic});
  }
  commands.push_back({under(command_toggle, menu_layer_panel),
                      {},
                      [](Workspace& workspace) { workspace.show_layer_panel = !workspace.show_layer_panel; },
                      also::panels});
  commands.push_back({under(command_toggle, menu_arithmetic_panel),
                      {},
                      [](Workspace& workspace) { workspace.show_arithmetic_panel = !workspace.show_arithmetic_panel; },
                      also::panels});
}

void add_values(Commands& commands) {
  const std::array<text::Phrase, fill_kinds.size()> words{edit_zeros,   edit_ones,    edit_ramp,
                                                          edit_checker, edit_impulse, edit_random};
  for (std::size_t i = 0; i < fill_kinds.size(); ++i) {
    commands.push_back({under(edit_fill, words[i]),
                        {},
                        [kind = fill_kinds[i]](Workspace& workspace) { fill(workspace, kind); },
                        also::fill});
  }
  for (const Kernel kernel : kernels) {
    commands.push_back({under(edit_kernels, text::editing::kernel_label(name(kernel))),
                        {},
                        [kernel](Workspace& workspace) { put_kernel(workspace, kernel); },
                        also::kernels});
  }
}

void add_layers(Commands& commands, const Workspace& workspace, std::span<const Preset> presets) {
  for (const Op op : ops) {
    commands.push_back(
        {under(text::window::op, text::name(op)), {}, [op](Workspace& opened) { choose_op(opened, op); }, also::op});
  }
  for (const Preset& preset : presets) {
    commands.push_back({under(menu_preset, preset.name),
                        {},
                        [preset](Workspace& opened) { open_preset(opened, preset); },
                        also::presets});
  }
  for (const std::string& sample : workspace.files.samples) {
    commands.push_back(
        {under(menu_samples, sample),
         {},
         [sample](Workspace& opened) { ask_for(opened, {.kind = FileRequest::Kind::open_sample, .sample = sample}); },
         also::samples});
  }
}

void add_languages(Commands& commands) {
  const auto add = [&](const text::Text& label, std::optional<text::Language> language, const text::Phrase& also) {
    commands.push_back(
        {under(menu_language, label), {}, [language](Workspace& workspace) { workspace.language = language; }, also});
  };
  add(menu_locale_language, std::nullopt, also::language);
  add("English", text::Language::english, also::english);
  add("한국어", text::Language::korean, also::korean);
}

}  // namespace

std::vector<ListedCommand> listed_commands(const Workspace& workspace, std::span<const Preset> presets) {
  Commands commands;
  add_keyed(commands);
  add_panels(commands);
  add_themes(commands);
  add_views(commands);
  add_layers(commands, workspace, presets);
  add_values(commands);
  add_languages(commands);
  return commands;
}

}  // namespace convscope
