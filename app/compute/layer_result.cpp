#include "app/compute/layer_result.h"

#include "engine/forward.h"
#include "engine/taps.h"

namespace convscope {

LayerResult compute(const Document& document) {
  const SizedLayer& sized = document.sized;
  return {
      output_arithmetic(sized),
      std::make_shared<const Tensor>(forward(sized.layer, *document.input, *document.weight, active_bias(document))),
      step_count(sized)};
}

const LayerResult& CurrentResult::of(const Document& document) {
  const bool unchanged = result_.output && computed_.sized == document.sized && computed_.input == document.input &&
                         computed_.weight == document.weight && computed_.bias == document.bias;
  if (!unchanged) {
    result_ = compute(document);
    computed_ = document;
  }
  return result_;
}

}  // namespace convscope
