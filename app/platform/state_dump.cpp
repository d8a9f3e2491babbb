#include "app/platform/state_dump.h"

#include <nlohmann/json.hpp>

#include "app/io/atomic_file.h"
#include "app/io/layer_json.h"
#include "app/scene/cell_sum.h"
#include "app/text/names.h"
#include "app/text/problem_words.h"
#include "engine/arithmetic.h"

namespace convscope {
namespace {

using Json = nlohmann::ordered_json;

Json size_json(const Size& size) { return {size.height, size.width}; }

Json rect_json(const ControlRect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

Json refusal_json(const std::optional<Refusal>& refusal) {
  if (!refusal) {
    return nullptr;
  }
  Json problems = Json::array();
  for (const Problem& problem : refusal->problems) {
    problems.push_back({{"parameter", text::name(problem.parameter)}, {"message", text::problem(problem)}});
  }
  return {{"layer", layer_to_json(refusal->wanted.layer)},
          {"input_size", size_json(refusal->wanted.input_size)},
          {"message", refusal->message},
          {"problems", problems}};
}

Json step_json(Workspace& workspace) {
  const std::int64_t step = current_step(workspace.playback, workspace.result().steps);
  const Index cell = output_of_step(workspace.document.sized, step);
  return {{"step", step},
          {"steps", workspace.result().steps},
          {"output_cell", {cell.channel, cell.y, cell.x}},
          {"value", workspace.result().output->at(cell)}};
}

}  // namespace

std::string state_json(Workspace& workspace, const Ui& ui, const ControlRect& stage) {
  const Document& document = workspace.document;
  Json state{{"preset", document.preset},
             {"layer", layer_to_json(document.sized.layer)},
             {"input_size", size_json(document.sized.input_size)},
             {"output_size", size_json(output_size(document.sized))},
             {"playing", workspace.playback.playing},
             {"speed", workspace.playback.speed},
             {"look", document.view.look == Look::flat ? "flat" : "oblique"},
             {"theme", document.view.theme == Theme::light ? "light" : "dark"},
             {"refusal", refusal_json(workspace.refusal)}};
  state.update(step_json(workspace));
  state["scale"] = ui.scale;
  state["stage"] = rect_json(stage);
  for (const auto& [name, rect] : ui.controls) {
    state["controls"][name] = rect_json(rect);
  }
  return state.dump(1) + "\n";
}

Status StateDump::update(std::string state) {
  if (state == written_) {
    return Done{};
  }
  Status status = write_file(path_, {std::as_bytes(std::span(state))});
  if (status) {
    written_ = std::move(state);
  }
  return status;
}

}  // namespace convscope
