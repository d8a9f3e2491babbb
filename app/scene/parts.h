#pragma once

#include <cstdint>
#include <optional>

#include "app/scene/palette.h"
#include "app/scene/scene.h"
#include "app/scene/showing.h"
#include "app/text/phrase.h"
#include "engine/taps.h"
#include "engine/window.h"

namespace convscope {

/// What every look needs to know about a moment.
struct Parts {
  const Document& document;
  const LayerResult& result;
  const StepValues& values;
  Moment moment;          ///< At rest and with the whole sum where `step` is that of the cell pointed at.
  std::int64_t step = 0;  ///< That is shown: the moment's, or that of the cell pointed at.
  std::optional<CellRef> pointed;
  Palette palette;
  text::Language language = text::Language::english;  ///< Of the words beside the grids.
  bool short_names = false;  ///< Of gradients, where the grids' stage is narrow: long ones would push grids apart.
  bool stamping = false;
  Index cell;              ///< Of the step: an output cell; of the input while the layer stamps.
  Index next_cell;         ///< Of the step that it slides to; the same while at rest or when the channel changes.
  std::int64_t depth = 1;  ///< Input channels that an output channel reads.
  std::int64_t front_channel = 0;  ///< The input channel that lies in front.
  std::int64_t out_channel = 0;    ///< The output channel that is being made.
  std::optional<Tap> tap;          ///< With Pace::tap, the one that is being added.

  [[nodiscard]] const Layer& layer() const { return document.sized.layer; }
  /// The front channel, counted within its group.
  [[nodiscard]] std::int64_t front_in_group() const {
    return front_channel - first_input_channel(layer(), out_channel);
  }
};

[[nodiscard]] Parts make_parts(const Showing& showing, text::Language language);

/// The grid that the input is shown as: its own cells, or the stretched ones of a transposed layer.
[[nodiscard]] Size input_grid(const Parts& parts);
/// What lies around it: padding, or what windows over a stretched input reach.
[[nodiscard]] Sides input_border(const Parts& parts);
/// What lies around the output: while a transposed layer stamps, the cells that its padding takes away.
[[nodiscard]] Sides output_border(const Parts& parts);

/// What the step touches on the input's grid and on the output's, between two steps in fractions: the window and the
/// cell that it makes, or the cell and its stamp. In cells, as far as a dilated kernel spans.
[[nodiscard]] CellRect input_box(const Parts& parts);
[[nodiscard]] CellRect output_box(const Parts& parts);

/// Whether an input channel takes part in the sum of the moment's step.
[[nodiscard]] bool is_read(const Parts& parts, std::int64_t input_channel);
/// Whether an output channel is made by the moment's step.
[[nodiscard]] bool is_made(const Parts& parts, std::int64_t output_channel);

/// The first output channel of the group that an output channel belongs to, and how many there are in one.
[[nodiscard]] std::int64_t out_channels_per_group(const Layer& layer);
[[nodiscard]] std::int64_t group_of_output(const Layer& layer, std::int64_t output_channel);
[[nodiscard]] std::int64_t group_of_input(const Layer& layer, std::int64_t input_channel);

}  // namespace convscope
