#include "engine/memory.h"

#include "engine/arithmetic.h"
#include "engine/forward.h"

namespace convscope {

TensorBytes tensor_bytes(const SizedLayer& sized) {
  constexpr std::int64_t element = sizeof(float);
  Layer unbiased = sized.layer;
  unbiased.bias = false;
  return {element * element_count(input_shape(sized)), element * parameter_count(unbiased),
          element * element_count(output_shape(sized))};
}

}  // namespace convscope
