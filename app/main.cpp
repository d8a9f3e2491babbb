#include <iostream>
#include <string>
#include <vector>

#include "app/cli/run_cli.h"
#include "app/cli/standard_streams.h"
#include "app/cli/window_command.h"
#include "app/platform/application.h"
#include "app/render/kept_memory.h"

int main(int argc, char** argv) {
  convscope::take_closed_streams();
  convscope::keep_freed_memory();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (!arguments.empty() && convscope::is_cli_argument(arguments.front())) {
    return convscope::run_cli(arguments, std::cout, std::cerr);
  }
  return convscope::run_window_command(arguments, std::cerr, convscope::run_application);
}
