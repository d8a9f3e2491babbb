#include "app/export/choices.h"

#include <gtest/gtest.h>

#include "app/export/preview.h"
#include "app/io/presets.h"
#include "app/render/cairo_renderer.h"
#include "app/render/thumbnail.h"

namespace convscope {
namespace {

Document document_of(const char* preset, const View& view = {}) { return make_document(*find_preset(preset), view); }

ExportPlan plan_of(const ExportChoices& choices, const char* path = "a.gif") {
  return plan_export(document_of("padding_strides"), path, choices).value();
}

Result<ExportJob> job_of(const ExportChoices& choices, const char* path = "a.gif") {
  const ExportPlan plan = plan_of(choices, path);
  return export_job(plan, compute(plan.document));
}

TEST(ExportChoices, SayHowLongItLasts) {
  EXPECT_EQ(duration_of(plan_of({})), 9);
  EXPECT_EQ(duration_of(plan_of({.seconds_per_tick = 0.5, .hold_seconds = 2})), 6.5);
  EXPECT_EQ(duration_of(plan_of({.smooth = true, .frames_per_second = 10, .steps = StepRange{1, 3}})), 3);
}

TEST(ExportChoices, AreRefusedWhereTheyContradict) {
  EXPECT_TRUE(check_choices({}, ExportFormat::mp4));
  const ExportChoices glass{.background = {.transparent = true}};
  EXPECT_TRUE(check_choices(glass, ExportFormat::gif));
  EXPECT_FALSE(check_choices(glass, ExportFormat::mp4));
  EXPECT_FALSE(check_choices({.size = Vec2{400, 400}, .scale = 2}, ExportFormat::gif));
  EXPECT_FALSE(check_choices({.size = Vec2{0, 400}}, ExportFormat::gif));
  EXPECT_FALSE(check_choices({.size = Vec2{400, 100'000}}, ExportFormat::gif));
}

TEST(ExportChoices, NeedStepsThatThereAre) {
  const Document document = document_of("padding_strides");
  EXPECT_TRUE(plan_export(document, "a.gif", {.steps = StepRange{8, 8}}));
  EXPECT_FALSE(plan_export(document, "a.gif", {.steps = StepRange{8, 9}}));
}

TEST(ExportChoices, MakeNoFilmOfDays) {
  const Document document = document_of("numerical_padding_strides", {.pace = Pace::tap});
  const auto hours = [](double each) { return ExportChoices{.seconds_per_tick = each}; };  // 81 ticks.
  EXPECT_TRUE(plan_export(document, "a.mp4", hours(600)));
  const Document many = make_document({"many", {{.kernel_size = {1, 1}}, {20, 20}}, {}, {}, {}});
  EXPECT_FALSE(plan_export(many, "a.mp4", hours(600)));
  EXPECT_FALSE(plan_export(many, "a.webm", hours(600)));
  EXPECT_TRUE(plan_export(many, "a.gif", hours(600)));
  EXPECT_TRUE(plan_export(many, "a.mp4", hours(60)));
}

TEST(ExportChoices, MakeTheJob) {
  const ExportJob plain = job_of({}).value();
  const ExportJob twice = job_of({.scale = 2}).value();
  EXPECT_EQ(twice.animation.size, 2 * plain.animation.size);
  EXPECT_EQ(plain.animation.scene(0).size, plain.animation.size);
  EXPECT_EQ(job_of({.size = Vec2{640, 480}}).value().animation.scene(3).size, (Vec2{640, 480}));
  EXPECT_FALSE(job_of({.scale = 20}).ok());
  EXPECT_EQ(plain.notes.title, "padding_strides");
  EXPECT_EQ(job_of({.title = "Mine"}).value().notes.title, "Mine");
  EXPECT_FALSE(job_of({.loop = false}).value().loop);
  EXPECT_EQ(job_of({.background = {.color = rgb(0x102030)}}).value().animation.scene(0).background, rgb(0x102030));
}

TEST(ExportChoices, CaptionsStandOutsideThePictureUnlessItIsAPage) {
  const ExportChoices titled{.formula = true, .title = "Mine"};
  EXPECT_GT(job_of(titled).value().animation.size.y, job_of({}).value().animation.size.y);
  EXPECT_EQ(job_of(titled, "a.html").value().animation.size, job_of({}, "a.html").value().animation.size);
}

TEST(ExportChoices, AReadersThemeHasDarkPictures) {
  EXPECT_FALSE(job_of({}, "a.html").value().dark);
  const ExportJob both = job_of({.readers_theme = true}, "a.html").value();
  ASSERT_TRUE(both.dark);
  EXPECT_NE(both.dark(0).background, both.animation.scene(0).background);
}

TEST(Preview, ShowsTheFrameOfTheTick) {
  EXPECT_EQ(frame_of_tick(plan_of({}), 4), 4);
  EXPECT_EQ(frame_of_tick(plan_of({.smooth = true, .frames_per_second = 10}), 4), 40);
  EXPECT_EQ(frame_of_tick(plan_of({.steps = StepRange{2, 5}}), 4), 2);
  EXPECT_EQ(frame_of_tick(plan_of({.steps = StepRange{2, 5}}), 0), 0) << "the nearest";
  EXPECT_EQ(frame_of_tick(plan_of({.steps = StepRange{2, 5}}), 8), 3) << "the nearest";
}

TEST(Preview, IsTheFilesPictureInTheRoomThatThereIs) {
  const FontSet fonts = FontSet::load().value();
  const ExportPlan plan = plan_of({});
  const LayerResult result = compute(plan.document);
  const ExportJob job = export_job(plan, result).value();
  PreviewRequest request{plan.document, "a.gif", {}, 4, 2 * job.animation.size};
  const Preview whole = draw_preview(request, result, fonts).value();
  EXPECT_EQ(whole.size, job.animation.size);
  EXPECT_EQ(whole.image, render_thumbnail(job.animation.scene(4), fonts, 1)) << "no larger than the file's";
  request.room = 0.5F * job.animation.size;
  const Preview half = draw_preview(request, result, fonts).value();
  EXPECT_EQ(half.size, job.animation.size);
  EXPECT_EQ(half.image.width, std::lround(request.room.x));
  request.choices.scale = 20;
  EXPECT_FALSE(draw_preview(request, result, fonts).ok());
  request.choices = {.size = Vec2{401, 401}};
  request.path = "a.mp4";
  EXPECT_EQ(draw_preview(request, result, fonts).value().size, (Vec2{402, 402})) << "even, as in the file";
}

TEST(Preview, OfTheWholeSizeIsWhatFilesHave) {
  const FontSet fonts = FontSet::load().value();
  const Scene scene = job_of({}).value().animation.scene(2);
  const Image file = render_cairo(scene, fonts);
  const Image thumbnail = render_thumbnail(scene, fonts, 1);
  ASSERT_EQ(thumbnail.pixels.size(), file.pixels.size());
  EXPECT_EQ(thumbnail, file);
}

}  // namespace
}  // namespace convscope
