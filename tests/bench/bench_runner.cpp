#include "tests/bench/bench_runner.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iomanip>
#include <iostream>

namespace convscope::bench {
namespace {

/// The table as Google Benchmark prints it, and the shortest times beside.
class TableAndTimes : public benchmark::ConsoleReporter {
 public:
  TableAndTimes() : ConsoleReporter(OO_None) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type == Run::RT_Iteration && !run.error_occurred) {
        const std::string name = run.run_name.function_name;
        const double milliseconds = 1e3 * run.real_accumulated_time / static_cast<double>(run.iterations);
        const auto known = times.try_emplace(name, milliseconds).first;
        known->second = std::min(known->second, milliseconds);
      }
    }
    ConsoleReporter::ReportRuns(runs);
  }

  Times times;
};

}  // namespace

Times run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
    std::exit(2);
  }
  TableAndTimes reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return reporter.times;
}

void print_figures(std::string_view name, const std::vector<Figure>& figures) {
  std::cout << name << ':' << std::fixed;
  const char* separator = " ";
  for (const Figure& figure : figures) {
    if (std::isfinite(figure.value) && figure.value > 0) {
      std::cout << separator << figure.name << ' ' << std::setprecision(figure.decimals) << figure.value << ' '
                << figure.unit;
      separator = ", ";
    }
  }
  std::cout << '\n';
}

}  // namespace convscope::bench
