#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/code/write_code.h"
#include "app/compute/disposal.h"
#include "app/compute/edit_queue.h"
#include "app/compute/live_result.h"
#include "app/document/document.h"
#include "app/document/edit_values.h"
#include "app/document/history.h"
#include "app/document/op_change.h"
#include "app/scene/cell_move.h"
#include "app/scene/cell_ref.h"
#include "app/scene/cell_sum.h"
#include "app/text/result.h"
#include "app/text/text.h"
#include "app/timeline/playback.h"
#include "app/timeline/schedule.h"
#include "app/ui/export_state.h"
#include "app/ui/files_state.h"
#include "app/ui/keyboard_focus.h"
#include "app/ui/solver_state.h"
#include "engine/problem.h"

namespace convscope {

/// A change that could not be made: the layer that was wanted and why it was refused. The document is untouched.
struct Refusal {
  SizedLayer wanted;
  std::vector<Problem> problems;  ///< Empty when `message` says it all.
  text::Text message;
};

/// What the panel at the right shows.
enum class SidePanel { arithmetic, values, code, solver, chain };

/// How values are edited.
struct Editing {
  ValueTarget target = ValueTarget::input;
  bool front_channel_alone = false;  ///< Fills and pasted planes go into the channel in front, not into every one.
  std::int64_t seed = 0;             ///< Of random fills.
  bool painting = false;             ///< Dragging over cells gives them `paint`, in the place of moving the picture.
  float paint = 1;
  std::string pasted;  ///< Typed or pasted, not put in yet.
  text::Text error;    ///< Why the last edit was refused; empty: it was not.
};

/// The list of all commands while it is open.
struct CommandListState {
  bool open = false;
  std::string typed;       ///< What its lines must have in them.
  std::size_t chosen = 0;  ///< Among those that have it.
};

/// Keeps the newest program and writes one only when the document, the framework or the language changes.
class CurrentCode {
 public:
  [[nodiscard]] const std::string& of(const Document& document, Framework framework, text::Language language);

 private:
  Document document_;
  Framework framework_ = Framework::pytorch;
  text::Language language_ = text::Language::english;
  std::optional<std::string> text_;
};

/// What a key does, whatever key it is.
enum class Command {
  toggle_play,
  step_forward,
  step_back,
  whole_step_forward,
  whole_step_back,
  first_step,
  last_step,
  faster,
  slower,
  flat_look,
  oblique_look,
  stack_look,
  reset_camera,
  new_session,
  open_file,
  save,
  save_as,
  export_animation,
  copy_picture,
  undo,
  redo,
  cell_left,
  cell_right,
  cell_up,
  cell_down,
  next_grid,
  previous_grid,
  toggle_painting,
  toggle_command_list,
  toggle_keys,
  toggle_full_screen,
  toggle_spotlight,
  larger_interface,
  smaller_interface,
  focus_next,
  focus_previous,
  next_panel,
  previous_panel,
  focus_menu,
  open_file_menu,
  open_edit_menu,
  open_view_menu,
  open_help_menu,
  close_popup,
  quit
};
inline constexpr int command_count = static_cast<int>(Command::quit) + 1;

/// The window's state: what is shown and how the user works on it. Panels change it; nothing else remembers anything.
struct Workspace {
  Document document;
  Playback playback{.playing = true};
  History history{Document{}};   ///< The way to `document`; app/ui/edit_steps.h keeps it in step.
  bool edit_held = false;        ///< A control is held that has changed the document.
  EditQueue edits;               ///< What is on its way into `document`; app/ui/edit_steps.h takes it in.
  Disposal disposal;             ///< Of the document's tensors.
  std::vector<Command> put_off;  ///< That wait until `edits` are done.
  LiveResult live;
  CurrentSchedule current_schedule;
  CurrentSchedule picture_schedule;
  CurrentCellSum current_sum;
  CurrentCode current_code;
  CurrentSolutions current_solutions;
  std::optional<Refusal> refusal;
  OpMemory op_memory;
  std::optional<CellRef> hovered;     ///< Under the mouse.
  std::optional<CellRef> listed;      ///< Of the input: the mouse is on its product in the arithmetic.
  std::optional<CellRef> pinned;      ///< Clicked: shown in the place of what is hovered.
  std::optional<CellMove> cell_move;  ///< A key wants another cell pinned; the stage knows which one.
  /// Whether one value stands for both axes, by Parameter.
  std::array<bool, 10> linked{true, true, true, true, true, true, true, true, true, true};
  FilesState files;
  ExportsState exports;
  std::optional<text::Language> language;           ///< That was chosen; empty: the locale's.
  text::Language spoken = text::Language::english;  ///< By the window now: that one.
  SidePanel side = SidePanel::arithmetic;
  Editing editing;
  SolverState solver;
  CommandListState command_list;
  Framework framework = Framework::pytorch;
  std::string copied_code;  ///< The program that went to the clipboard last.
  bool variables = false;   ///< The arithmetic of a cell is written in letters.
  bool four_sides = false;  ///< Padding is shown side by side, also where opposite sides are alike.
  bool show_layer_panel = true;
  bool show_arithmetic_panel = true;
  float layer_panel_width = 0;  ///< Pixels at scale 1, as its edge was dragged; 0: its own.
  float arithmetic_panel_width = 0;
  bool show_keys = false;
  bool show_about = false;
  float zoom = 1;                          ///< Of the interface, one of `zooms`.
  bool full_screen = false;                ///< Presenting: large type, and only picture, arithmetic and transport.
  bool spotlight = false;                  ///< All but what is around the pointer is dimmed.
  FocusMove focus_move = FocusMove::none;  ///< A key wants the keyboard's focus elsewhere.
  std::optional<std::size_t> menu;         ///< A key wants this one open, counted from the left.
  bool quit = false;

