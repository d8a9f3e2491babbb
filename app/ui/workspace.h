#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "app/compute/layer_result.h"
#include "app/document/document.h"
#include "app/timeline/playback.h"
#include "engine/problem.h"

namespace convscope {

/// A change that could not be made: the layer that was wanted and why it was refused. The document is untouched.
struct Refusal {
  SizedLayer wanted;
  std::vector<Problem> problems;  ///< Empty when `message` says it all.
  std::string message;
};

/// The window's state: what is shown and how the user works on it. Panels change it; nothing else remembers anything.
struct Workspace {
  Document document;
  Playback playback{.playing = true};
  CurrentResult current;
  std::optional<Refusal> refusal;
  /// Whether one value stands for both axes, by Parameter.
  std::array<bool, 8> linked{true, true, true, true, true, true, true, true};
  bool show_layer_panel = true;
  bool show_arithmetic_panel = true;
  bool show_keys = false;
  bool show_about = false;
  bool full_screen = false;
  bool quit = false;

  [[nodiscard]] const LayerResult& result() { return current.of(document); }
};

/// Opens a preset, playing from its first step.
void open_preset(Workspace& workspace, const Preset& preset);

/// Changes the layer or input size if it can be computed; otherwise keeps the document and leaves a refusal.
void try_layer(Workspace& workspace, const SizedLayer& wanted);

/// Sets a parameter as a slider or a typed value does: on both axes while they are linked.
void try_parameter(Workspace& workspace, Parameter parameter, Axis axis, std::int64_t value);

/// The axis argument for engine calls: none while the parameter's axes are linked.
[[nodiscard]] std::optional<Axis> edited_axis(const Workspace& workspace, Parameter parameter, Axis axis);

/// What a key does, whatever key it is.
enum class Command {
  toggle_play,
  step_forward,
  step_back,
  first_step,
  last_step,
  faster,
  slower,
  flat_look,
  oblique_look,
  toggle_keys,
  toggle_full_screen,
  close_popup,
  quit
};
void perform(Workspace& workspace, Command command);

/// The speeds that one can choose, in steps a second, ascending.
inline constexpr std::array<double, 7> speeds{0.25, 0.5, 1, 2, 4, 8, 16};

}  // namespace convscope
