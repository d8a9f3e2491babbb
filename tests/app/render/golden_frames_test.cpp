#include <cairo.h>
#include <ft2build.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>
#include FT_FREETYPE_H

#include "app/compute/layer_result.h"
#include "app/document/view_names.h"
#include "app/io/presets.h"
#include "app/render/cairo_handles.h"
#include "app/render/cairo_renderer.h"
#include "app/scene/build.h"
#include "app/timeline/schedule.h"

/// Frames by Cairo against those of tests/golden/frames, pixel by pixel. They hold for one version of Cairo, FreeType
/// and the fonts, which made_with.txt names; with others the test is skipped. To make all of them anew:
///   CONVSCOPE_MAKE_FRAMES=1 build/release/tests/app/render/golden_frames_test
namespace convscope::testing {
namespace {

const std::filesystem::path folder = GOLDEN_FRAMES;

struct Frame {
  std::string name;
  Document document;
  double position = 0.4;  ///< A share of the animation.
  float slide = 0;
};

Frame frame_of(const char* name, const char* preset, const View& view, double position = 0.4, float slide = 0) {
  return {name, make_document(*find_preset(preset), view), position, slide};
}

Frame reflected(const View& view) {
  SizedLayer sized;
  sized.input_size = {6, 6};
  sized.layer.padding = {2, 2, 2, 2};
  sized.layer.padding_mode = PaddingMode::reflect;
  return {"reflect", make_document({.name = "", .sized = sized, .input = {}, .weight = {}, .bias = {}}, view), 0.1, 0};
}

Frame many_channels(const View& view) {
  SizedLayer sized;
  sized.input_size = {6, 6};
  sized.layer.in_channels = 40;
  sized.layer.out_channels = 16;
  sized.layer.padding = {1, 1, 1, 1};
  return {"many_channels", make_document({.name = "", .sized = sized, .input = {}, .weight = {}, .bias = {}}, view),
          0.4, 0};
}

/// All presets; in the stack look many channels, too; flat, one frame of each other choice of the view, too.
std::vector<Frame> frames(const View& view) {
  std::vector<Frame> all;
  for (const Preset& preset : presets()) {
    all.push_back({preset.name, make_document(preset, view), 0.4, 0});
  }
  if (view.look == Look::stack) {
    all.push_back(many_channels(view));
  }
  if (view.look != Look::flat) {
    return all;
  }
  for (const auto& coloring : colorings) {
    View chosen = view;
    chosen.coloring = coloring.value;
    all.push_back(
        {"coloring_" + std::string(coloring.name), make_document(*find_preset("padding_strides"), chosen), 0.4, 0});
  }
  View stamping = view;
  stamping.transposed = TransposedForm::stamping;
  View by_tap = view;
  by_tap.pace = Pace::tap;
  View gradient = view;
  gradient.flow = Flow::gradient_of_cell;
  View dark = view;
  dark.theme = Theme::dark;
  all.push_back(frame_of("stamping", "padding_strides_transposed", stamping));
  all.push_back(frame_of("by_tap", "conv2d_7x7x3", by_tap, 0.21));
  all.push_back(frame_of("gradient", "conv2d_7x7x3", gradient));
  all.push_back(frame_of("dark_sliding", "conv2d_7x7x3", dark, 0.4, 0.5F));
  all.push_back(reflected(view));
  return all;
}

Image rendered(const Frame& frame, const FontSet& fonts) {
  const Schedule schedule(frame.document);
  const double tick = std::floor(frame.position * static_cast<double>(schedule.ticks()));
  Moment moment = schedule.at(tick, Motion::stepwise);
  moment.slide = frame.slide;
  // Small, so that all of them stay some hundred KB. The flat look has larger numbers, the others their labels.
  const bool flat = frame.document.view.look == Look::flat;
  const Vec2 size = flat ? Vec2{240, 180} : Vec2{180, 135};
  return render_cairo(build_scene(frame.document, compute(frame.document), moment,
                                  {.size = size, .content_scale = 0.5F, .labels = !flat}),
                      fonts);
}

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// FNV-1a, 64 bits: tells one version of a font file from another.
std::uint64_t hash(const std::string& bytes) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const char byte : bytes) {
    value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  }
  return value;
}

/// What the pixels depend on beside our own code.
std::string made_with(const FontSet& fonts) {
  FT_Library library = nullptr;
  FT_Int major = 0, minor = 0, patch = 0;
  FT_Init_FreeType(&library);
  FT_Library_Version(library, &major, &minor, &patch);
  FT_Done_FreeType(library);
  std::ostringstream text;
  text << "Cairo " << cairo_version_string() << "\nFreeType " << major << '.' << minor << '.' << patch << '\n';
  const FontFiles& files = fonts.files();
  for (const FontFile& file : {files.regular, files.bold, files.fallback, files.bold_fallback}) {
    text << std::filesystem::path(file.path).filename().string() << ' ' << std::hex << hash(read_file(file.path))
         << '\n';
  }
  return text.str();
}

/// The frames have no transparency, so that Cairo's pixels are ours.
void write_png(const std::filesystem::path& path, Image image) {
  const CairoSurface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.pixels.data()),
                                                                 CAIRO_FORMAT_RGB24, image.width, image.height,
                                                                 4 * image.width));
  ASSERT_EQ(cairo_surface_write_to_png(surface.get(), path.c_str()), CAIRO_STATUS_SUCCESS) << path;
}

/// Empty: there is no such file.
Image read_png(const std::filesystem::path& path) {
  const CairoSurface surface(cairo_image_surface_create_from_png(path.c_str()));
  Image image{cairo_image_surface_get_width(surface.get()), cairo_image_surface_get_height(surface.get()), {}};
  const int stride = cairo_image_surface_get_stride(surface.get()) / 4;
  const auto* const pixels = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface.get()));
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      image.pixels.push_back(0xff000000U | pixels[y * stride + x]);
    }
  }
  return image;
}

class GoldenFrames : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenFrames, AreDrawnPixelByPixel) {
  const FontSet fonts = FontSet::load().value();
  const bool make = std::getenv("CONVSCOPE_MAKE_FRAMES") != nullptr;
  if (make) {
    std::ofstream(folder / "made_with.txt") << made_with(fonts);
  } else if (const std::string wanted = read_file(folder / "made_with.txt"); wanted != made_with(fonts)) {
    GTEST_SKIP() << "The golden frames were made with\n" << wanted << "and here are\n" << made_with(fonts);
  }
  const std::filesystem::path found = std::filesystem::path(::testing::TempDir()) / "convscope_frames";
  for (const Frame& frame : frames({.look = choice_named(looks, GetParam()).value(), .numbers_when_oblique = true})) {
    const std::string file = GetParam() + "_" + frame.name + ".png";
    const Image image = rendered(frame, fonts);
    if (make) {
      write_png(folder / file, image);
    } else if (image != read_png(folder / file)) {
      std::filesystem::create_directories(found);
      write_png(found / file, image);
      ADD_FAILURE() << (found / file) << " is not " << (folder / file)
                    << "\nIf it should look like this, make the frames anew:\n"
                       "  CONVSCOPE_MAKE_FRAMES=1 build/release/tests/app/render/golden_frames_test";
    }
  }
}

std::vector<std::string> look_names() {
  std::vector<std::string> names;
  for (const auto& look : looks) {
    names.emplace_back(look.name);
  }
  return names;
}

INSTANTIATE_TEST_SUITE_P(Looks, GoldenFrames, ::testing::ValuesIn(look_names()),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace convscope::testing
