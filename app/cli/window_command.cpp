#include "app/cli/window_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>
#include <system_error>
#include <vector>

#include "app/cli/chosen_document.h"
#include "app/cli/layer_options.h"
#include "app/cli/view_options.h"
#include "app/text/errors.h"
#include "app/text/usage_errors.h"

namespace convscope {
namespace {

/// What the window shows when no layer is chosen.
constexpr const char* first_preset = "padding_strides";

bool chooses_layer(const std::string& argument) {
  return argument.starts_with("--preset") || argument.starts_with("--layer") || argument.starts_with("--session");
}

/// The window may go on where the folder is another.
std::filesystem::path from_here(const std::string& file) {
  std::error_code unknown;
  return file.empty() ? std::filesystem::path() : std::filesystem::absolute(file, unknown);
}

int failed(const Error& error, int status, std::ostream& err) {
  err << text::error_line(error) << '\n';
  return status;
}

}  // namespace

int run_window_command(std::span<const std::string> arguments, std::ostream& err,
                       const std::function<Status(const WindowOptions&)>& open) {
  CLI::App app;
  app.set_help_flag();
  LayerOptions layer;
  layer.add_to(app);
  WindowOptions options;
  ViewOptions view;
  app.add_option("--dump-state", options.dump_state);
  app.add_flag("--paused", options.paused);
  view.add_to(app);
  std::string file;
  app.add_option("file", file);
  // CLI11 takes the arguments from the back.
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  if (std::ranges::none_of(arguments, chooses_layer)) {
    reversed.insert(reversed.end(), {first_preset, "--preset"});
  }
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    return failed(text::bad_arguments(error.what(), ""), 2, err);
  }
  if (const Status usage = layer.check_usage(); !usage) {
    return failed(usage.error(), 2, err);
  }
  std::error_code unknown;
  if (!file.empty() && !std::filesystem::exists(file, unknown)) {
    return failed(text::no_command_or_file(file), 2, err);
  }
  const Result<ChosenLayer> chosen = layer.choose();
  if (!chosen) {
    return failed(chosen.error(), 1, err);
  }
  Result<Document> document = document_of(chosen.value(), view.applied(saved_view(chosen.value())));
  if (!document) {
    return failed(document.error(), 1, err);
  }
  options.document = std::move(document).value();
  options.file = from_here(file);
  if (const auto& session = chosen.value().session) {
    options.session = from_here(chosen.value().preset->name);
    options.tick = session->tick;
    options.speed = session->speed;
  }
  options.theme_chosen = app.count("--theme") > 0 || chosen.value().session;
  options.axis_order_chosen = app.count("--axis-order") > 0 || chosen.value().session;
  const Status closed = open(options);
  return closed ? 0 : failed(closed.error(), 1, err);
}

}  // namespace convscope
