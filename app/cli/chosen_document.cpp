#include "app/cli/chosen_document.h"

#include "app/compute/layer_result.h"
#include "app/text/layer_errors.h"
#include "app/text/problem_words.h"
#include "engine/arithmetic.h"
#include "engine/problem.h"

namespace convscope {

std::optional<View> saved_view(const ChosenLayer& chosen) {
  return chosen.session ? std::optional(chosen.session->document.view) : std::nullopt;
}

Result<Document> document_of(const ChosenLayer& chosen, const View& view) {
  if (const auto problems = validate(chosen.sized); !problems.empty()) {
    return text::invalid_layer(problems);
  }
  if (!can_be_drawn(chosen.sized)) {
    return text::too_much_to_draw(cells_read(chosen.sized), tensor_elements(chosen.sized));
  }
  if (chosen.session) {
    Document document = with_layer(chosen.session->document, chosen.sized);
    document.view = view;
    return document;
  }
  if (chosen.preset != nullptr) {
    return with_layer(make_document(*chosen.preset, view), chosen.sized);
  }
  Preset unnamed;
  unnamed.sized = chosen.sized;
  return make_document(unnamed, view);
}

}  // namespace convscope
