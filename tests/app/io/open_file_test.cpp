#include "app/io/open_file.h"

#include <gtest/gtest.h>

#include "app/io/presets.h"
#include "app/io/session.h"
#include "tests/app/io/photo_files.h"

namespace convscope {
namespace {

Document start(const char* preset = "padding_strides") { return make_document(*find_preset(preset)); }

NpyArray array(const std::vector<std::int64_t>& shape) {
  std::int64_t count = 1;
  for (const std::int64_t size : shape) {
    count *= size;
  }
  return {shape, std::vector<float>(static_cast<std::size_t>(count), 2)};
}

TEST(FileKind, IsByContent) {
  EXPECT_EQ(file_kind(session_text({start(), 0, 1}), "f").value(), FileKind::session);
  EXPECT_EQ(file_kind(" \n{\"kernel_size\": 3}", "f").value(), FileKind::layer);
  EXPECT_EQ(file_kind(R"({"layer": {"kernel_size": 3}, "input_size": [5, 5]})", "f").value(), FileKind::session);
  EXPECT_EQ(file_kind("\xef\xbb\xbf{\"kernel_size\": 3}", "f").value(), FileKind::layer) << "as Windows' editors write";
  EXPECT_EQ(file_kind("{\"convscope_session\": 1", "f").value(), FileKind::session)
      << "whose reader says what is wrong";
  EXPECT_EQ(file_kind("\x93NUMPY\x01", "f").value(), FileKind::array);
  for (const testing::FileKind& kind : testing::file_kinds) {
    EXPECT_EQ(file_kind(kind.write(testing::ramps({3, 3})), kind.name).value(), FileKind::photo) << kind.name;
  }
  for (const char* bytes : {"   ", "hello", "[1, 2]"}) {
    const Result<FileKind> kind = file_kind(bytes, "f.txt");
    ASSERT_FALSE(kind.ok()) << bytes;
    EXPECT_EQ(kind.error().what.english(), "f.txt is no session, layer, .npy array or picture");
  }
  EXPECT_EQ(file_kind("", "f.txt").error().what.english(), "f.txt is empty");
}

TEST(ArrayUses, MostArraysHaveOneUse) {
  const ArrayUses input = array_uses(start(), array({3, 8, 9}), "x").value();
  EXPECT_EQ(input.count(), 1);
  EXPECT_EQ(input.input->sized.layer.in_channels, 3);
  const ArrayUses weight = array_uses(start(), array({2, 1, 3, 3}), "w").value();
  EXPECT_EQ(weight.count(), 1);
  EXPECT_EQ(weight.weight->sized.layer.out_channels, 2);
  const ArrayUses bias = array_uses(start(), array({1}), "b").value();
  EXPECT_EQ(bias.count(), 1);
  EXPECT_EQ(bias.bias->bias, std::vector<float>{2});
  const ArrayUses large = array_uses(start(), array({50, 60}), "x").value();
  EXPECT_EQ(large.count(), 1) << "no kernel is larger than its input";
  EXPECT_EQ(large.input->sized.input_size, (Size{50, 60}));
}

TEST(ArrayUses, SomeCouldBeEither) {
  const ArrayUses plane = array_uses(start(), array({3, 3}), "x").value();
  EXPECT_EQ(plane.count(), 2);
  EXPECT_EQ(plane.input->sized.input_size, (Size{3, 3}));
  EXPECT_EQ(plane.weight->weight->values()[8], 2);
  EXPECT_EQ(array_uses(start(), array({1, 1, 4, 4}), "x").value().count(), 2);
  EXPECT_EQ(array_uses(start("numerical_max_pooling"), array({3, 3}), "x").value().count(), 1)
      << "a pool has no weight";
}

TEST(ArrayUses, ANoneIsAnError) {
  for (const auto& shape : std::vector<std::vector<std::int64_t>>{{}, {7}, {0, 3}, {2, 1, 60, 60}}) {
    const Result<ArrayUses> uses = array_uses(start(), array(shape), "x.npy");
    ASSERT_FALSE(uses.ok());
    EXPECT_EQ(uses.error().what.english().rfind("x.npy", 0), 0U) << uses.error().what.english();
  }
}

}  // namespace
}  // namespace convscope
