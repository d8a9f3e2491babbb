#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/app/cli/cli_run.h"
#include "tests/app/export/decoded.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope::testing {

/// Runs the command `export` into a folder of its own.
class ExportCommand : public ::testing::Test {
 protected:
 protected:
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

  /// Runs `export` with the words of a line and `--out` in the folder.
  [[nodiscard]] CliRun export_to(const std::string& name, const std::string& line) const {
    std::vector<std::string> arguments{"export", "--out", path(name)};
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      arguments.push_back(word);
    }
    return run(arguments);
  }

  [[nodiscard]] std::vector<DecodedFrame> frames_of(const std::string& line) const {
    const CliRun result = export_to("a.gif", line + " --force");
    EXPECT_EQ(result.status, 0) << result.err;
    return decode(path("a.gif"));
  }

  TemporaryFolder folder_;
};

}  // namespace convscope::testing
