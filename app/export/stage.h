#pragma once

#include <optional>

#include "app/compute/layer_result.h"
#include "app/document/document.h"
#include "app/export/captions.h"
#include "app/scene/build.h"

namespace convscope {

/// What is asked of a file's stage.
struct FileStage {
  std::optional<Vec2> size{};
  std::optional<bool> labels{};
  Captions captions{};
  text::Language language = text::Language::english;
};

/// The stage of a file of this size, or of the picture's natural size. In a larger picture everything is larger, lines
/// and texts too; in a smaller one texts stay as large as can be read. Unless `labels` says it, the flat look has
/// labels; the oblique one is bare, as conv_arithmetic's. The captions' room is taken from the file's size; where that
/// leaves nothing, the stage has no height.
[[nodiscard]] Stage export_stage(const Document& document, const LayerResult& result, const FileStage& file);

}  // namespace convscope
