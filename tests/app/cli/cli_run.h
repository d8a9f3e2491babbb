#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace convscope::testing {

/// What a user sees of one run of the program.
struct CliRun {
  int status = 0;
  std::string out;
  std::string err;

  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out); }
};

[[nodiscard]] CliRun run(const std::vector<std::string>& arguments);

/// The words of a command line, split at spaces.
[[nodiscard]] CliRun run_line(const std::string& line);

/// Expects one line of error and nothing printed, and gives it without "convscope: error: ".
[[nodiscard]] std::string error_of(const CliRun& result, int status);

}  // namespace convscope::testing
