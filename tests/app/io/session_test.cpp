#include "app/io/session.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "app/document/edit_values.h"
#include "app/io/presets.h"
#include "engine/problem.h"
#include "tests/app/io/damage.h"
#include "tests/app/io/temporary_folder.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

Session on_preset(const char* name) { return {make_document(*find_preset(name)), 4, 2.5}; }

Session back(const Session& session) { return parse_session(session_text(session), "s").value(); }

Session edited() {
  Session session = on_preset("conv2d_7x7x3");
  const CellEdit edit{{0, 1, 2, 3}, 0.125F};
  session.document = with_cells(session.document, ValueTarget::input, {&edit, 1});
  session.document.view = {.look = Look::stack,
                           .theme = Theme::high_contrast,
                           .input_channel = 2,
                           .numbers_when_oblique = true,
                           .coloring = Coloring::coverage,
                           .pace = Pace::tap,
                           .transposed = TransposedForm::stamping,
                           .matrix = MatrixForm::sparse,
                           .flow = Flow::gradient_of_sum,
                           .axis_order = AxisOrder::channels_last,
                           .camera = {1.5F, 10, -20.25F, 30, -5}};
  session.document.chain = {
      {9, 8}, {Layer{.stride = {2, 1}}, Layer{.op = Op::max_pool2d, .kernel_size = {2, 2}, .bias = false}}};
  return session;
}

TEST(Session, ComesBackWhole) {
  const Session session = edited();
  const Session read = back(session);
  EXPECT_EQ(read.document, session.document);
  EXPECT_EQ(read.tick, 4);
  EXPECT_EQ(read.speed, 2.5);
}

TEST(Session, EveryPresetComesBackAsItself) {
  for (const Preset& preset : presets()) {
    const Session session{make_document(preset), 0, 1};
    EXPECT_EQ(back(session).document, session.document) << preset.name;
    EXPECT_EQ(back(session).document.preset, preset.name);
  }
}

TEST(Session, IsNoPresetThatItOnlyClaimsToBe) {
  Session session = edited();
  session.document.preset = "conv2d_7x7x3";
  EXPECT_EQ(back(session).document.preset, "");
  session.document.preset = "there is none";
  EXPECT_EQ(back(session).document.preset, "");
}

TEST(Session, IsReadable) {
  const std::string text = session_text(on_preset("numerical_padding_strides"));
  EXPECT_EQ(
      text.rfind(
          "{\n\"convscope_session\": 1,\n\"preset\": \"numerical_padding_strides\",\n\"layer\": {\"op\":\"conv2d\"", 0),
      0U)
      << text;
  EXPECT_NE(text.find("\"input\": {\"shape\": [1, 1, 5, 5], \"values\": [[[\n    [3, 3, 2, 1, 0],\n"),
            std::string::npos);
  EXPECT_NE(text.find("\"timeline\": {\"tick\": 4, \"speed\": 2.5}\n}\n"), std::string::npos);
}

TEST(Session, IsWhatTheReadmeShows) {
  const std::string readme = testing::content_of(README);
  const std::size_t section = readme.find("### Sessions");
  const std::string fence = "```json\n";
  const std::size_t begin = readme.find(fence, section) + fence.size();
  const Result<Session> session = parse_session(readme.substr(begin, readme.find("```", begin) - begin), "README");
  ASSERT_TRUE(session.ok()) << session.error().what.english();
  EXPECT_EQ(session.value().document.weight->at({0, 0, 1, 0}), 2);
  EXPECT_EQ(session.value().document.bias, std::vector<float>{0.5F});
}

TEST(Session, WhatIsLeftOutIsASample) {
  const Session read =
      parse_session(R"({"convscope_session": 1, "layer": {"kernel_size": 2}, "input_size": [3, 4]})", "s").value();
  Preset preset;
  preset.sized = {.layer = {.kernel_size = {2, 2}}, .input_size = {3, 4}};
  EXPECT_EQ(read.document, make_document(preset));
  EXPECT_EQ(read.speed, 1);
}

TEST(Session, IsSavedAtOnceOrNotAtAll) {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "a session.json";
  ASSERT_TRUE(write_session(path, edited()).ok());
  EXPECT_EQ(read_session(path).value().document, edited().document);
  EXPECT_EQ(folder.names(), std::vector<std::string>{"a session.json"});
  const Status status = write_session(folder.path() / "none" / "s.json", edited());
  ASSERT_FALSE(status.ok());
  EXPECT_NE(status.error().what.english().find("none/s.json"), std::string::npos);
}

TEST(Session, NamesTheFileThatCannotBeRead) {
  const testing::TemporaryFolder folder;
  const auto missing = read_session(folder.path() / "missing.json");
  ASSERT_FALSE(missing.ok());
  EXPECT_NE(missing.error().what.english().find("missing.json: No such file"), std::string::npos);
  const auto broken = read_session(folder.write("broken.json", "{\"convscope_session\": 1"));
  ASSERT_FALSE(broken.ok());
  EXPECT_NE(broken.error().what.english().find("broken.json is not JSON"), std::string::npos);
}

struct Refusal {
  const char* rest;  ///< Behind the version.
  const char* what;
};

class RefusedSession : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusedSession, SaysWhereAndWhatToDo) {
  const Result<Session> session = parse_session(std::string(R"({"convscope_session": )") + GetParam().rest + "}", "s");
  ASSERT_FALSE(session.ok());
  EXPECT_EQ(session.error().what.english(), GetParam().what);
  EXPECT_FALSE(session.error().remedy.english().empty());
}

