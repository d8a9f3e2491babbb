#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/document/document.h"
#include "app/io/npy.h"
#include "app/text/result.h"

namespace convscope {

/// What a file is that someone opens or drops.
enum class FileKind { session, layer, photo, array };

/// By its content; `where` names it in errors. Whether it can be read is for its reader to say.
[[nodiscard]] Result<FileKind> file_kind(std::string_view bytes, std::string_view where);

/// What an array can be to a document, with the document that each use gives; empty where it does not fit. More than
/// one: ask.
struct ArrayUses {
  std::vector<std::int64_t> shape;
  std::optional<Document> input;   ///< (H, W), (C, H, W) or (1, C, H, W)
  std::optional<Document> weight;  ///< (kH, kW) into every place, or four sizes as weight_shape says
  std::optional<Document> bias;    ///< (out_channels)

  [[nodiscard]] int count() const { return (input ? 1 : 0) + (weight ? 1 : 0) + (bias ? 1 : 0); }
};

/// At least one; otherwise why it can be no input, which is what most files are.
[[nodiscard]] Result<ArrayUses> array_uses(const Document& document, const NpyArray& array, std::string_view where);

}  // namespace convscope
