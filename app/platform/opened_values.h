#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/document/document.h"
#include "app/io/open_file.h"
#include "app/text/result.h"
#include "app/ui/files_state.h"

namespace convscope {

/// What a layer's file or an array can be to a document: the document that each use gives.
[[nodiscard]] Result<std::vector<ArrayUse>> opened_values(const Document& document, FileKind kind,
                                                          const std::string& bytes, std::string_view where);

/// The same of a photograph, as it is wished. Refuses one that is more than can be drawn.
[[nodiscard]] Result<std::vector<ArrayUse>> photo_uses(const Document& document, const std::string& bytes,
                                                       std::string_view where, const PhotoWish& wish);

}  // namespace convscope
