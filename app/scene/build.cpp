#include "app/scene/build.h"

#include <algorithm>
#include <cmath>

#include "app/scene/looks.h"
#include "engine/check.h"

namespace convscope {

Scene build_scene(const Document& document, const LayerResult& result, const Moment& moment, const Stage& stage) {
  CHECK_LT(moment.step, result.steps);
  const Parts parts = make_parts(document, result, moment);
  Scene scene;
  scene.size = stage.size;
  scene.content_scale = stage.content_scale;
  scene.background = with_alpha(parts.palette.background, stage.transparent ? 0 : 1);
  if (document.view.look == Look::flat) {
    build_flat(parts, stage, scene);
  } else {
    build_oblique(parts, stage, scene);
  }
  return scene;
}

Vec2 natural_size(const Document& document, const LayerResult& result, const Stage& stage) {
  const Parts parts = make_parts(document, result, Moment{});
  const Vec2 size =
      document.view.look == Look::flat ? flat_natural_size(parts, stage) : oblique_natural_size(parts, stage);
  return {std::min(std::ceil(size.x), max_natural_size), std::min(std::ceil(size.y), max_natural_size)};
}

}  // namespace convscope
