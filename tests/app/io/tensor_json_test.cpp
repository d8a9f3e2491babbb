#include "app/io/tensor_json.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace convscope {
namespace {

using nlohmann::json;

Result<Tensor> read(const std::string& text, const Shape& shape) {
  return tensor_from_json(json::parse(text), shape, "f: input");
}

TEST(TensorJson, IsReadable) {
  const Tensor tensor({1, 2, 2, 3}, {1, 2, 3, 4, 0.5F, -6, 7, 8, 9, 10, 1e20F, 12});
  EXPECT_EQ(tensor_json_text(tensor), R"({"shape": [1, 2, 2, 3], "values": [[[
    [1, 2, 3],
    [4, 0.5, -6]], [
    [7, 8, 9],
    [10, 1e+20, 12]]]]})");
  EXPECT_EQ(read(tensor_json_text(tensor), tensor.shape()).value(), tensor);
}

TEST(TensorJson, KeepsEveryFloat) {
  using Limits = std::numeric_limits<float>;
  const std::vector<float> values{0.1F,
                                  -0.0F,
                                  Limits::max(),
                                  Limits::lowest(),
                                  Limits::min(),
                                  Limits::denorm_min(),
                                  16777217.0F,
                                  Limits::infinity(),
                                  -Limits::infinity(),
                                  1.0F / 3};
  const Tensor tensor({1, 1, 1, 10}, values);
  const Tensor back = read(tensor_json_text(tensor), tensor.shape()).value();
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_EQ(std::bit_cast<std::uint32_t>(back.values()[i]), std::bit_cast<std::uint32_t>(values[i])) << values[i];
  }
  const Tensor nan({1, 1, 1, 2}, {Limits::quiet_NaN(), -Limits::quiet_NaN()});
  EXPECT_TRUE(std::isnan(read(tensor_json_text(nan), nan.shape()).value().values()[1]));
}

TEST(TensorJson, WritesLargeOnesCompactly) {
  Tensor large({1, 1, 64, 65});
  large.at({0, 0, 63, 64}) = -2.5F;
  const std::string text = tensor_json_text(large);
  EXPECT_NE(text.find("\"float32_base64\": \"AAAA"), std::string::npos);
  EXPECT_LT(text.size(), 64 * 65 * 4 * 4 / 3 + 100U);
  EXPECT_EQ(read(text, large.shape()).value(), large);
  EXPECT_NE(tensor_json_text(Tensor({1, 1, 64, 64})).find("values"), std::string::npos);
}

struct Refusal {
  const char* text;
  const char* what;
};

class RefusedTensor : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusedTensor, SaysWhere) {
  const Result<Tensor> tensor = read(GetParam().text, {1, 1, 1, 2});
  ASSERT_FALSE(tensor.ok());
  EXPECT_EQ(tensor.error().what.english(), GetParam().what);
  EXPECT_FALSE(tensor.error().remedy.english().empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedTensor,
    ::testing::Values(
        Refusal{"[1, 2]", "f: input holds [1,2]"},
        Refusal{"{}", "f: input has neither or both of \"values\" and \"float32_base64\""},
        Refusal{R"({"values": [[[[1, 2]]]], "float32_base64": ""})",
                "f: input has neither or both of \"values\" and \"float32_base64\""},
        Refusal{R"({"values": [[[[1, 2]]]], "dtype": "f4"})", "f: input has an unknown key \"dtype\""},
        Refusal{R"({"shape": [1, 1, 2, 1], "values": [[[[1, 2]]]]})",
                "f: input has the shape [1,1,2,1], but the layer's is [1, 1, 1, 2]"},
        Refusal{R"({"values": [[[[1, 2, 3]]]]})",
                "f: input.values[0][0][0] has 3 elements, but the layer's shape says 2"},
        Refusal{R"({"values": [[[[1]]]]})", "f: input.values[0][0][0] has 1 elements, but the layer's shape says 2"},
        Refusal{R"({"values": [[[1, 2]]]})", "f: input.values[0][0] has 2 elements, but the layer's shape says 1"},
        Refusal{R"({"values": [[[[1, "two"]]]]})", "f: input.values[0][0][0][1]: \"value\" is \"two\""},
        Refusal{R"({"values": [[[[1, 1e39]]]]})", "f: input.values[0][0][0][1]: \"value\" is 1e+39"},
        Refusal{R"({"values": [[[[1, null]]]]})", "f: input.values[0][0][0][1]: \"value\" is null"},
        Refusal{R"({"float32_base64": "AAAA"})", "f: input.float32_base64 has 3 bytes, but the layer's shape says 8"},
        Refusal{R"({"float32_base64": "A"})", "f: input.float32_base64 is not base64"},
        Refusal{R"({"float32_base64": 5})", "f: input.float32_base64 is not base64"}));

}  // namespace
}  // namespace convscope
