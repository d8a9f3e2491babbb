#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/document/document.h"
#include "app/text/result.h"

namespace convscope {

/// What a session file keeps: the document, and where its animation stands.
struct Session {
  Document document;
  std::int64_t tick = 0;  ///< Of the schedule; a tick beyond its end counts as the last.
  double speed = 1;       ///< Ticks a second, in (0, 1000].
};

/// The version that is written; all up to it are read.
inline constexpr std::int64_t session_version = 1;

/// One JSON object (README.md, "Sessions"): layer, input_size, input, weight, bias, view and timeline. Readable, apart
/// from large tensors, which are base64.
[[nodiscard]] std::string session_text(const Session& session);

/// Reads it strictly: unknown keys, wrong types, values out of their range, tensors of another shape than the layer's,
/// a layer that cannot be computed, and newer versions are refused by name. Values that are left out are samples.
/// `where` names the source in errors.
[[nodiscard]] Result<Session> parse_session(std::string_view text, std::string_view where);

/// A file of at most a gibibyte.
[[nodiscard]] Result<Session> read_session(const std::filesystem::path& path);

/// The file appears when it is complete; until then the old one stays.
[[nodiscard]] Status write_session(const std::filesystem::path& path, const Session& session);

}  // namespace convscope
