#pragma once

#include <string>

#include "app/compute/layer_result.h"
#include "app/document/document.h"
#include "app/export/export.h"

namespace convscope {

/// The size formula and the sums of a document, for a page beside its picture.
[[nodiscard]] PageNotes page_notes(text::Language language, const Document& document, const LayerResult& result,
                                   const std::string& title);

}  // namespace convscope
