#pragma once

#include <cstdint>
#include <optional>

#include "engine/layer.h"

namespace convscope {

/// The input cell along one axis that the padded input holds at a place counted from the input's first cell: the place
/// itself inside, the cell that is copied there in the padding, none where padding copies nothing. `size` cells are in
/// the input; the padding is within its mode's limit (torch.nn.functional.pad): below size for reflect, at most size
/// for circular.
[[nodiscard]] std::optional<std::int64_t> source_cell(PaddingMode mode, std::int64_t place, std::int64_t size);

}  // namespace convscope
