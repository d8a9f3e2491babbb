#include "app/ui/workspace.h"

#include <algorithm>

#include "app/text/window.h"
#include "engine/arithmetic.h"

namespace convscope {
namespace {

void step_by(Workspace& workspace, std::int64_t steps) {
  const std::int64_t count = workspace.result().steps;
  workspace.playback.playing = false;
  go_to(workspace.playback, current_step(workspace.playback, count) + steps, count);
}

void jump_to(Workspace& workspace, std::int64_t step) {
  workspace.playback.playing = false;
  go_to(workspace.playback, step, workspace.result().steps);
}

void change_speed(Workspace& workspace, int by) {
  const auto now = std::ranges::lower_bound(speeds, workspace.playback.speed) - speeds.begin();
  const auto next = std::clamp<std::ptrdiff_t>(now + by, 0, std::ssize(speeds) - 1);
  workspace.playback.speed = speeds[static_cast<std::size_t>(next)];
}

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

}  // namespace

void open_preset(Workspace& workspace, const Preset& preset) {
  workspace.document = make_document(preset, workspace.document.view);
  workspace.refusal.reset();
  workspace.playback.position = 0;
}

void try_layer(Workspace& workspace, const SizedLayer& wanted) {
  if (const std::vector<Problem> problems = validate(wanted); !problems.empty()) {
    workspace.refusal = Refusal{wanted, without_repetition(problems), {}};
    return;
  }
  const std::int64_t macs = multiply_accumulates(wanted);
  if (macs > max_interactive_macs) {
    workspace.refusal = Refusal{wanted, {}, text::window::too_much_work(macs, max_interactive_macs)};
    return;
  }
  workspace.refusal.reset();
  workspace.document = with_layer(workspace.document, wanted);
  fit(workspace.playback, workspace.result().steps);
}

void try_parameter(Workspace& workspace, Parameter parameter, Axis axis, std::int64_t value) {
  SizedLayer wanted = workspace.document.sized;
  set_parameter(wanted, parameter, edited_axis(workspace, parameter, axis), value);
  try_layer(workspace, wanted);
}

std::optional<Axis> edited_axis(const Workspace& workspace, Parameter parameter, Axis axis) {
  if (workspace.linked[static_cast<std::size_t>(parameter)]) {
    return std::nullopt;
  }
  return axis;
}

void perform(Workspace& workspace, Command command) {
  switch (command) {
    case Command::toggle_play:
      return toggle(workspace.playback, workspace.result().steps);
    case Command::step_forward:
      return step_by(workspace, 1);
    case Command::step_back:
      return step_by(workspace, -1);
    case Command::first_step:
      return jump_to(workspace, 0);
    case Command::last_step:
      return jump_to(workspace, workspace.result().steps - 1);
    case Command::faster:
      return change_speed(workspace, 1);
    case Command::slower:
      return change_speed(workspace, -1);
    case Command::flat_look:
      workspace.document.view.look = Look::flat;
      return;
    case Command::oblique_look:
      workspace.document.view.look = Look::oblique;
      return;
    case Command::toggle_keys:
      workspace.show_keys = !workspace.show_keys;
      return;
    case Command::toggle_full_screen:
      workspace.full_screen = !workspace.full_screen;
      return;
    case Command::close_popup:
      workspace.show_keys = false;
      workspace.show_about = false;
      return;
    case Command::quit:
      workspace.quit = true;
      return;
  }
}

}  // namespace convscope
