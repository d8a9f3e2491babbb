#include "app/export/preview.h"

#include <algorithm>
#include <cmath>

#include "app/export/png_encoder.h"
#include "app/render/cairo_renderer.h"
#include "app/render/thumbnail.h"

namespace convscope {
namespace {

/// The frame's scene, of the size that the file has.
Result<Scene> scene_of(const PreviewRequest& request, const LayerResult& result) {
  const Result<ExportPlan> plan = plan_export(request.document, request.path, request.choices);
  if (!plan) {
    return plan.error();
  }
  const Result<ExportJob> job = export_job(plan.value(), result);
  if (!job) {
    return job.error();
  }
  Scene scene = job.value().animation.scene(frame_of_tick(plan.value(), request.tick));
  scene.size = written_size(format_of(request.path).value_or(ExportFormat::png), scene.size);
  return scene;
}

}  // namespace

std::int64_t frame_of_tick(const ExportPlan& plan, std::int64_t tick) {
  const AnimationChoice& animation = plan.animation;
  const std::int64_t frames = frame_numbers(animation).count;
  const std::int64_t ticks = animation.last_tick - animation.first_tick + 1;
  const std::int64_t shown = std::clamp(tick, animation.first_tick, animation.last_tick) - animation.first_tick;
  const double each = static_cast<double>(frames) / static_cast<double>(ticks);
  return std::clamp<std::int64_t>(std::llround(static_cast<double>(shown) * each), 0, frames - 1);
}

Result<Preview> draw_preview(const PreviewRequest& request, const LayerResult& result, const FontSet& fonts) {
  const Result<Scene> scene = scene_of(request, result);
  if (!scene) {
    return scene.error();
  }
  const Vec2 size = scene.value().size;
  const float share = std::min({1.0F, request.room.x / size.x, request.room.y / size.y});
  return Preview{render_thumbnail(scene.value(), fonts, share), size};
}

Result<std::vector<std::byte>> frame_as_png(const PreviewRequest& request, const LayerResult& result,
                                            const FontSet& fonts) {
  const Result<Scene> scene = scene_of(request, result);
  return scene ? encode_png(render_cairo(scene.value(), fonts)) : scene.error();
}

}  // namespace convscope
