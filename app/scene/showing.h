#pragma once

#include <optional>

#include "app/compute/layer_result.h"
#include "app/compute/step_values.h"
#include "app/document/document.h"
#include "app/scene/cell_ref.h"
#include "app/timeline/moment.h"

namespace convscope {

/// All that a picture is made of, at one moment. It refers to its parts and lives no longer than they.
struct Showing {
  const Document& document;
  const LayerResult& result;  ///< compute(document)
  const StepValues& values;   ///< step_values(document, result, progress_of(moment))
  Moment moment;              ///< Of the document's schedule.
  /// The cell that is pointed at. What the moment's step is shown by, as the window, follows it where it stands for a
  /// step of its own; what is filled stays the moment's.
  std::optional<CellRef> pointed = std::nullopt;
};

[[nodiscard]] inline Progress progress_of(const Moment& moment) { return {moment.step, moment.part, moment.parts}; }

}  // namespace convscope
