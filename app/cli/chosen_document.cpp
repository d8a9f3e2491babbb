#include "app/cli/chosen_document.h"

#include "app/compute/layer_result.h"
#include "app/text/layer_errors.h"
#include "app/text/names.h"
#include "app/text/problem_words.h"
#include "engine/arithmetic.h"
#include "engine/problem.h"

namespace convscope {
namespace {

/// Pictures show the cross-correlation with zeros in its padding, and no other layer.
Status check_drawn(const Layer& layer) {
  if (layer.op != Op::conv2d) {
    return text::not_drawn("op", text::name(layer.op));
  }
  if (layer.padding_mode != PaddingMode::zeros) {
    return text::not_drawn("padding_mode", text::name(layer.padding_mode));
  }
  if (layer.flip_kernel) {
    return text::not_drawn("flip_kernel", "true");
  }
  return Done{};
}

}  // namespace

Result<Document> document_of(const ChosenLayer& chosen, const View& view) {
  if (const auto problems = validate(chosen.sized); !problems.empty()) {
    return text::invalid_layer(problems);
  }
  if (const Status drawn = check_drawn(chosen.sized.layer); !drawn) {
    return drawn.error();
  }
  if (const std::int64_t macs = multiply_accumulates(chosen.sized); macs > max_interactive_macs) {
    return text::too_much_to_draw(macs, max_interactive_macs);
  }
  if (chosen.preset != nullptr) {
    return with_layer(make_document(*chosen.preset, view), chosen.sized);
  }
  Preset unnamed;
  unnamed.sized = chosen.sized;
  return make_document(unnamed, view);
}

}  // namespace convscope
