#pragma once

#include "app/document/edit_values.h"
#include "app/document/parse_matrix.h"

namespace convscope {

/// The document with typed or pasted numbers in a part of its values. One or two sizes are a plane: they go to every
/// channel of the part (a bias takes them one a channel). Three are the channels of the part's target, of a weight
/// those of one filter; four are the whole tensor. A plane of another size makes input_size or kernel_size its own.
/// Refuses what then does not fit, or makes a layer that cannot be computed.
[[nodiscard]] Result<Document> with_matrix(const Document& document, const ValuePart& part, const ParsedMatrix& matrix);

}  // namespace convscope
