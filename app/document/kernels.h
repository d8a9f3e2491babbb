#pragma once

#include <array>
#include <string_view>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// Well-known kernels. identity: 1 in the middle; box: the mean; gaussian: the binomial one (1 2 1, 1 4 6 4 1, …),
/// which sums to 1; those after it are 3 × 3, in the middle of larger kernels; numerical: that of Dumoulin & Visin's
/// figures.
enum class Kernel { identity, box, gaussian, sharpen, sobel_x, sobel_y, laplacian, emboss, numerical };
inline constexpr std::array kernels{Kernel::identity,  Kernel::box,     Kernel::gaussian,
                                    Kernel::sharpen,   Kernel::sobel_x, Kernel::sobel_y,
                                    Kernel::laplacian, Kernel::emboss,  Kernel::numerical};

/// "sobel_x": the same in every language.
[[nodiscard]] std::string_view name(Kernel kernel);

/// The smallest kernel_size that can hold it: 1 × 1 or 3 × 3.
[[nodiscard]] Size smallest_size(Kernel kernel);

/// (1, 1, kH, kW). Requires at least the smallest size. The middle of an even size is the place before it, as padding
/// "same" has it.
[[nodiscard]] Tensor kernel_plane(Kernel kernel, const Size& size);

/// The weight of a layer that applies the kernel channel by channel: output channel o of a group takes the group's
/// input channel o modulo their number; where there are fewer outputs than inputs, input i goes to output i modulo
/// theirs, and each output is the mean over its inputs. Requires a layer with a weight, and the smallest size.
[[nodiscard]] Tensor kernel_weight(Kernel kernel, const Layer& layer);

}  // namespace convscope
