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

using testing::decode;
using testing::DecodedFrame;

TEST_F(Export, EveryPresetHasAFrameAStepThatLooksAsRendered) {
  for (const Preset& preset : presets()) {
    for (const Look look : {Look::oblique, Look::flat}) {
      const Document document = make_document(preset, View{.look = look});
      const LayerResult result = compute(document);
      AnimationChoice choice{.last_step = result.steps - 1};
      choice.stage.size = natural_size(document, result, choice.stage);
      ExportJob gif = job(preset.name + ".gif");
      gif.overwrite = true;
      gif.animation = animate(document, result, choice);
      expect_done(gif);
      const std::vector<DecodedFrame> frames = decode(gif.path);
      ASSERT_EQ(std::ssize(frames), result.steps) << preset.name;
      double squared_error = 0;
      const Image rendered = render_cairo(gif.animation.scene(result.steps - 1), fonts_);
      for (std::size_t p = 0; p < rendered.pixels.size(); ++p) {
        for (const unsigned shift : {16U, 8U, 0U}) {
          const double error = static_cast<double>(rendered.pixels[p] >> shift & 0xff) -
                               static_cast<double>(frames.back().image.pixels[p] >> shift & 0xff);
          squared_error += error * error;
        }
      }
      const double mean = squared_error / static_cast<double>(3 * rendered.pixels.size());
      EXPECT_LT(mean, 0.1) << preset.name << ": the signal stands 58 dB above the error";
      std::int64_t ticks = 0;
      for (const DecodedFrame& frame : frames) {
        ticks += frame.ticks;
      }
      EXPECT_EQ(ticks, 100 * result.steps) << preset.name;
    }
  }
}

}  // namespace
}  // namespace convscope
