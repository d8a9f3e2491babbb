#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "app/export/svg_layers.h"
#include "app/io/spool.h"
#include "app/text/result.h"

namespace convscope {

/// Takes a text piece by piece.
using TextSink = std::function<Status(std::string_view text)>;

/// The animation as one file that plays by itself; of one frame, a still picture. `seconds`: how long it lasts.
struct SvgPlayback {
  std::int64_t frames = 1;
  double seconds_per_frame = 1;
  double seconds = 1;
  bool loop = true;
};
[[nodiscard]] Status write_svg(const SvgAnimation& animation, const Spool& texts, const SvgPlayback& playback,
                               const std::string& title, const TextSink& sink);

/// A <defs> element, or nothing, and the background, unless it is transparent.
[[nodiscard]] Status write_definitions(const SvgAnimation& animation, const Spool& texts, const TextSink& sink);
[[nodiscard]] std::string svg_background(const SvgAnimation& animation);

}  // namespace convscope
