#include "app/io/layer_json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "app/io/json.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

Result<Layer> layer_of(const std::string& text) { return layer_from_json(parse_json(text, "f").value(), "f"); }
/// With the one key that has no default.
Result<Layer> layer_with(const std::string& entry) { return layer_of(R"({"kernel_size": 3, )" + entry + "}"); }

TEST(LayerJson, ReadsEveryKey) {
  const Layer layer = layer_of(R"({"op": "conv2d", "in_channels": 4, "out_channels": 6, "kernel_size": [3, 5],
      "stride": [2, 1], "padding": [1, 2], "dilation": [2, 3], "groups": 2, "bias": false, "padding_mode": "zeros",
      "output_padding": [0, 0], "flip_kernel": false})")
                          .value();
  Layer expected;
  expected.in_channels = 4;
  expected.out_channels = 6;
  expected.kernel_size = {3, 5};
  expected.stride = {2, 1};
  expected.padding = {1, 1, 2, 2};
  expected.dilation = {2, 3};
  expected.groups = 2;
  expected.bias = false;
  EXPECT_EQ(layer, expected);
}

TEST(LayerJson, LeavesPyTorchsDefaults) {
  Layer expected;
  expected.kernel_size = {7, 7};
  EXPECT_EQ(layer_of(R"({"kernel_size": 7})").value(), expected);
}

TEST(LayerJson, ReadsEveryFormOfPadding) {
  EXPECT_EQ(layer_with(R"("padding": 2)").value().padding, (Sides{2, 2, 2, 2}));
  EXPECT_EQ(layer_with(R"("padding": [1, 2])").value().padding, (Sides{1, 1, 2, 2}));
  EXPECT_EQ(layer_with(R"("padding": [1, 2, 3, 4])").value().padding, (Sides{1, 2, 3, 4}));
  EXPECT_EQ(layer_with(R"("padding": "same")").value().padding_rule, PaddingRule::same);
  EXPECT_EQ(layer_with(R"("padding": "valid")").value().padding_rule, PaddingRule::valid);
}

TEST(LayerJson, ReadsEveryOpAndMode) {
  const Layer transposed =
      layer_with(R"("op": "conv_transpose2d", "output_padding": [1, 0], "stride": 2, "flip_kernel": true)").value();
  EXPECT_EQ(transposed.op, Op::conv_transpose2d);
  EXPECT_EQ(transposed.output_padding, (Size{1, 0}));
  EXPECT_TRUE(transposed.flip_kernel);
  EXPECT_EQ(layer_with(R"("padding_mode": "reflect")").value().padding_mode, PaddingMode::reflect);
  EXPECT_EQ(layer_with(R"("padding_mode": "replicate")").value().padding_mode, PaddingMode::replicate);
  EXPECT_EQ(layer_with(R"("padding_mode": "circular")").value().padding_mode, PaddingMode::circular);
}

TEST(LayerJson, APoolHasDefaultsOfItsOwn) {
  const Layer pool = layer_of(R"({"op": "max_pool2d", "kernel_size": [2, 3], "in_channels": 4})").value();
  EXPECT_EQ(pool.stride, (Size{2, 3}));
  EXPECT_EQ(pool.out_channels, 4);
  EXPECT_FALSE(pool.bias);
  const Layer told =
      layer_of(
          R"({"op": "avg_pool2d", "kernel_size": 2, "stride": 1, "in_channels": 4, "out_channels": 5, "bias": true})")
          .value();
  EXPECT_EQ(told.op, Op::avg_pool2d);
  EXPECT_EQ(told.stride, (Size{1, 1}));
  EXPECT_EQ(told.out_channels, 5);  // For validate to refuse.
  EXPECT_FALSE(told.bias);
}

TEST(LayerJson, LeavesInvalidValuesToTheEngine) {
  const Layer layer = layer_with(R"("stride": -9223372036854775808, "groups": 9223372036854775807)").value();
  EXPECT_FALSE(is_valid({layer, {5, 5}}));
}

struct Refusal {
  const char* text;
  const char* what;
  const char* remedy;
};

