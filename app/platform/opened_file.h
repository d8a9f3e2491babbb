#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "app/document/document.h"
#include "app/io/session.h"
#include "app/text/result.h"
#include "app/ui/files_state.h"

namespace convscope {

/// A session, what else the file can be to a document, or what is to be asked first.
using OpenedFile = std::variant<Session, std::vector<ArrayUse>, PhotoQuestion>;

/// Reads, parses and decodes a request's file or sample: what takes long. For any thread.
[[nodiscard]] Result<OpenedFile> opened_file(const FileRequest& request, const Document& document);

}  // namespace convscope
