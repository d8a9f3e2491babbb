#include "app/platform/opened_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/io/npy.h"
#include "app/io/presets.h"
#include "app/text/text.h"
#include "engine/problem.h"
#include "tests/app/io/damage.h"
#include "tests/app/io/photo_files.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using testing::TemporaryFolder;

/// A kind of file that the window opens, by an example that is whole.
struct Kind {
  std::string name;
  std::string bytes;
};

std::string npy_bytes() {
  const TemporaryFolder folder;
  Tensor tensor({1, 1, 5, 6});
  tensor.values()[7] = 2.5F;
  EXPECT_TRUE(write_npy(folder.path() / "a.npy", tensor, 4).ok());
  return testing::content_of(folder.path() / "a.npy");
}

std::vector<Kind> kinds() {
  std::vector<Kind> all{{"f.npy", npy_bytes()},
                        {"session.json", session_text({.document = make_document(*find_preset("conv2d_7x7x3"))})},
                        {"layer.json", R"({"op": "conv2d", "in_channels": 1, "out_channels": 2, "kernel_size": [3, 3],
                                           "stride": [2, 2], "padding": [1, 1], "bias": true})"}};
  for (const testing::FileKind& kind : testing::file_kinds) {
    all.push_back({kind.name, kind.write(testing::ramps({9, 8}))});
  }
  return all;
}

class OpenedFileTest : public ::testing::Test {
 protected:
  [[nodiscard]] Result<OpenedFile> open(const std::string& name, std::string_view bytes) const {
    const FileRequest request{
        .kind = FileRequest::Kind::open, .path = folder_.write(name, bytes), .photo = PhotoWish{}};
    return opened_file(request, document_);
  }

  /// Whether it was refused, in words that help; otherwise it must be something to show.
  [[nodiscard]] bool is_refused(const std::string& name, std::string_view bytes) const {
    const Result<OpenedFile> opened = open(name, bytes);
    if (!opened) {
      check_words(opened.error(), name);
      return true;
    }
    if (const auto* session = std::get_if<Session>(&opened.value())) {
      EXPECT_TRUE(is_valid(session->document.sized));
    } else {
      for (const ArrayUse& use : std::get<std::vector<ArrayUse>>(opened.value())) {
        EXPECT_TRUE(is_valid(use.document.sized)) << use.label.english();
      }
    }
    return false;
  }

 private:
  void check_words(const Error& error, const std::string& name) const {
    const std::string path = (folder_.path() / name).string();
    for (const text::Language language : {text::Language::english, text::Language::korean}) {
      const std::string what = error.what.in(language);
      EXPECT_NE(what.find(path), std::string::npos) << what;
      EXPECT_GT(what.size(), path.size() + 4) << "the cause";
      EXPECT_FALSE(error.remedy.in(language).empty()) << what;
    }
  }

  TemporaryFolder folder_;
  Document document_ = make_document(*find_preset("padding_strides"));
};

TEST_F(OpenedFileTest, WholeFilesAreOpened) {
  for (const Kind& kind : kinds()) {
    EXPECT_FALSE(is_refused(kind.name, kind.bytes)) << kind.name;
  }
}

TEST_F(OpenedFileTest, CutOffAnywhereAFileIsRefusedOrWhole) {
  constexpr std::size_t cuts = 150;
  for (const Kind& kind : kinds()) {
    const std::size_t length = kind.bytes.size();
    std::size_t refused = 0;
    for (std::size_t cut = 0; cut < cuts; ++cut) {
      refused += is_refused(kind.name, std::string_view(kind.bytes).substr(0, cut * length / cuts)) ? 1 : 0;
    }
    EXPECT_GE(refused, cuts - 25) << kind.name << ": only the mark of the end may be missing";
  }
}

TEST_F(OpenedFileTest, WithAnyByteChangedAFileIsRefusedOrWhole) {
  constexpr std::size_t places = 150;
  for (const Kind& kind : kinds()) {
    for (std::size_t place = 0; place < places; ++place) {
      std::string bytes = kind.bytes;
      // The first bytes, which are headers, one by one; then some of all.
      const std::size_t at = place < places / 2 ? place : place * bytes.size() / places;
      bytes[std::min(at, bytes.size() - 1)] ^= place % 2 == 0 ? '\xff' : '\x20';
      static_cast<void>(is_refused(kind.name, bytes));
    }
  }
}

TEST_F(OpenedFileTest, BrokenInAHundredOtherWaysAFileIsRefusedOrWhole) {
  for (const Kind& kind : kinds()) {
    int refused = 0;
    for (std::uint64_t number = 0; number < 120; ++number) {
      refused += is_refused(kind.name, testing::damaged(kind.bytes, 1000 + number)) ? 1 : 0;
    }
    EXPECT_GT(refused, 20) << kind.name;
  }
}

