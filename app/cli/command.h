#pragma once

#include <functional>
#include <iosfwd>

#include "app/text/result.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
}

namespace convscope {

/// One subcommand, as its file's `add_…_command` hands it to run_cli. The functions own the options' values.
struct Command {
  CLI::App* parser = nullptr;
  /// What the parser cannot see by itself: flags that are missing or that contradict each other. Exit status 2.
  std::function<Status()> check_usage;
  /// Does the work and prints to the stream. Exit status 1 on an error.
  std::function<Status(std::ostream& out)> run;
};

/// Each adds one subcommand to the parser; see the file of its name.
[[nodiscard]] Command add_shape_command(CLI::App& app);
[[nodiscard]] Command add_compute_command(CLI::App& app);
[[nodiscard]] Command add_trace_command(CLI::App& app);
[[nodiscard]] Command add_presets_command(CLI::App& app);
[[nodiscard]] Command add_solve_command(CLI::App& app);
[[nodiscard]] Command add_reach_command(CLI::App& app);
[[nodiscard]] Command add_coverage_command(CLI::App& app);
[[nodiscard]] Command add_matrix_command(CLI::App& app);
[[nodiscard]] Command add_receptive_field_command(CLI::App& app);
[[nodiscard]] Command add_gradient_command(CLI::App& app);
[[nodiscard]] Command add_code_command(CLI::App& app);
[[nodiscard]] Command add_export_command(CLI::App& app);

}  // namespace convscope
