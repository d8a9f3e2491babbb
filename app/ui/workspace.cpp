#include "app/ui/workspace.h"

#include <algorithm>

#include "app/text/errors.h"
#include "app/text/layer_errors.h"
#include "app/ui/edit_steps.h"
#include "engine/arithmetic.h"
#include "engine/forward.h"

namespace convscope {
namespace {

Problem for_both_axes(Problem problem) {
  problem.axis.reset();
  if (problem.mend) {
    problem.mend->axis.reset();
  }
  return problem;
}

/// A problem that both axes have alike is said once.
std::vector<Problem> without_repetition(const std::vector<Problem>& problems) {
  std::vector<Problem> said;
  for (const Problem& problem : problems) {
    const Problem both = for_both_axes(problem);
    const auto same = std::ranges::find_if(said, [&](const Problem& other) { return for_both_axes(other) == both; });
    if (same == said.end()) {
      said.push_back(problem);
    } else {
      *same = both;
    }
  }
  return said;
}

Edit layer_edit(const Document& document, const SizedLayer& wanted) {
  const auto newly_made = [](const Shape& shape, const std::shared_ptr<const Tensor>& now) {
    return now && now->shape() == shape ? 0 : element_count(shape);
  };
  const auto apply = [wanted](const Document& before, TensorEdits& /*input_edits*/) {
    return Result<Document>(with_layer(before, wanted));
  };
  return {.apply = apply,
          .values =
              newly_made(input_shape(wanted), document.input) + newly_made(weight_shape(wanted.layer), document.weight),
          .layer = wanted};
}

constexpr float least_width = 1024;
constexpr float least_height = 640;
constexpr float presenting_zoom = 1.4F;

}  // namespace

float interface_zoom(const Workspace& workspace, float width, float height) {
  const float wanted = workspace.zoom * (workspace.full_screen ? presenting_zoom : 1);
  const float room = std::min(width / least_width, height / least_height);
  return std::max(std::min(wanted, room), std::min(1.0F, wanted));
}

std::optional<CellRef> shown_cell(const Workspace& workspace) {
  if (workspace.pinned || workspace.hovered) {
    return workspace.pinned ? workspace.pinned : workspace.hovered;
  }
  return workspace.listed;
}

bool has_sheet(const Workspace& workspace) {
  return workspace.exports.open || workspace.files.sheet != FileSheet::none || workspace.show_keys ||
         workspace.show_about || workspace.command_list.open;
}

void open_preset(Workspace& workspace, const Preset& preset) {
  workspace.edits.forget();
  LayerChain chain = std::move(workspace.document.chain);
  workspace.document = make_document(preset, workspace.document.view);
  workspace.document.chain = std::move(chain);
  workspace.refusal.reset();
  workspace.playback.position = 0;
  workspace.op_memory = {};
  workspace.four_sides = false;
}

void refuse(Workspace& workspace, const SizedLayer& wanted, const Error& error) {
  workspace.refusal = Refusal{wanted, {}, text::sentence(error)};
}

void try_layer(Workspace& workspace, const SizedLayer& wanted) {
  if (const std::vector<Problem> problems = validate(wanted); !problems.empty()) {
    workspace.refusal = Refusal{wanted, without_repetition(problems), {}};
    return;
  }
  if (!can_be_drawn(wanted)) {
    refuse(workspace, wanted, text::too_much_to_draw(cells_read(wanted), tensor_elements(wanted)));
    return;
  }
  workspace.refusal.reset();
  add_edit(workspace, layer_edit(workspace.document, wanted));
}

void choose_op(Workspace& workspace, Op op) {
  const OpMemory memory = workspace.op_memory;
  try_layer(workspace, workspace.op_memory.change(workspace.sized(), op));
  if (workspace.refusal) {
    workspace.op_memory = memory;
  }
}

void change_view(Workspace& workspace, const View& view) {
  const Schedule before = workspace.schedule();
  workspace.document.view = view;
  fit(workspace.playback, before, workspace.schedule());
}

void try_parameter(Workspace& workspace, Parameter parameter, Axis axis, std::int64_t value) {
  SizedLayer wanted = workspace.sized();
  edit_parameter(wanted, parameter, edited_axis(workspace, parameter, axis), value);
  try_layer(workspace, wanted);
}

std::optional<Axis> edited_axis(const Workspace& workspace, Parameter parameter, Axis axis) {
  if (workspace.linked[static_cast<std::size_t>(parameter)]) {
    return std::nullopt;
  }
  return axis;
}

}  // namespace convscope
