#include "app/text/editing.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "app/text/phrases.h"

namespace convscope::text::editing {

Text kernel_label(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Phrase>, 9> labels{{{"identity", window::kernel_identity},
                                                                       {"box", window::kernel_box},
                                                                       {"gaussian", window::kernel_gaussian},
                                                                       {"sharpen", window::kernel_sharpen},
                                                                       {"sobel_x", window::kernel_sobel_x},
                                                                       {"sobel_y", window::kernel_sobel_y},
                                                                       {"laplacian", window::kernel_laplacian},
                                                                       {"emboss", window::kernel_emboss},
                                                                       {"numerical", window::kernel_numerical}}};
  const auto* const found = std::ranges::find(labels, name, [](const auto& label) { return label.first; });
  return found == labels.end() ? Text(name) : Text(found->second);
}

Text framework_label(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> labels{
      {{"pytorch", "PyTorch"}, {"keras", "TensorFlow / Keras"}, {"jax", "JAX (lax)"}, {"onnx", "ONNX"}}};
  const auto* const found = std::ranges::find(labels, name, [](const auto& label) { return label.first; });
  return found == labels.end() ? Text(window::numpy_loop) : Text(found->second);
}

Text needs_size(std::int64_t height, std::int64_t width) { return filled(window::needs_kernel_size, height, width); }

Error number_refused(const Text& name, std::string_view typed, const Text& expected) {
  return {filled(message::number_not_in, name, typed, expected), message::box_stays};
}

Text not_a_value(std::string_view typed) { return filled(window::no_value, typed); }

}  // namespace convscope::text::editing
