#pragma once

#include <optional>

#include "app/cli/layer_options.h"
#include "app/document/document.h"
#include "app/text/result.h"

namespace convscope {

/// A session's view, if the layer is a session's.
[[nodiscard]] std::optional<View> saved_view(const ChosenLayer& chosen);

/// The document on a chosen layer: the preset's or session's values where they still have a place, samples elsewhere.
/// Fails when the layer cannot be computed, is one that is not drawn (other than conv2d with zeros), or needs more work
/// than pictures are drawn of (can_be_drawn).
[[nodiscard]] Result<Document> document_of(const ChosenLayer& chosen, const View& view = {});

}  // namespace convscope
