#pragma once

#include <iosfwd>
#include <string>

#include "app/cli/layer_options.h"
#include "app/text/result.h"

namespace convscope {

/// What `matrix`'s flags say.
struct MatrixOptions {
  LayerOptions layer;
  std::string form;
  std::string input;
  std::string weight;
  bool json = false;

  [[nodiscard]] bool wants_im2col() const { return form == "im2col"; }
};

/// The im2col columns of an input, the preset's or a file's; sizes that were not said become its.
[[nodiscard]] Status print_im2col(const MatrixOptions& options, ChosenLayer chosen, std::ostream& out);

/// The sparse C of vec(out) = C·vec(in), with the weights' values where they are known.
[[nodiscard]] Status print_sparse(const MatrixOptions& options, const ChosenLayer& chosen, std::ostream& out);

}  // namespace convscope
