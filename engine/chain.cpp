#include "engine/chain.h"

#include "engine/arithmetic.h"

namespace convscope {

ChainSizes chain_sizes(std::span<const Layer> chain, Size input_size) {
  ChainSizes sizes;
  for (const Layer& layer : chain) {
    const SizedLayer sized{layer, input_size};
    sizes.problems = validate(sized);
    if (!sizes.problems.empty()) {
      break;
    }
    input_size = output_size(sized);
    sizes.outputs.push_back(input_size);
  }
  return sizes;
}

}  // namespace convscope