TEST_F(OpenedFileTest, AbsurdNumbersAreRefused) {
  const auto npy = [](const std::string& header) {
    const auto size = static_cast<std::uint16_t>(header.size());
    return std::string("\x93NUMPY\x01\0", 8) + static_cast<char>(size & 0xffU) + static_cast<char>(size >> 8U) + header;
  };
  const auto npy_of = [&](const std::string& type, const std::string& shape) {
    return npy("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n");
  };
  const auto sized = [](const std::string& layer, const std::string& size) {
    return R"({"convscope_session": 1, "layer": )" + layer + R"(, "input_size": )" + size + "}";
  };
  const std::vector<Kind> absurd{
      {"f.npy", npy_of("<f4", "(99999999999, 99999999999)")},
      {"f.npy", npy_of("<f4", "(9223372036854775807,)")},
      {"f.npy", npy_of("<f4", "(99999999999999999999999999, 2)")},
      {"f.npy", npy_of("<f4", "(-3, -3)")},
      {"f.npy", npy_of("<f4", "(4294967296, 4294967296, 4294967296)")},
      {"f.npy", npy_of("<f4", "(1, 1, 1, 1, 1, 1, 1, 1, 1)")},
      {"f.npy", npy_of("<f4", "(0, 0)")},
      {"f.npy", npy_of("<c16", "(2, 2)")},
      {"f.npy", npy_of("|O", "(2, 2)")},
      {"f.npy", npy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,)}")},
      {"f.npy", npy(std::string(60000, ' '))},
      {"f.npy", npy(std::string(60000, '('))},
      {"f.npy", std::string("\x93NUMPY\x02\0\xff\xff\xff\xff{", 13)},
      {"f.npy", std::string("\x93NUMPY\x09\x09\0\0", 10)},
      {"s.json", sized(R"({"kernel_size": 3})", "[1e300, 5]")},
      {"s.json", sized(R"({"kernel_size": 3})", "[9223372036854775807, 9223372036854775807]")},
      {"s.json", sized(R"({"kernel_size": 3})", "[99999999999999999999, 1]")},
      {"s.json", sized(R"({"kernel_size": 3})", "[-5, 5]")},
      {"s.json", sized(R"({"kernel_size": 3})", "[5.5, 5]")},
      {"s.json", sized(R"({"kernel_size": 3})", "\"large\"")},
      {"s.json", sized(R"({"kernel_size": [4611686018427387904, 1]})", "[5, 5]")},
      {"s.json", sized(R"({"kernel_size": 3, "in_channels": 1000000000000})", "[5, 5]")},
      {"s.json", sized(R"({"kernel_size": 3, "stride": 0})", "[5, 5]")},
      {"s.json", sized(R"({"kernel_size": 3, "op": "conv9d"})", "[5, 5]")},
      {"s.json", sized("null", "[5, 5]")},
      {"s.json", R"({"convscope_session": 1e999})"},
      {"layer.json", R"({"kernel_size": 50})"},
      {"s.json", R"({"convscope_session": 99, "layer": {}, "input_size": [1, 1]})"},
      {"s.json", "{\"convscope_session\": 1, \"a\": " + std::string(100000, '[')},
      {"f.gif", "GIF89a\xff\xff\xff\xff\xf7"},
      {"f.bmp",
       std::string("BM\xff\xff\xff\x7f\0\0\0\0\x36\0\0\0\x28\0\0\0\xff\xff\xff\x7f\xff\xff\xff\x7f\1\0\x18\0", 30)},
      {"f.jpg", std::string("\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03\1\x11\0\2\x11\0\3\x11\0", 21)},
      {"f.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\2\0\0\0", 29)},
      {"f.tga", std::string("\0\0\2\0\0\0\0\0\0\0\0\0\xff\xff\xff\xff\x18\0", 18)},
      {"nothing", ""},
      {"zeros", std::string(1000, '\0')},
  };
  for (const Kind& kind : absurd) {
    EXPECT_TRUE(is_refused(kind.name, kind.bytes)) << kind.name << ": " << kind.bytes.substr(0, 200);
  }
}

TEST_F(OpenedFileTest, WhatIsNoFileIsRefused) {
  const TemporaryFolder folder;
  for (const std::filesystem::path& path : {folder.path(), folder.path() / "none.json"}) {
    const Result<OpenedFile> opened = opened_file({.kind = FileRequest::Kind::open, .path = path}, {});
    ASSERT_FALSE(opened.ok());
    EXPECT_NE(opened.error().what.english().find(path.string()), std::string::npos);
    EXPECT_FALSE(opened.error().remedy.english().empty());
  }
}

}  // namespace
}  // namespace convscope
