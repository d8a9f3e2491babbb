#pragma once

#include <optional>
#include <vector>

#include "app/text/text.h"
#include "engine/solve.h"

namespace convscope {

/// What is asked of the solver: which values of the open parameters make an output of this size?
struct SolverState {
  std::optional<Size> output_size;  ///< Empty: the output size of the layer that is shown.
  std::vector<Parameter> free{Parameter::stride, Parameter::padding};
  text::Text refusal;  ///< Why the last typed size was not taken; empty: it was.
};

/// Keeps the newest answer and asks again only when the question changes.
class CurrentSolutions {
 public:
  [[nodiscard]] const Solutions& of(const SolveQuestion& question);

 private:
  SolveQuestion question_;
  std::optional<Solutions> solutions_;
};

}  // namespace convscope
