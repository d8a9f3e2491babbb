#include "app/cli/view_options.h"

#include <CLI/CLI.hpp>
#include <string>

#include "app/document/view_names.h"
#include "app/text/usage_errors.h"

namespace convscope {

/// A flag that takes one of the choices' names.
template <typename Choices, typename Choice>
void ViewOptions::add_choice(CLI::App& command, const char* flag, const char* help, const Choices& choices,
                             Choice View::*member) {
  const auto take = [this, &choices, member](const std::string& name) {
    changes_.emplace_back([member, value = *choice_named(choices, name)](View& view) { view.*member = value; });
  };
  const auto check = [&choices](const std::string& name) {
    return choice_named(choices, name) ? std::string() : text::bad_value(name, names_of(choices));
  };
  const std::string words = std::string(help) + ": " + names_of(choices) + " (default " +
                            std::string(name_of(choices, defaults_.*member)) + ")";
  command.add_option_function<std::string>(flag, take, words)->type_name("NAME")->check(check);
}

void ViewOptions::add_to(CLI::App& command) {
  add_choice(command, "--look", "How the grids are laid out", looks, &View::look);
  add_choice(command, "--theme", "Colours of background and text", themes, &View::theme);
  add_choice(command, "--color", "What a cell's colour says", colorings, &View::coloring);
  add_choice(command, "--pace", "What one step of the animation adds", paces, &View::pace);
  add_choice(command, "--transposed", "How a transposed layer is shown", transposed_forms, &View::transposed);
  add_choice(command, "--matrix", "The matrix beside the grids", matrix_forms, &View::matrix);
  add_choice(command, "--flow", "Values, or the gradient that flows back", flows, &View::flow);
  add_choice(command, "--axis-order", "How shapes and cells are written", axis_orders, &View::axis_order);
  const auto take_channel = [this](const std::int64_t& channel) {
    changes_.emplace_back([channel](View& view) { view.input_channel = channel; });
  };
  command
      .add_option_function<std::int64_t>("--input-channel", take_channel,
                                         "Which channel of a group lies in front (default 0)")
      ->type_name("N")
      ->check(CLI::Validator(CLI::NonNegativeNumber).description(""));
}

View ViewOptions::applied(const std::optional<View>& saved) const {
  View view = saved.value_or(defaults_);
  for (const auto& change : changes_) {
    change(view);
  }
  return view;
}

}  // namespace convscope
