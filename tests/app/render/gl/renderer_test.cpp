#include "app/render/gl/renderer.h"

#include <glad/gl.h>

#include "app/render/gl/program.h"
#include "tests/app/render/gl/picture_test.h"

namespace convscope::testing {
namespace {

using GlPicture = PictureTest;

TEST_F(GlPicture, DrawsLinesWithRoundCaps) {
  Scene scene = make_scene(size);
  scene.items.emplace_back(Line{.from = {1, 1, 0}, .to = {3, 1, 0}, .color = orange, .width = 8, .name = {}});
  const Picture picture = draw(scene);
  EXPECT_TRUE(same_color(picture.at(80, 56), solid(orange)));
  EXPECT_TRUE(same_color(picture.at(80, 63), solid(orange)));
  EXPECT_TRUE(same_color(picture.at(80, 55), solid(white)));
  EXPECT_TRUE(same_color(picture.at(80, 64), solid(white)));
  EXPECT_TRUE(same_color(picture.at(57, 60), solid(orange))) << "the cap reaches beyond the end";
  EXPECT_TRUE(same_color(picture.at(55, 60), solid(white)));
  EXPECT_TRUE(same_color(picture.at(56, 56), solid(white))) << "and is round";
}

TEST_F(GlPicture, FillsItsBackgroundAgainWhenSomethingWasDrawnOnIt) {
  Scene scene = make_scene(size);
  scene.items.emplace_back(make_plane());
  renderer_.clear(scene.background);
  renderer_.draw(scene, offscreen_.viewport());
  renderer_.draw(make_scene(size), offscreen_.viewport());
  EXPECT_TRUE(same_color(offscreen_.read().at(50, 50), solid(white)));
}

/// The programs of lines and of translucent dashes are built by the first picture that has them, in its midst.
TEST_F(GlPicture, DrawsWhatItsFirstPictureDidNotHave) {
  Plane plane = make_numbered_plane();
  plane.line = black;
  plane.border.cells = {1, 1, 1, 1};
  plane.border.line = orange;
  plane.frames = {CellFrame{.row = 0, .column = 1, .rows = 2, .columns = 2, .color = green}};
  Scene scene = make_scene(size);
  scene.items = {plane};
  const Picture first = draw(scene);
  plane.border.line = with_alpha(orange, 0.5F);
  scene.items = {plane, Line{.from = {0, 3.5F, 0}, .to = {4, 3.5F, 0}, .color = blue, .width = 4, .name = {}}};
  const Picture more = draw(scene);
  EXPECT_TRUE(same_color(more.at(65, 110), solid(blue)));
  EXPECT_EQ(difference(more, draw(scene)).right, 0) << "once more, with all programs";
  plane.border.line = orange;
  scene.items = {plane};
  EXPECT_EQ(difference(first, draw(scene)).right, 0);
}

TEST_F(GlPicture, DrawsALineOfNoLengthAsADot) {
  Scene scene = make_scene(size);
  scene.items.emplace_back(Line{.from = {2, 2, 0}, .to = {2, 2, 0}, .color = orange, .width = 10, .name = {}});
  const Picture picture = draw(scene);
  EXPECT_TRUE(same_color(picture.at(80, 80), solid(orange)));
  EXPECT_TRUE(same_color(picture.at(90, 80), solid(white)));
}

TEST_F(GlPicture, EndsAnArrowInAHead) {
  Scene scene = make_scene(size);
  Line line{.from = {1, 1, 0}, .to = {4, 1, 0}, .color = with_alpha(orange, 0.5F), .width = 4, .name = {}};
  line.arrow = true;
  scene.content_scale = 2;
  scene.items = {line};
  const Picture picture = draw(scene);
  const Rgba tinted = blended(line.color, white);
  EXPECT_TRUE(same_color(picture.at(80, 60), tinted));
  EXPECT_TRUE(same_color(picture.at(80, 66), solid(white))) << "the shaft is eight pixels wide";
  EXPECT_TRUE(same_color(picture.at(57, 60), tinted)) << "a round end at the start";
  EXPECT_TRUE(same_color(picture.at(105, 66), tinted))
      << "the head begins 16 pixels before its tip, as wide to both sides";
  EXPECT_TRUE(same_color(picture.at(102, 66), solid(white)));
  EXPECT_TRUE(same_color(picture.at(105, 68), solid(white)));
  EXPECT_TRUE(same_color(picture.at(116, 60), tinted));
  EXPECT_TRUE(same_color(picture.at(114, 63), solid(white)));
  EXPECT_TRUE(same_color(picture.at(121, 60), solid(white))) << "and ends at it";
  EXPECT_TRUE(same_color(picture.at(104, 61), tinted)) << "shaft and head do not pile up";
}

TEST_F(GlPicture, LeavesAShortArrowItsHeadAlone) {
  Scene scene = make_scene(size);
  Line line{.from = {3.9F, 1, 0}, .to = {4, 1, 0}, .color = orange, .width = 6, .name = {}};
  line.arrow = true;
  scene.items = {line};
  const Picture picture = draw(scene);
  EXPECT_TRUE(same_color(picture.at(113, 61), solid(orange)));
  EXPECT_TRUE(same_color(picture.at(118, 62), solid(white)));
  EXPECT_TRUE(same_color(picture.at(110, 60), solid(white)));
}

TEST_F(GlPicture, KeepsThePaintersOrder) {
  Plane plane = make_plane();
  const Line line{.from = {0, 1, 0}, .to = {4, 1, 0}, .color = orange, .width = 4, .name = {}};
  Scene scene = make_scene(size);
  scene.items = {plane, line};
  EXPECT_TRUE(same_color(draw(scene).at(80, 60), solid(orange)));
  scene.items = {line, plane};
  EXPECT_TRUE(same_color(draw(scene).at(80, 60), solid(blue)));
  plane.fill = green;
  scene.items = {make_plane(), line, plane};
  EXPECT_TRUE(same_color(draw(scene).at(80, 60), solid(green)));
}

TEST_F(GlPicture, DrawsTheFrameOverTheNumbers) {
  Plane plane = make_numbered_plane();
  plane.frames = {CellFrame{.row = 0, .column = 0, .rows = 1, .columns = 1, .color = orange, .width = 40}};
  const Picture picture = draw(plane);
  plane.numbers = false;
  EXPECT_EQ(differing_pixels(picture, draw(plane), {40, 40, 60, 60}), 0);
}

TEST_F(GlPicture, ChangesNothingOutsideItsViewport) {
  Scene scene = make_scene({80, 60});
  scene.camera.shift = {5, 5};
  Plane plane = make_numbered_plane();
  plane.line = black;
  plane.frames = {CellFrame{.row = 0, .column = 1, .rows = 2, .columns = 2, .color = orange}};
  scene.items = {plane, Line{.from = {0, 0, 0}, .to = {9, 2, 0}, .color = green, .width = 3, .name = {}}};
  renderer_.clear(orange);
  renderer_.draw(scene, {.left = 0, .top = 0, .width = 80, .height = 60, .framebuffer_height = height});
  const Picture first = offscreen_.read();
  renderer_.clear(orange);
  renderer_.draw(scene, {.left = 70, .top = 50, .width = 80, .height = 60, .framebuffer_height = height});
  const Picture second = offscreen_.read();
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool inside = x >= 70 && x < 150 && y >= 50 && y < 110;
      if (inside) {
        ASSERT_TRUE(same_color(second.at(x, y), first.at(x - 70, y - 50))) << x << ", " << y;
      } else {
        ASSERT_EQ(second.at(x, y), solid(orange)) << x << ", " << y;
      }
    }
  }
}

