#include "app/cli/chosen_document.h"

#include "app/compute/layer_result.h"
#include "app/text/layer_errors.h"
#include "app/text/problem_words.h"
#include "engine/arithmetic.h"
#include "engine/problem.h"

namespace convscope {

Result<Document> document_of(const ChosenLayer& chosen, const View& view) {
  if (const auto problems = validate(chosen.sized); !problems.empty()) {
    return text::invalid_layer(problems);
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
