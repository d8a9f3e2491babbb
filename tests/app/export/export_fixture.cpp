#include "tests/app/export/export_fixture.h"

namespace convscope::testing {

Scene sharp_scene(std::int64_t filled) {
  Scene scene;
  scene.size = {100, 90};
  scene.background = rgb(0xfdfdfb);
  scene.camera.scale = 24;
  Plane plane;
  plane.origin = {0.5F, 0.5F, 0};
  plane.rows = plane.columns = 3;
  plane.filled = filled;
  plane.fill = rgb(0x268bd2);
  plane.pending_fill = rgb(0xe7f3f1);
  plane.line = rgb(0x002b36);
  plane.line_width = 2;
  scene.items.emplace_back(plane);
  return scene;
}

Scene pictured_scene(std::int64_t frame) {
  Scene scene = sharp_scene(9);
  auto& plane = std::get<Plane>(scene.items[0]);
  plane.rows = plane.columns = 30;
  plane.filled = plane.rows * plane.columns;
  plane.column_step = {0.1F, 0, 0};
  plane.row_step = {0, 0.1F, 0};
  std::vector<float> values;
  for (std::int64_t i = 0; i < plane.rows * plane.columns; ++i) {
    values.push_back(static_cast<float>((i + frame) % 7));
  }
  const auto tensor = std::make_shared<const Tensor>(Shape{1, 1, plane.rows, plane.columns}, std::move(values));
  plane.cell_fill = ValueFill{{tensor, 0, 0}, {ColorMap::diverging, -7, 7}};
  return scene;
}

ExportJob Export::job(const std::string& name, std::int64_t frames) const {
  ExportJob job;
  job.animation.frames.count = frames;
  job.animation.scene = sharp_scene;
  job.path = folder_.path() / name;
  return job;
}

void Export::expect_done(const ExportJob& job) const {
  const Status status = run(job);
  EXPECT_TRUE(status.ok()) << (status ? "" : status.error().what.english());
}

}  // namespace convscope::testing