TEST_F(GlPicture, LeavesWhatWasThereUnderATransparentBackground) {
  Scene scene = make_scene(size);
  scene.background = with_alpha(white, 0);
  Plane plane = make_plane();
  plane.fill = with_alpha(blue, 0.5F);
  scene.items = {plane};
  renderer_.clear(green);
  renderer_.draw(scene, offscreen_.viewport());
  const Picture picture = offscreen_.read();
  EXPECT_TRUE(same_color(picture.at(5, 5), solid(green)));
  EXPECT_TRUE(same_color(picture.at(50, 50), blended(plane.fill, green)));
}

TEST_F(GlPicture, GivesPremultipliedAlphaOnNothing) {
  Scene scene = make_scene(size);
  scene.background = with_alpha(white, 0);
  Plane plane = make_plane();
  plane.fill = rgb(0xff8000, 0.5F);
  scene.items = {plane};
  const Picture picture = draw(scene);
  EXPECT_TRUE(same_color(picture.at(50, 50), {128, 64, 0, 128}));
  EXPECT_EQ(picture.at(5, 5), (Rgba{0, 0, 0, 0}));
}

TEST_F(GlPicture, LeavesNoOpenGlError) {
  Plane plane = make_numbered_plane();
  plane.lattices = {make_lattice(0, 0, {1, 1}, orange)};
  plane.frames = {CellFrame{.color = orange}};
  Scene scene = make_scene(size);
  scene.items = {plane, Line{.to = {1, 1, 0}, .color = black, .name = {}}, Label{.text = "text", .color = black}};
  static_cast<void>(draw(scene));
  renderer_.draw(scene, {.left = 0, .top = 0, .width = 0, .height = 0, .framebuffer_height = height});
  renderer_.draw(Scene{}, offscreen_.viewport());
  EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
}

TEST_F(GlPicture, ReportsAShaderThatDoesNotCompile) {
  const auto program = gl::build_program({"good.vert", {"void main() { gl_Position = vec4(0.0); }\n"}},
                                         {"bad.frag", {"out vec4 color;\n", "void main() { color = nonsense; }\n"}});
  ASSERT_FALSE(program.ok());
  EXPECT_NE(program.error().what.english().find("bad.frag"), std::string::npos);
  EXPECT_NE(program.error().what.english().find("   3  void main() { color = nonsense; }"), std::string::npos)
      << "numbered";
  EXPECT_NE(program.error().what.english().find("`nonsense'"), std::string::npos) << "the log:\n"
                                                                                  << program.error().what.english();
  EXPECT_FALSE(program.error().remedy.english().empty());
}

TEST_F(GlPicture, ReportsShadersThatDoNotLink) {
  const auto program =
      gl::build_program({"one.vert", {"out vec2 at;\nvoid main() { at = vec2(0.0); gl_Position = vec4(at, at); }\n"}},
                        {"two.frag", {"in vec4 at;\nout vec4 color;\nvoid main() { color = at; }\n"}});
  ASSERT_FALSE(program.ok());
  EXPECT_NE(program.error().what.english().find("one.vert"), std::string::npos);
  EXPECT_NE(program.error().what.english().find("two.frag"), std::string::npos);
}

}  // namespace
}  // namespace convscope::testing
