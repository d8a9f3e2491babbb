#include "app/text/errors.h"

#include <gtest/gtest.h>

#include "app/text/export_errors.h"
#include "app/text/layer_errors.h"
#include "app/text/npy_errors.h"

namespace convscope {
namespace {

TEST(Errors, AreOneLineWhateverAFileIsNamed) {
  EXPECT_EQ(text::error_line({"cannot read a\nb\x1b[31m.npy: no", "look\r"}),
            "convscope: error: cannot read a?b?[31m.npy: no; look?");
  EXPECT_EQ(text::error_line({"ö went wrong", ""}), "convscope: error: ö went wrong");
}

TEST(Errors, AreSaidInEveryLanguage) {
  const Error missing = text::cannot_read("수업.json", std::make_error_code(std::errc::no_such_file_or_directory));
  EXPECT_EQ(text::error_line(missing),
            "convscope: error: cannot read 수업.json: No such file or directory; check the path: a folder or the file "
            "itself is not there");
  EXPECT_EQ(text::sentence(missing).in(text::Language::korean),
            "수업.json: 읽을 수 없습니다 (그런 파일이나 폴더가 없음). 경로를 확인하세요");
  EXPECT_EQ(text::sentence(Error{"ö", ""}).in(text::Language::korean), "ö");
}

TEST(Errors, OfExportsNameTheFlagToACommandAndTheFieldInTheWindow) {
  const Error missing = text::folder_missing("/a");
  EXPECT_EQ(text::error_line(missing), "convscope: error: --out: there is no folder /a; create it first: mkdir -p /a");
  EXPECT_EQ(text::sentence(missing).english(), "File: there is no folder /a; create it first: mkdir -p /a");
  EXPECT_EQ(text::sentence(missing).in(text::Language::korean), "파일: /a 폴더가 없습니다. 먼저 만드세요: mkdir -p /a");
  const Error opaque = text::not_transparent("MP4");
  EXPECT_EQ(opaque.what.to_command(), "--background: MP4 cannot be transparent");
  EXPECT_EQ(text::sentence(opaque).english(),
            "Background: MP4 cannot be transparent; choose another background, or GIF, APNG or WebP");
}

TEST(Errors, CausesOfTheSystemAreItsOwnWords) {
  for (const std::errc cause : {std::errc::no_such_file_or_directory, std::errc::not_a_directory,
                                std::errc::is_a_directory, std::errc::permission_denied, std::errc::no_space_on_device,
                                std::errc::read_only_file_system, std::errc::filename_too_long, std::errc::io_error}) {
    const std::error_code code = std::make_error_code(cause);
    EXPECT_EQ(text::cause_of(code).english(), code.message());
  }
}

TEST(Errors, LongNamesAreQuotedByTheirBeginning) {
  EXPECT_EQ(text::quoted("short"), "short");
  EXPECT_EQ(text::quoted(std::string(80, 'a')), std::string(80, 'a'));
  EXPECT_EQ(text::quoted(std::string(1000000, 'a')), std::string(80, 'a') + "…");
  EXPECT_EQ(text::quoted(std::string(79, 'a') + "한국어"), std::string(79, 'a') + "…") << "no half of a letter";
  const Error unknown = text::unknown_key("f", std::string(1000000, 'k'), "a, b");
  EXPECT_LT(unknown.what.english().size(), 200U);
  EXPECT_LT(text::duplicate_key("f", std::string(1000000, 'k')).what.english().size(), 200U);
  EXPECT_LT(text::unsupported_npy_type("f", std::string(60000, 'x')).what.english().size(), 200U);
}

TEST(Errors, OfFilesSayWhatToDo) {
  const Error missing = text::cannot_read("x", std::make_error_code(std::errc::no_such_file_or_directory));
  EXPECT_EQ(missing.what.english(), "cannot read x: No such file or directory");
  EXPECT_EQ(missing.remedy.english(), "check the path: a folder or the file itself is not there");
  const Error full = text::cannot_write("x", std::make_error_code(std::errc::no_space_on_device));
  EXPECT_EQ(full.what.english(), "cannot write x: No space left on device");
  EXPECT_EQ(full.remedy.english(), "free some space or choose another place");
  EXPECT_FALSE(text::cannot_write("x", std::make_error_code(std::errc::io_error)).remedy.english().empty());
}

}  // namespace
}  // namespace convscope
