#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "app/export/export.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope::testing {

using Names = std::vector<std::string>;

/// A plane of 3 × 3 cells on whole pixels, one more filled in each frame: few colours.
[[nodiscard]] Scene sharp_scene(std::int64_t filled);

/// The same, cells so small that files of shapes hold them as a picture, in the frame's own colours.
[[nodiscard]] Scene pictured_scene(std::int64_t frame);

/// Exports into a folder of its own.
class Export : public ::testing::Test {
 protected:
  [[nodiscard]] ExportJob job(const std::string& name, std::int64_t frames = 3) const;
  [[nodiscard]] Status run(const ExportJob& job) const { return run_export(job, fonts_); }
  void expect_done(const ExportJob& job) const;

  TemporaryFolder folder_;
  FontSet fonts_ = FontSet::load().value();
};

}  // namespace convscope::testing
