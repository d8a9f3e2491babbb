#include <limits>

#include "tests/app/render/gl/gl_calls.h"
#include "tests/app/render/gl/picture_test.h"

namespace convscope::testing {
namespace {

constexpr int wide = 800;
constexpr int high = 600;

/// Planes with and without values, windows and lines: kinds that each could have a program of their own, and so many
/// pixels that no two are drawn together.
Scene many_kinds() {
  Scene scene = make_scene({wide, high});
  scene.camera.scale = 80;
  for (int number = 0; number < 4; ++number) {
    Plane plane = make_plane();
    plane.name += std::to_string(number);
    plane.origin = {static_cast<float>(number % 2) * 4.5F, static_cast<float>(number / 2) * 3.5F, 0};
    plane.line = number % 2 == 0 ? black : plane.line;
    if (number > 1) {
      plane.values = make_numbered_plane().values;
      plane.cell_fill = ValueFill{plane.values, {ColorMap::sequential, 0, 11}};
    }
    if (number % 2 == 1) {
      plane.lattices = {make_lattice(0, 1, {2, 2}, with_alpha(orange, 0.3F))};
      plane.filled = 5;
    }
    scene.items.emplace_back(plane);
  }
  return scene;
}

class GlPrograms : public ::testing::Test {
 protected:
  /// Linked by one frame.
  std::size_t programs_of(GlRenderer& renderer) {
    GlCallCounter counter;
    renderer.draw(scene_, offscreen_.viewport());
    return counter.take().programs;
  }
  GlRenderer renderer_of(double patience) { return GlRenderer::create(fonts_, patience).value(); }

  Offscreen offscreen_{wide, high};
  FontSet fonts_ = FontSet::load().value();
  Scene scene_ = many_kinds();
};

TEST_F(GlPrograms, OneForAllKindsWithValuesStartsThem) {
  GlRenderer patient = renderer_of(std::numeric_limits<double>::infinity());
  EXPECT_EQ(programs_of(patient), 1U);
  GlRenderer impatient = renderer_of(0);
  EXPECT_GT(programs_of(impatient), 3U) << "of its own for each";
}

TEST_F(GlPrograms, AreNotAllBuiltInOneFrame) {
  GlRenderer renderer = renderer_of(4.0 * wide * high);
  std::size_t all = programs_of(renderer);
  for (int frame = 0; frame < 100; ++frame) {
    const std::size_t built = programs_of(renderer);
    EXPECT_LE(built, 1U) << "in frame " << frame;
    all += built;
  }
  EXPECT_GT(all, 3U);
}

}  // namespace
}  // namespace convscope::testing
