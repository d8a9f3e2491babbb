#pragma once

#include <filesystem>
#include <memory>

#include "app/export/export.h"
#include "app/export/format.h"
#include "app/export/frame_writer.h"
#include "app/export/libav_stream.h"

namespace convscope {

/// An MP4 (H.264) or a WebM (VP9): as many frames a second as the animation, each repeated where that would be less
/// than ten, at which some players stumble.
[[nodiscard]] Result<std::unique_ptr<FrameWriter>> open_film(const ExportJob& job, const std::filesystem::path& path,
                                                             ExportFormat format);

/// What its encoder and container are told; size, time and file are left to fill in.
[[nodiscard]] StreamSettings film_settings(ExportFormat format);

/// How often each frame of the animation stands in the film.
[[nodiscard]] std::int64_t film_repeats(double seconds_per_frame);

}  // namespace convscope
