#include "app/export/stage.h"

#include <algorithm>

namespace convscope {
namespace {

/// A picture whose shorter side has this many pixels takes texts of full size.
constexpr float roomy_side = 360;
constexpr float smallest_scale = 0.5F;

}  // namespace

Stage export_stage(const Document& document, const LayerResult& result, std::optional<Vec2> size) {
  Stage stage;
  stage.labels = document.view.look == Look::flat;
  const Vec2 natural = natural_size(document, result, stage);
  stage.size = size.value_or(natural);
  const float smallest = std::clamp(std::min(stage.size.x, stage.size.y) / roomy_side, smallest_scale, 1.0F);
  stage.content_scale = std::max(smallest, std::min(stage.size.x / natural.x, stage.size.y / natural.y));
  return stage;
}

}  // namespace convscope
