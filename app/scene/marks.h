#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/scene/parts.h"

namespace convscope {

/// What the moment's step lights on the planes.

/// The whole window on the input's grid, or the whole stamp on the output, wherever the moment's part has come to.
[[nodiscard]] CellLattice window_lattice(const Parts& parts);

/// Of max pooling: which of the cell's taps is the largest of those that the moment has come to; none where all are
/// padding, and for other ops.
[[nodiscard]] std::optional<std::int64_t> winning_tap(const Parts& parts);

/// On the input's channel: the window's cells, those still to be added weaker; the winner of a maximum.
[[nodiscard]] std::vector<CellLattice> input_marks(const Parts& parts, std::int64_t channel);
/// On a filter's channel: the weight that is being added, with Pace::tap.
[[nodiscard]] std::vector<CellLattice> kernel_marks(const Parts& parts, std::int64_t out_channel,
                                                    std::int64_t group_channel);
/// On an output channel that the step makes: its cell, or the stamp.
[[nodiscard]] std::vector<CellLattice> output_marks(const Parts& parts, std::int64_t channel);

/// The frame around the window (around the cell that stamps), around the single tap with Pace::tap, and around what
/// circular padding repeats.
[[nodiscard]] std::vector<CellFrame> input_frames(const Parts& parts);
/// The frames around what circular padding repeats alone.
[[nodiscard]] std::vector<CellFrame> copied_frames(const Parts& parts);
/// The frame around a stamp; none where the output has one cell a step.
[[nodiscard]] std::vector<CellFrame> output_frames(const Parts& parts);

/// The number in the output cell whose sum is not complete; none otherwise.
[[nodiscard]] std::vector<CellNumber> growing_sum(const Parts& parts);

}  // namespace convscope