  /// The layer as it will be when all edits are done: what controls show and change.
  [[nodiscard]] SizedLayer sized() const {
    const SizedLayer* const coming = edits.layer();
    return coming != nullptr ? *coming : document.sized;
  }
  /// Whether what is shown is not yet what was asked for, and for how many seconds it has not been.
  [[nodiscard]] bool is_behind() const { return live.is_behind() || edits.is_busy(); }
  [[nodiscard]] double seconds_behind() const { return std::max(live.seconds_behind(), edits.seconds_busy()); }
  /// What the picture shows: `document` with its result or, while that is computed, the last pair before it.
  [[nodiscard]] const Computed& shown() { return live.of(document); }
  [[nodiscard]] const LayerResult& result() { return shown().result; }
  /// The picture's own schedule, and its moment at the position.
  [[nodiscard]] const Schedule& shown_schedule() { return picture_schedule.of(shown().document); }
  [[nodiscard]] Moment shown_moment(Motion motion) { return shown_schedule().at(playback.position, motion); }
  [[nodiscard]] const Schedule& schedule() { return current_schedule.of(document); }
  /// What stands still at the position; what moves is the picture's alone.
  [[nodiscard]] Moment moment() { return schedule().at(playback.position, Motion::stepwise); }
  /// How that moment's cell comes about.
  [[nodiscard]] const CellSum& cell_sum() { return current_sum.of(document, moment()); }
};

/// The cell that is lit with all that it touches: the pinned one, or what the mouse is on in the picture or in a list.
[[nodiscard]] std::optional<CellRef> shown_cell(const Workspace& workspace);
/// Whether a question or a list lies over the window: nothing behind it is to be used.
[[nodiscard]] bool has_sheet(const Workspace& workspace);

/// Opens a preset, playing from its first step.
void open_preset(Workspace& workspace, const Preset& preset);

/// Leaves a refusal that its message alone explains.
void refuse(Workspace& workspace, const SizedLayer& wanted, const Error& error);

/// Changes the layer or input size if it can be computed; otherwise keeps the document and leaves a refusal.
void try_layer(Workspace& workspace, const SizedLayer& wanted);

/// Changes the op to the nearest layer that has it (app/document/op_change.h).
void choose_op(Workspace& workspace, Op op);

/// Changes what is chosen about the picture; the step stays where the order of the animation changes.
void change_view(Workspace& workspace, const View& view);

/// Sets a parameter as a slider or a typed value does: on both axes while they are linked.
void try_parameter(Workspace& workspace, Parameter parameter, Axis axis, std::int64_t value);

/// The axis argument for engine calls: none while the parameter's axes are linked.
[[nodiscard]] std::optional<Axis> edited_axis(const Workspace& workspace, Parameter parameter, Axis axis);

void perform(Workspace& workspace, Command command);
/// Whether a key does it though a question or a list lies over the window.
[[nodiscard]] bool reaches_past_sheets(const Workspace& workspace, Command command);

/// The interface's sizes that one can choose, ascending.
inline constexpr std::array<float, 6> zooms{0.8F, 1, 1.25F, 1.5F, 1.75F, 2};

/// How much larger than at scale 1 the interface is drawn in a window of this size (pixels at scale 1): as chosen,
/// larger while presenting, and not so large that its panels have no room.
[[nodiscard]] float interface_zoom(const Workspace& workspace, float width, float height);

/// The speeds that one can choose, in ticks a second, ascending.
inline constexpr std::array<double, 7> speeds{0.25, 0.5, 1, 2, 4, 8, 16};

}  // namespace convscope
