#include "tests/app/cli/cli_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "app/cli/run_cli.h"

namespace convscope::testing {

CliRun run(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  const int status = run_cli(arguments, out, err);
  return {status, out.str(), err.str()};
}

CliRun run_line(const std::string& line) {
  std::istringstream words(line);
  std::vector<std::string> arguments;
  for (std::string word; words >> word;) {
    arguments.push_back(word);
  }
  return run(arguments);
}

std::string error_of(const CliRun& result, int status) {
  const std::string prefix = "convscope: error: ";
  EXPECT_EQ(result.status, status);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(std::ranges::count(result.err, '\n'), 1) << result.err;
  EXPECT_EQ(result.err.substr(0, prefix.size()), prefix);
  EXPECT_EQ(result.err.back(), '\n');
  return result.err.size() > prefix.size() ? result.err.substr(prefix.size(), result.err.size() - prefix.size() - 1)
                                           : "";
}

}  // namespace convscope::testing
