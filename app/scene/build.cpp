#include "app/scene/build.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include "app/scene/camera.h"
#include "app/scene/legend.h"
#include "app/scene/line_gaps.h"
#include "app/scene/looks.h"
#include "app/scene/matrix_view.h"

namespace convscope {
namespace {

/// A picture that would be longer than max_natural_size stays that high, in pixels, where there is something to show.
constexpr float least_side = 360;

constexpr float narrow_stage = 720;  ///< Pixels at scale 1.

void build_look(const Parts& parts, const Stage& stage, Scene& scene) {
  switch (parts.document.view.look) {
    case Look::flat:
      return build_flat(parts, stage, scene);
    case Look::oblique:
      return build_oblique(parts, stage, scene);
    case Look::stack:
      return build_stack(parts, stage, scene);
  }
}

void remove_numbers(Scene& scene) {
  for (SceneItem& item : scene.items) {
    if (auto* const plane = std::get_if<Plane>(&item)) {
      plane->numbers = false;
      plane->border.numbers = false;
      for (CellLattice& lattice : plane->lattices) {
        lattice.corner_values.reset();
      }
    }
  }
}

}  // namespace

Vec2 grids_natural_size(const Parts& parts, const Stage& stage) {
  switch (parts.document.view.look) {
    case Look::flat:
      return flat_natural_size(parts, stage);
    case Look::oblique:
      return oblique_natural_size(parts, stage);
    case Look::stack:
      return stack_natural_size(parts, stage);
  }
  return {};
}

Scene build_scene(const Showing& showing, const Stage& stage) {
  Parts parts = make_parts(showing, stage.language);
  Scene scene;
  scene.size = stage.size;
  scene.content_scale = stage.content_scale;
  scene.background = with_alpha(parts.palette.background, stage.transparent ? 0 : 1);
  const StageParts places = divide_stage(parts, stage);
  parts.short_names = places.grids.size.x < narrow_stage * stage.content_scale;
  build_look(parts, places.grids, scene);
  scene.camera = moved(scene.camera, showing.document.view.camera, places.grids);
  leave_gaps_for_labels(scene);
  if (showing.document.view.look == Look::oblique) {
    leave_gaps_for_numbers(scene);
  }
  build_legend(parts, places.legend, scene);
  build_matrix(parts, places, scene);
  if (!stage.numbers) {
    remove_numbers(scene);
  }
  return scene;
}

Scene build_scene(const Document& document, const LayerResult& result, const Moment& moment, const Stage& stage) {
  const StepValues values = step_values(document, result, progress_of(moment));
  return build_scene({document, result, values, moment}, stage);
}

Vec2 natural_size(const Document& document, const LayerResult& result, const Stage& stage) {
  const Moment first;
  const StepValues values = step_values(document, result, progress_of(first));
  const Parts parts = make_parts({document, result, values, first}, stage.language);
  const Vec2 size = whole_size(parts, grids_natural_size(parts, stage), stage);
  const float share = std::min(1.0F, max_natural_size / std::max(size.x, size.y));
  const auto side = [share](float whole) { return std::ceil(std::max(share * whole, std::min(whole, least_side))); };
  return {side(size.x), side(size.y)};
}

}  // namespace convscope
