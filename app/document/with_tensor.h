#pragma once

#include <string_view>
#include <vector>

#include "app/document/document.h"
#include "app/text/result.h"

namespace convscope {

/// The document with values from a file or a photograph; the layer takes their sizes. `where` names them in errors.
/// Refuses what makes a layer that cannot be computed; the other values stay where they still have a place.

/// (1, C, H, W): in_channels (a pool's out_channels with it) and input_size become its; groups that no longer divide
/// the channels become the largest number that does.
[[nodiscard]] Result<Document> with_input(const Document& document, Tensor input, std::string_view where);

/// As weight_shape says: kernel_size, out_channels and in_channels become its, groups stay.
[[nodiscard]] Result<Document> with_weight(const Document& document, Tensor weight, std::string_view where);

/// out_channels values; the layer has a bias then.
[[nodiscard]] Result<Document> with_bias(const Document& document, std::vector<float> bias, std::string_view where);

}  // namespace convscope