class RefusedLayer : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusedLayer, SaysWhatAndWhatToDo) {
  const Result<Layer> layer = layer_of(GetParam().text);
  ASSERT_FALSE(layer.ok());
  EXPECT_EQ(layer.error().what.english(), GetParam().what);
  EXPECT_NE(layer.error().remedy.english().find(GetParam().remedy), std::string::npos)
      << layer.error().remedy.english();
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedLayer,
    ::testing::Values(
        Refusal{"[]", "f holds [], not a layer", "write an object"},
        Refusal{"3", "f holds 3, not a layer", "write an object"},
        Refusal{"{}", "f has no \"kernel_size\"", "add \"kernel_size\": [3, 3]"},
        Refusal{R"({"kernel_size": 3, "strides": 2})", "f has an unknown key \"strides\"",
                "kernel_size, stride, padding"},
        Refusal{R"({"kernel_size": 3, "stride": "two"})", "f: \"stride\" is \"two\"", "two: [height, width]"},
        Refusal{R"({"kernel_size": 3.0})", "f: \"kernel_size\" is 3.0", "a whole number"},
        Refusal{R"({"kernel_size": true})", "f: \"kernel_size\" is true", "a whole number"},
        Refusal{R"({"kernel_size": null})", "f: \"kernel_size\" is null", "a whole number"},
        Refusal{R"({"kernel_size": [3]})", "f: \"kernel_size\" is [3]", "[height, width]"},
        Refusal{R"({"kernel_size": [3, 3, 3]})", "f: \"kernel_size\" is [3,3,3]", "[height, width]"},
        Refusal{R"({"kernel_size": [3, [3]]})", "f: \"kernel_size\" is an array of 2", "[height, width]"},
        Refusal{R"({"kernel_size": 9223372036854775808})", "f: \"kernel_size\" is 9223372036854775808",
                "a whole number"},
        Refusal{R"({"kernel_size": 3, "padding": [1, 2, 3]})", "f: \"padding\" is [1,2,3]",
                "[top, bottom, left, right]"},
        Refusal{R"({"kernel_size": 3, "padding": "SAME"})", "f: \"padding\" is \"SAME\"", "\"same\" or \"valid\""},
        Refusal{R"({"kernel_size": 3, "in_channels": [3, 3]})", "f: \"in_channels\" is [3,3]", "a whole number"},
        Refusal{R"({"kernel_size": 3, "groups": "1"})", "f: \"groups\" is \"1\"", "a whole number"},
        Refusal{R"({"kernel_size": 3, "bias": 1})", "f: \"bias\" is 1", "true or false"},
        Refusal{R"({"kernel_size": 3, "op": "max_pool3d"})", "f: \"op\" is \"max_pool3d\"",
                "write conv2d, conv_transpose2d, max_pool2d or avg_pool2d"},
        Refusal{R"({"kernel_size": 3, "op": 2})", "f: \"op\" is 2", "conv2d"},
        Refusal{R"({"kernel_size": 3, "padding_mode": "mirror"})", "f: \"padding_mode\" is \"mirror\"",
                "write zeros, reflect, replicate or circular"},
        Refusal{R"({"kernel_size": 3, "output_padding": "0"})", "f: \"output_padding\" is \"0\"", "a whole number"},
        Refusal{R"({"kernel_size": 3, "flip_kernel": 0})", "f: \"flip_kernel\" is 0", "true or false"}));

TEST(LayerJson, WritesEveryKeyInOrder) {
  Layer layer;
  layer.padding = {1, 1, 0, 2};
  EXPECT_EQ(
      layer_to_json(layer).dump(),
      R"({"op":"conv2d","in_channels":1,"out_channels":1,"kernel_size":[3,3],"stride":[1,1],"padding":[1,1,0,2],)"
      R"("dilation":[1,1],"groups":1,"bias":true,"padding_mode":"zeros","output_padding":[0,0],"flip_kernel":false})");
}

RC_GTEST_PROP(LayerJson, WrittenIsRead, ()) {
  Layer layer = (*testing::any_layer()).layer;
  if (layer.padding_rule != PaddingRule::amounts) {
    layer.padding = {};  // Not in force, so not written.
  }
  layer.bias = has_bias(layer);
  RC_ASSERT(layer_of(layer_to_json(layer).dump()).value() == layer);
}

}  // namespace
}  // namespace convscope
