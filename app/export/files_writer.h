#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "app/export/export.h"
#include "app/export/frame_writer.h"
#include "app/export/target.h"

namespace convscope {

/// A whole file's bytes of one scene. Several threads call it at once.
using FileMaker = std::function<Result<std::vector<std::byte>>(const Scene& scene, Easel& easel)>;

/// One file a frame; they get their names together, at the end.
[[nodiscard]] Result<std::unique_ptr<FrameWriter>> open_files(const ExportJob& job, const ExportTarget& target,
                                                              FileMaker make);

}  // namespace convscope
