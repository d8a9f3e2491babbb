#pragma once

#include <cstdint>
#include <string>

#include "app/compute/layer_result.h"
#include "app/export/choices.h"
#include "app/render/fonts.h"
#include "app/render/image.h"
#include "app/text/result.h"

namespace convscope {

/// A picture of a file that could be exported.
struct PreviewRequest {
  Document document;
  std::filesystem::path path;
  ExportChoices choices;
  std::int64_t tick = 0;  ///< Of the document's schedule; where the file leaves it out, the nearest that it has.
  Vec2 room{};            ///< The picture becomes no larger than this, in pixels.
  bool operator==(const PreviewRequest&) const = default;
};

/// One frame of it.
struct Preview {
  Image image;
  Vec2 size{};  ///< Of the file's pictures, in pixels.
};

/// Requires result = compute(request.document).
[[nodiscard]] Result<Preview> draw_preview(const PreviewRequest& request, const LayerResult& result,
                                           const FontSet& fonts);

/// The frame of a plan that begins a tick of the document's schedule, or the nearest; frame 0 is the first.
[[nodiscard]] std::int64_t frame_of_tick(const ExportPlan& plan, std::int64_t tick);

/// The frame in its whole size as a PNG file.
[[nodiscard]] Result<std::vector<std::byte>> frame_as_png(const PreviewRequest& request, const LayerResult& result,
                                                          const FontSet& fonts);

}  // namespace convscope
