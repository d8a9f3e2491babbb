#include "tests/bench/frame/bench_scenes.h"

#include <iterator>

#include "app/document/view_names.h"
#include "app/io/presets.h"
#include "app/scene/build.h"

namespace convscope::bench {
namespace {

constexpr int frame_count = 4;

SizedLayer layer(std::int64_t in_channels, std::int64_t out_channels, Size input) {
  SizedLayer sized;
  sized.input_size = input;
  sized.layer.in_channels = in_channels;
  sized.layer.out_channels = out_channels;
  sized.layer.padding = {1, 1, 1, 1};
  return sized;
}

Sketch sketch_of(std::string name, const SizedLayer& sized, const View& view) {
  return {std::move(name), {.name = "", .sized = sized, .input = {}, .weight = {}, .bias = {}}, view};
}

View zoomed(View view, float zoom, float pan_x = 0, float pan_y = 0) {
  view.camera.zoom = zoom;
  view.camera.pan_x = pan_x;
  view.camera.pan_y = pan_y;
  return view;
}

/// A layer in every look.
std::vector<Sketch> in_all_looks(const std::string& name, const SizedLayer& sized, View view) {
  std::vector<Sketch> all;
  for (const auto& look : looks) {
    view.look = look.value;
    all.push_back(sketch_of(name + " " + std::string(look.name), sized, view));
  }
  return all;
}

void append(std::vector<Sketch>& all, std::vector<Sketch> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The preset with several channels in all themes and colours.
void add_choices(std::vector<Sketch>& all) {
  const SizedLayer& sized = find_preset("conv2d_7x7x3")->sized;
  for (const auto& theme : themes) {
    for (const auto& coloring : colorings) {
      append(all, in_all_looks("7x7x3 " + std::string(theme.name) + " " + std::string(coloring.name), sized,
                               {.theme = theme.value, .numbers_when_oblique = true, .coloring = coloring.value}));
    }
  }
}

void add_cameras(std::vector<Sketch>& all) {
  struct Distance {
    const char* name;
    float zoom;
  };
  const View values{.coloring = Coloring::diverging};
  for (const Distance& distance : {Distance{"far", 0.4F}, Distance{"near", 3}, Distance{"very near", 20}}) {
    const View view = zoomed(values, distance.zoom);
    const std::string name = distance.name;
    append(all, in_all_looks("7x7x3 " + name, find_preset("conv2d_7x7x3")->sized, view));
    append(all, in_all_looks("512x512x8 " + name, layer(8, 8, {512, 512}), view));
    append(all, in_all_looks("1920x1080x3 " + name, layer(3, 1, {1080, 1920}), view));
    append(all, in_all_looks("6x6x40 " + name, layer(40, 40, {6, 6}), view));
  }
}

/// The input covers the whole picture.
void add_fills(std::vector<Sketch>& all) {
  const View values{.coloring = Coloring::diverging};
  const View swatches{.coloring = Coloring::weight};
  all.push_back(sketch_of("28x28 values", layer(1, 1, {28, 28}), values));
  all.push_back(sketch_of("28x28 values zoomed", layer(1, 1, {28, 28}), zoomed(values, 3, 800)));
  all.push_back(sketch_of("28x28 values zoomed more", layer(1, 1, {28, 28}), zoomed(values, 10, 3000)));
  all.push_back(sketch_of("9x9 swatches", layer(1, 1, {9, 9}), swatches));
  all.push_back(sketch_of("32x32 swatches", layer(1, 1, {32, 32}), swatches));
  all.push_back(sketch_of("32x32 swatches zoomed", layer(1, 1, {32, 32}), zoomed(swatches, 3, 800)));
  all.push_back(sketch_of("512x512x8 values zoomed", layer(8, 8, {512, 512}), zoomed(values, 3, 800)));
  all.push_back(sketch_of("1920x1080x3 values zoomed", layer(3, 1, {1080, 1920}), zoomed(values, 3, 800)));
  all.push_back(sketch_of("1920x1080x3 plain", layer(3, 1, {1080, 1920}), {}));
}

void add_others(std::vector<Sketch>& all) {
  append(all, in_all_looks("64x64x16", layer(16, 16, {64, 64}), {.coloring = Coloring::sequential}));
  append(all, in_all_looks("12x12x16 numbers", layer(16, 16, {12, 12}),
                           {.numbers_when_oblique = true, .coloring = Coloring::diverging}));
  append(all, in_all_looks("6x6x40", layer(40, 40, {6, 6}), {}));
  append(all, in_all_looks("1x64", layer(1, 1, {1, 64}), {}));
  SizedLayer dilated = layer(1, 1, {40, 40});
  dilated.layer.dilation = {4, 4};
  dilated.layer.stride = {5, 5};
  dilated.layer.padding = {8, 8, 8, 8};
  append(all, in_all_looks("40x40 dilated, unread", dilated, {}));
  append(all, in_all_looks("7x7x3 im2col", find_preset("conv2d_7x7x3")->sized, {.matrix = MatrixForm::im2col}));
  append(all, in_all_looks("5x5 matrix C", find_preset("padding_strides")->sized, {.matrix = MatrixForm::sparse}));
}

}  // namespace

Subject subject_of(const Sketch& sketch) {
  Document document = make_document(sketch.preset, sketch.view);
  LayerResult result = compute(document);
  return {sketch.name, std::move(document), std::move(result)};
}

std::vector<Sketch> preset_sketches() {
  std::vector<Sketch> all;
  for (const Preset& preset : presets()) {
    for (const auto& look : looks) {
      all.push_back(
          {preset.name + " " + std::string(look.name), preset, {.look = look.value, .numbers_when_oblique = true}});
    }
  }
  return all;
}

std::vector<Sketch> large_sketches() {
  return in_all_looks("512x512x8 values", layer(8, 8, {512, 512}), {.coloring = Coloring::diverging});
}

std::vector<Sketch> photographs() {
  return in_all_looks("1920x1080x3 values", layer(3, 1, {1080, 1920}), {.coloring = Coloring::diverging});
}

std::vector<Sketch> sketches() {
  std::vector<Sketch> all = preset_sketches();
  append(all, large_sketches());
  append(all, photographs());
  add_choices(all);
  add_cameras(all);
  add_fills(all);
  add_others(all);
  return all;
}

std::vector<Scene> frames(const Subject& subject, Vec2 size) {
  std::vector<Scene> scenes;
  for (int i = 0; i < frame_count; ++i) {
    Moment moment;
    moment.step = subject.result.steps / 2;
    moment.slide = static_cast<float>(i) / frame_count;
    scenes.push_back(build_scene(subject.document, subject.result, moment, {.size = size}));
  }
  return scenes;
}

}  // namespace convscope::bench
