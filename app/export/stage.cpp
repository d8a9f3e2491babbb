#include "app/export/stage.h"

#include <algorithm>
#include <cmath>

namespace convscope {
namespace {

/// A picture whose shorter side has this many pixels takes texts of full size.
constexpr float roomy_side = 360;
constexpr float smallest_scale = 0.5F;
/// Of a picture that nobody gave a size: more than most screens show, and a fourth of the work of the next that
/// doubles.
constexpr float largest_side = 2048;

Vec2 size_by_itself(Vec2 natural) {
  const float share = std::min(1.0F, largest_side / std::max(natural.x, natural.y));
  return {std::round(share * natural.x), std::round(share * natural.y)};
}

}  // namespace

Stage export_stage(const Document& document, const LayerResult& result, const FileStage& file) {
  Stage stage;
  stage.language = file.language;
  stage.labels = file.labels.value_or(document.view.look != Look::oblique);
  const Vec2 natural = captioned_size(natural_size(document, result, stage), 1, file.captions);
  const Vec2 whole = file.size.value_or(size_by_itself(natural));
  const float smallest = std::clamp(std::min(whole.x, whole.y) / roomy_side, smallest_scale, 1.0F);
  stage.content_scale = std::max(smallest, std::min(whole.x / natural.x, whole.y / natural.y));
  const float room = captioned_size({}, stage.content_scale, file.captions).y;
  stage.size = {whole.x, std::max(0.0F, whole.y - room)};
  return stage;
}

}  // namespace convscope