#define LAYER R"(1, "layer": {"kernel_size": 3}, "input_size": [5, 5], )"
INSTANTIATE_TEST_SUITE_P(
    All, RefusedSession,
    ::testing::Values(
        Refusal{"2", "s is a session of version 2; this ConvScope reads up to 1"},
        Refusal{"0", "s: \"convscope_session\" is 0"}, Refusal{"-1", "s: \"convscope_session\" is -1"},
        Refusal{"\"1\"", "s: \"convscope_session\" is \"1\""}, Refusal{"1", "s has no \"layer\""},
        Refusal{R"(1, "layer": {"kernel_size": 3})", "s has no \"input_size\""},
        Refusal{R"(1, "layer": 5, "input_size": [5, 5])", "s: layer holds 5, not a layer"},
        Refusal{R"(1, "layer": {"kernel_size": 3}, "input_size": [2, 5])",
                "s: kernel_size (height): the dilated kernel spans 3 rows, the padded input has only 2"},
        Refusal{R"(1, "layer": {"kernel_size": 3}, "input_size": 5)", "s: \"input_size\" is 5"},
        Refusal{R"(1, "layer": {"kernel_size": 3}, "input_size": [-5, 5])", "s: \"input_size\" is [-5,5]"},
        Refusal{LAYER R"("more": 1)", "s has an unknown key \"more\""},
        Refusal{LAYER R"("preset": 1)", "s: \"preset\" is 1"},
        Refusal{LAYER R"("input": {"values": [[[[1]]]]})",
                "s: input.values[0][0] has 1 elements, but the layer's shape says 5"},
        Refusal{R"(1, "layer": {"kernel_size": 1}, "input_size": [1, 2], "input": {"values": [[[[1, null]]]]})",
                "s: input.values[0][0][0][1]: \"value\" is null"},
        Refusal{LAYER R"("bias": [1, 2])", "s: bias has 2 elements, but the layer's shape says 1"},
        Refusal{LAYER R"("bias": 5)", "s: bias holds 5, not a list of numbers"},
        Refusal{LAYER R"("input": {"values": [[[1, 2, 3, 4, 5]]]})",
                "s: input.values[0][0][0] holds 1, not a list of numbers"},
        Refusal{LAYER R"("bias": ["x"])", "s: bias[0]: \"value\" is \"x\""},
        Refusal{R"(1, "layer": {"op": "max_pool2d", "kernel_size": 3}, "input_size": [5, 5], "weight": {})",
                "s: weight is given, but the layer's op has none"},
        Refusal{LAYER R"("view": [])", "s: view holds []"},
        Refusal{LAYER R"("view": {"look": "round"})", "s: view: \"look\" is \"round\""},
        Refusal{LAYER R"("view": {"input_channel": -1})", "s: view: \"input_channel\" is -1"},
        Refusal{LAYER R"("view": {"camera": {"zoom": 0}})", "s: view.camera: \"zoom\" is 0"},
        Refusal{LAYER R"("view": {"camera": {"pan": [1]}})", "s: view.camera: \"pan\" is [1]"},
        Refusal{LAYER R"("view": {"camera": {"pan": [1, "2"]}})", "s: view.camera.pan: \"y\" is \"2\""},
        Refusal{LAYER R"("chain": [])", "s: chain holds []"},
        Refusal{LAYER R"("chain": {"layers": 1})", "s: chain: \"layers\" is 1"},
        Refusal{LAYER R"("chain": {"input_size": 1, "layers": []})", "s: chain: \"input_size\" is 1"},
        Refusal{LAYER R"("chain": {"layers": [{"kernel_size": 3}, {"kernel_size": "x"}]})",
                "s: chain, layer 2: \"kernel_size\" is \"x\""},
        Refusal{LAYER R"("timeline": {"tick": -1})", "s: timeline: \"tick\" is -1"},
        Refusal{LAYER R"("timeline": {"speed": 0})", "s: timeline: \"speed\" is 0"}));
#undef LAYER

TEST(Session, NothingElseIsASession) {
  for (const char* text : {"[]", "1", "{}", R"({"kernel_size": 3})", R"({"layer": {}, "input_size": [1, 1]})"}) {
    const Result<Session> session = parse_session(text, "s");
    ASSERT_FALSE(session.ok()) << text;
    EXPECT_EQ(session.error().what.english(), "s is not a session of ConvScope: it has no \"convscope_session\"");
  }
}

TEST(Session, BrokenInHundredsOfWaysItIsRefusedOrWhole) {
  const std::string text = session_text(edited());
  int refused = 0;
  for (std::uint64_t number = 0; number < 400; ++number) {
    const Result<Session> session = parse_session(testing::damaged(text, number), "s.json");
    if (session.ok()) {
      EXPECT_TRUE(is_valid(session.value().document.sized)) << number;
    } else {
      ++refused;
      EXPECT_EQ(session.error().what.english().rfind("s.json", 0), 0U) << session.error().what.english();
    }
  }
  EXPECT_GT(refused, 300);
}

RC_GTEST_PROP(Session, AnyDocumentComesBack, ()) {
  Preset preset;
  preset.sized = *testing::valid_layer();
  Layer& layer = preset.sized.layer;
  if (layer.padding_rule != PaddingRule::amounts) {
    layer.padding = {};  // Not in force, so not written.
  }
  layer.bias = has_bias(layer);
  Document document = make_document(preset);
  document = with_fill(document, {ValueTarget::input}, {FillKind::random, *rc::gen::arbitrary<std::uint64_t>()});
  document.view.look = *rc::gen::element(Look::flat, Look::oblique, Look::stack);
  document.view.camera.zoom = static_cast<float>(*rc::gen::inRange(1, 400)) / 7;
  const Session session{document, *rc::gen::inRange<std::int64_t>(0, 1000), 1};
  const Session read = back(session);
  RC_ASSERT(read.document == session.document);
  RC_ASSERT(read.tick == session.tick);
}

}  // namespace
}  // namespace convscope
