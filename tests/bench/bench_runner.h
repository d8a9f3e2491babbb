#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace convscope::bench {

/// The shortest time of each benchmark over its repetitions, in milliseconds of real time, by the benchmark's name
/// without its suffixes ("photo/…" is "photo"). The shortest, as others use the machine, too.
using Times = std::map<std::string, double>;

/// Runs the program's benchmarks, which the arguments may select and set (Google Benchmark's flags), and prints their
/// table on standard output.
[[nodiscard]] Times run(int argc, char** argv);

struct Figure {
  std::string name;
  double value = 0;  ///< What is not finite or above 0 was not measured.
  std::string unit;
  int decimals = 1;
};

/// Prints the line by which machines read the result: "NAME: figure value unit, …", without what was not measured.
void print_figures(std::string_view name, const std::vector<Figure>& figures);

}  // namespace convscope::bench
