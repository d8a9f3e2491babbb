#pragma once

#include <optional>

#include "app/compute/layer_result.h"
#include "app/document/document.h"
#include "app/scene/build.h"

namespace convscope {

/// The stage of a file of this size, or of the picture's natural size. In a larger picture everything is larger, lines
/// and texts too; in a smaller one texts stay as large as can be read. Labels belong to the flat look; the oblique one
/// is bare, as conv_arithmetic's.
[[nodiscard]] Stage export_stage(const Document& document, const LayerResult& result, std::optional<Vec2> size);

}  // namespace convscope
