#include "app/cli/question_layer.h"

#include "app/text/problem_words.h"
#include "app/text/question_errors.h"
#include "engine/axis_taps.h"
#include "engine/problem.h"

namespace convscope {

Status check_question(const SizedLayer& sized) {
  if (const std::vector<Problem> problems = validate(sized); !problems.empty()) {
    return text::invalid_layer(problems);
  }
  if (const std::int64_t taps = axis_tap_count(sized); taps > max_answer) {
    return text::answer_too_long("taps along its axes", taps, max_answer);
  }
  return Done{};
}

Result<SizedLayer> question_layer(const LayerOptions& options) {
  const Result<ChosenLayer> chosen = options.choose();
  if (!chosen) {
    return chosen.error();
  }
  if (const Status checked = check_question(chosen.value().sized); !checked) {
    return checked.error();
  }
  return chosen.value().sized;
}

}  // namespace convscope
