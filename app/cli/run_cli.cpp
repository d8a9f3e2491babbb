#include "app/cli/run_cli.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <new>
#include <vector>

#include "app/cli/command.h"
#include "app/text/errors.h"
#include "app/text/usage_errors.h"

namespace convscope {
namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int wrong_usage = 2;

/// The parser and the commands that it knows.
struct CommandLine {
  CLI::App parser{"Shows how a convolution works. Without a command, the window opens.", "convscope"};
  std::vector<Command> commands;

  CommandLine() {
    parser.set_version_flag("--version", "convscope " CONVSCOPE_VERSION);
    parser.require_subcommand(1);
    commands.push_back(add_shape_command(parser));
    commands.push_back(add_solve_command(parser));
    commands.push_back(add_compute_command(parser));
    commands.push_back(add_trace_command(parser));
    commands.push_back(add_reach_command(parser));
    commands.push_back(add_coverage_command(parser));
    commands.push_back(add_matrix_command(parser));
    commands.push_back(add_gradient_command(parser));
    commands.push_back(add_receptive_field_command(parser));
    commands.push_back(add_presets_command(parser));
    commands.push_back(add_code_command(parser));
    commands.push_back(add_export_command(parser));
  }

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> list;
    std::ranges::transform(commands, std::back_inserter(list),
                           [](const Command& command) { return command.parser->get_name(); });
    return list;
  }

  /// The command that the arguments name, or null.
  [[nodiscard]] const Command* chosen() const {
    const auto found = std::ranges::find_if(commands, [](const Command& c) { return c.parser->parsed(); });
    return found == commands.end() ? nullptr : &*found;
  }
};

bool is_option(std::string_view argument) { return argument.starts_with('-'); }

bool asks_about_itself(std::string_view argument) {
  return argument == "--help" || argument == "-h" || argument == "--version";
}

int run_command(const Command& command, std::ostream& out, std::ostream& err) {
  if (const Status usage = command.check_usage(); !usage) {
    err << text::error_line(usage.error()) << '\n';
    return wrong_usage;
  }
  const Status status = command.run(out);
  out.flush();
  if (!status) {
    err << text::error_line(status.error()) << '\n';
    return failed;
  }
  if (!out) {
    err << text::error_line(text::cannot_write_output()) << '\n';
    return failed;
  }
  return done;
}

int parse_and_run(CommandLine& line, std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto refuse = [&](const Error& error) {
    err << text::error_line(error) << '\n';
    return wrong_usage;
  };
  const std::vector<std::string> names = line.names();
  if (arguments.empty()) {
    return refuse(text::no_command(names));
  }
  const std::string& first = arguments.front();
  if (std::ranges::find(names, first) == names.end() && !asks_about_itself(first)) {
    return refuse(is_option(first) ? text::unknown_option(first, names) : text::unknown_command(first, names));
  }
  try {
    line.parser.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // It reads from the back.
  } catch (const CLI::Success& asked) {
    return line.parser.exit(asked, out, err);  // --help and --version
  } catch (const CLI::ParseError& error) {
    return refuse(text::bad_arguments(error.what(), line.chosen() == nullptr ? "" : line.chosen()->parser->get_name()));
  }
  return run_command(*line.chosen(), out, err);
}

}  // namespace

int run_cli(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  try {
    CommandLine line;
    return parse_and_run(line, arguments, out, err);
  } catch (const std::bad_alloc&) {
    err << text::error_line(text::out_of_memory()) << '\n';
    return failed;
  }
}

bool is_cli_argument(std::string_view argument) {
  if (is_option(argument)) {
    return asks_about_itself(argument);  // The window's options: it does not wait until all commands are made.
  }
  const std::vector<std::string> names = CommandLine().names();
  return std::ranges::find(names, argument) != names.end();
}

}  // namespace convscope
