#pragma once

#include <cstddef>
#include <cstdint>

#include "app/export/export.h"
#include "app/export/frame_writer.h"
#include "app/text/result.h"

namespace convscope {

/// Draws the job's frames from `first` on in several threads and hands them to the writer in order, those that equal
/// the one before left out. What the writer gets does not depend on the number of threads; few frames are in memory at
/// once, however many there are. `fonts` says which faces are used; every thread opens its own.
[[nodiscard]] Status draw_frames(const ExportJob& job, std::int64_t first, const FontSet& fonts, FrameWriter& writer);

/// How many threads the job works with.
[[nodiscard]] std::size_t thread_count(const ExportJob& job);

}  // namespace convscope
