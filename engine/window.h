#pragma once

#include <cstdint>

#include "engine/axis_taps.h"
#include "engine/layer.h"
#include "engine/taps.h"

namespace convscope {

/// Every op as a window that slides over a grid, one output cell a place. Of conv2d and the pools the grid is the
/// padded input. A transposed convolution slides over its stretched input: stride − 1 empty cells between neighbours,
/// dilation·(kernel_size − 1) − padding around it, and moves by one cell (Dumoulin & Visin 2016, section 4.5 and
/// relationship 14); its weight lies on the window from behind.

/// The cells of the grid without what is around it: the input's, or (in − 1)·s + 1 stretched ones.
[[nodiscard]] Size window_grid_size(const SizedLayer& sized);

/// Rows and columns around the grid that windows may reach: the padding; of a transposed layer at least 0, where more
/// padding than the kernel spans takes cells away.
[[nodiscard]] Sides window_border(const SizedLayer& sized);

/// The first (top-left) cell of the grid that the window of output (y, x) takes, negative in the border.
[[nodiscard]] WindowOrigin window_place(const Layer& layer, std::int64_t output_y, std::int64_t output_x);

/// The row and column of the weight that lies on place (row, column) of the window.
[[nodiscard]] Size window_weight_cell(const Layer& layer, const Size& place);

/// The first two places of the weight through which an output channel reads the `channel`-th input channel that it
/// reads at all (from first_input_channel on). Requires an op with a weight.
[[nodiscard]] WeightChannels weight_channels(const Layer& layer, std::int64_t out_channel, std::int64_t channel);

}  // namespace convscope
