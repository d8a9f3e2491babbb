#include "app/text/errors.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

TEST(Errors, AreOneLineWhateverAFileIsNamed) {
  EXPECT_EQ(text::error_line({"cannot read a\nb\x1b[31m.npy: no", "look\r"}),
            "convscope: error: cannot read a?b?[31m.npy: no; look?");
  EXPECT_EQ(text::error_line({"ö went wrong", ""}), "convscope: error: ö went wrong");
}

TEST(Errors, OfFilesSayWhatToDo) {
  const Error missing = text::cannot_read("x", std::make_error_code(std::errc::no_such_file_or_directory));
  EXPECT_EQ(missing.what, "cannot read x: No such file or directory");
  EXPECT_EQ(missing.remedy, "check the path: a folder or the file itself is not there");
  const Error full = text::cannot_write("x", std::make_error_code(std::errc::no_space_on_device));
  EXPECT_EQ(full.what, "cannot write x: No space left on device");
  EXPECT_EQ(full.remedy, "free some space or choose another place");
  EXPECT_FALSE(text::cannot_write("x", std::make_error_code(std::errc::io_error)).remedy.empty());
}

}  // namespace
}  // namespace convscope
