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

using Commands = std::vector<ListedCommand>;

text::Text under(const text::Text& heading, const text::Text& label) {
  return text::filled(under_heading, heading, label);
}

void add_keyed(Commands& commands) {
  for (int number = 0; number < command_count; ++number) {
    const auto command = static_cast<Command>(number);
    if (command != Command::toggle_command_list && command != Command::close_popup) {
      const CommandWords words = words_of(command);
      commands.push_back({words.label, words.key, [command](Workspace& workspace) { perform(workspace, command); }});
    }
  }
}

/// A line for each value of a choice about the picture.
template <typename Value, std::size_t count>
void add_view(Commands& commands, const text::Phrase& heading, const std::array<NamedChoice<Value>, count>& values,
              const std::array<text::Text, count>& words, Value View::*field) {
  for (std::size_t i = 0; i < count; ++i) {
    commands.push_back({under(heading, words[i]), {}, [value = values[i].value, field](Workspace& workspace) {
                          // NOLINTNEXTLINE(misc-const-correctness): it is written through a pointer to its member.
                          View view = workspace.document.view;
                          view.*field = value;
                          change_view(workspace, view);
                        }});
  }
}

void add_views(Commands& commands) {
  add_view(commands, menu_view, themes, {menu_light, menu_dark, menu_high_contrast}, &View::theme);
  add_view(commands, colors, colorings, {plain, diverging, sequential, weight, coverage}, &View::coloring);
  add_view(commands, flow, flows, {forward_flow, gradient_of_cell, gradient_of_sum}, &View::flow);
  add_view(commands, matrix, matrix_forms, {no_matrix, im2col, sparse}, &View::matrix);
  add_view(commands, transposed_label, transposed_forms, {stretched, stamping}, &View::transposed);
  add_view(commands, shapes_written, axis_orders, {axes_chw, axes_hwc}, &View::axis_order);
  add_view(commands, command_tick, paces, {by_cell, by_channel, by_tap}, &View::pace);
}

void add_panels(Commands& commands) {
  constexpr std::array sides{SidePanel::arithmetic, SidePanel::values, SidePanel::code, SidePanel::solver,
                             SidePanel::chain};
  const std::array<text::Phrase, sides.size()> words{edit_arithmetic, edit_values, edit_code, side_solver, side_chain};
  for (std::size_t i = 0; i < sides.size(); ++i) {
    commands.push_back({under(command_panel, words[i]), {}, [side = sides[i]](Workspace& workspace) {
                          workspace.side = side;
                          workspace.show_arithmetic_panel = true;
                        }});
  }
  for (const bool variables : {false, true}) {
    commands.push_back({under(this_cell, variables ? sum_variables : sum_numbers),
                        {},
                        [variables](Workspace& workspace) { workspace.variables = variables; }});
  }
  commands.push_back({under(command_toggle, menu_layer_panel), {}, [](Workspace& workspace) {
                        workspace.show_layer_panel = !workspace.show_layer_panel;
                      }});
  commands.push_back({under(command_toggle, menu_arithmetic_panel), {}, [](Workspace& workspace) {
                        workspace.show_arithmetic_panel = !workspace.show_arithmetic_panel;
                      }});
}

void add_values(Commands& commands) {
  const std::array<text::Phrase, fill_kinds.size()> words{edit_zeros,   edit_ones,    edit_ramp,
                                                          edit_checker, edit_impulse, edit_random};
  for (std::size_t i = 0; i < fill_kinds.size(); ++i) {
    commands.push_back(
        {under(edit_fill, words[i]), {}, [kind = fill_kinds[i]](Workspace& workspace) { fill(workspace, kind); }});
  }
  for (const Kernel kernel : kernels) {
    commands.push_back({under(edit_kernels, text::editing::kernel_label(name(kernel))),
                        {},
                        [kernel](Workspace& workspace) { put_kernel(workspace, kernel); }});
  }
}

void add_layers(Commands& commands, const Workspace& workspace, std::span<const Preset> presets) {
  for (const Op op : ops) {
    commands.push_back(
        {under(text::window::op, text::name(op)), {}, [op](Workspace& opened) { choose_op(opened, op); }});
  }
  for (const Preset& preset : presets) {
    commands.push_back(
        {under(menu_preset, preset.name), {}, [preset](Workspace& opened) { open_preset(opened, preset); }});
  }
  for (const std::string& sample : workspace.files.samples) {
    commands.push_back({under(menu_samples, sample), {}, [sample](Workspace& opened) {
                          ask_for(opened, {.kind = FileRequest::Kind::open_sample, .sample = sample});
                        }});
  }
}

void add_languages(Commands& commands) {
  const auto add = [&](const text::Text& label, std::optional<text::Language> language) {
    commands.push_back(
        {under(menu_language, label), {}, [language](Workspace& workspace) { workspace.language = language; }});
  };
  add(menu_locale_language, std::nullopt);
  add("English", text::Language::english);
  add("한국어", text::Language::korean);
}

}  // namespace

std::vector<ListedCommand> listed_commands(const Workspace& workspace, std::span<const Preset> presets) {
  Commands commands;
  add_keyed(commands);
  add_panels(commands);
  add_views(commands);
  add_layers(commands, workspace, presets);
  add_values(commands);
  add_languages(commands);
  return commands;
}

}  // namespace convscope
