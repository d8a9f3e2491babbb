#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "engine/problem.h"
#include "engine/tensor.h"

namespace convscope {

void showValue(const SizedLayer& sized, std::ostream& stream);
void showValue(const Mend& mend, std::ostream& stream);

namespace testing {

/// A small layer without problems, of every op and kind: groups, four-sided padding, "same", "valid", padding modes,
/// strides, dilations, output_padding, flipped kernels.
rc::Gen<SizedLayer> valid_layer();
/// The same of one op.
rc::Gen<SizedLayer> valid_layer(Op op);
/// Any int64 in every parameter: mostly small, sometimes at or beyond the limits.
rc::Gen<SizedLayer> any_layer();
/// Small values around the edges of validity: each rule is broken often, alone and together with others.
rc::Gen<SizedLayer> edge_layer();
/// Integers from −9 to 9: sums of their products are exact in float32.
rc::Gen<Tensor> integer_tensor(const Shape& shape);
/// The weight of a layer; empty for pools.
rc::Gen<Tensor> integer_weight(const Layer& layer);
/// A value for each output channel, or none without bias.
rc::Gen<std::vector<float>> integer_bias(const Layer& layer);

}  // namespace testing
}  // namespace convscope
