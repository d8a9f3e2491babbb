#include <gtest/gtest.h>

#include <map>
#include <string>

#include "app/export/export.h"
#include "app/io/presets.h"
#include "app/render/cairo_renderer.h"
#include "tests/app/export/decoded.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using testing::DecodedFrame;

/// DESIGN.md's table; conv2d_7x7x3 has two output channels of 3 × 3.
const std::map<std::string, std::size_t> frames_of_design{{"no_padding_no_strides", 4},
                                                          {"arbitrary_padding_no_strides", 36},
                                                          {"same_padding_no_strides", 25},
                                                          {"full_padding_no_strides", 49},
                                                          {"no_padding_strides", 4},
                                                          {"padding_strides", 9},
                                                          {"padding_strides_odd", 9},
                                                          {"dilation", 9},
                                                          {"numerical_no_padding_no_strides", 9},
                                                          {"numerical_padding_strides", 9},
                                                          {"conv2d_7x7x3", 18},
                                                          {"no_padding_no_strides_transposed", 16},
                                                          {"arbitrary_padding_no_strides_transposed", 25},
                                                          {"same_padding_no_strides_transposed", 25},
                                                          {"full_padding_no_strides_transposed", 25},
                                                          {"no_padding_strides_transposed", 25},
                                                          {"padding_strides_transposed", 25},
                                                          {"padding_strides_odd_transposed", 36},
                                                          {"numerical_average_pooling", 9},
                                                          {"numerical_max_pooling", 9}};

class PresetExport : public ::testing::TestWithParam<std::string> {};

TEST_P(PresetExport, HasAFrameASecondAStepAsRendered) {
  const Preset* const preset = find_preset(GetParam());
  ASSERT_NE(preset, nullptr);
  const FontSet fonts = FontSet::load().value();
  for (const Look look : {Look::oblique, Look::flat}) {
    const testing::TemporaryFolder folder;
    const Document document = make_document(*preset, View{.look = look});
    const LayerResult result = compute(document);
    AnimationChoice choice;
    choice.last_tick = result.steps - 1;
    choice.stage.size = natural_size(document, result, choice.stage);
    const ExportJob job{animate(document, result, choice), folder.path() / "a.gif", false, {}};
    ASSERT_TRUE(run_export(job, fonts).ok());
    const std::vector<DecodedFrame> frames = testing::decode(job.path);
    ASSERT_EQ(frames.size(), frames_of_design.at(preset->name));
    for (const DecodedFrame& frame : frames) {
      EXPECT_EQ(frame.ticks, 100);
    }
    const Image rendered = render_cairo(job.animation.scene(result.steps - 1), fonts);
    ASSERT_EQ(frames.back().image.pixels.size(), rendered.pixels.size());
    EXPECT_LT(testing::mean_squared_error(frames.back().image, rendered), 0.2) << "55 dB below the brightest signal";
  }
}

std::vector<std::string> names() {
  std::vector<std::string> list;
  for (const auto& [name, frames] : frames_of_design) {
    list.push_back(name);
  }
  return list;
}
INSTANTIATE_TEST_SUITE_P(Presets, PresetExport, ::testing::ValuesIn(names()),
                         [](const auto& name) { return name.param; });

TEST(PresetExport, EveryPresetOfDesignIsThereAndNoOther) { EXPECT_EQ(presets().size(), frames_of_design.size()); }

}  // namespace
}  // namespace convscope
