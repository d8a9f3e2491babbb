#pragma once

#include "app/export/export.h"
#include "app/export/svg_file.h"

namespace convscope {

/// What a page says of its ticks: steps, or parts of them. All frames that slide on from a tick say the same. Nothing
/// is kept of them, however many there are.

/// The place of the shown cell's sum, where there are sums, and a list of all ticks for the page's script.
[[nodiscard]] Status write_sums(const ExportJob& job, const TextSink& sink);

/// The tick of each frame: "0,0,1,1".
[[nodiscard]] Status write_ticks_of_frames(const ExportJob& job, const TextSink& sink);

/// How many digits wide the widest of "step 3 of 9, part 2 of 4" is.
[[nodiscard]] long longest_place(const ExportJob& job);

}  // namespace convscope
