#include "app/platform/state_dump.h"

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

#include "app/document/view_names.h"
#include "app/io/layer_json.h"
#include "app/text/errors.h"
#include "app/text/names.h"
#include "app/text/problem_words.h"
#include "app/ui/file_sheets.h"
#include "engine/arithmetic.h"

namespace convscope {
namespace {

using Json = nlohmann::ordered_json;

Json size_json(const Size& size) { return {size.height, size.width}; }

Json rect_json(const ControlRect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

Json refusal_json(const Ui& ui, const std::optional<Refusal>& refusal) {
  if (!refusal) {
    return nullptr;
  }
  Json problems = Json::array();
  for (const Problem& problem : refusal->problems) {
    problems.push_back({{"parameter", text::name(problem.parameter)}, {"message", ui.say(text::problem(problem))}});
  }
  return {{"layer", layer_to_json(refusal->wanted.layer)},
          {"input_size", size_json(refusal->wanted.input_size)},
          {"message", ui.say(refusal->message)},
          {"problems", problems}};
}

Json step_json(Workspace& workspace, bool is_behind) {
  const Moment moment = workspace.moment();
  const CellSum& sum = workspace.cell_sum();
  Json json{
      {"step", moment.step}, {"steps", workspace.schedule().steps()}, {"part", moment.part}, {"parts", moment.parts}};
  if (sum.kind == SumKind::stamp) {
    json["input_cell"] = {sum.cell.channel, sum.cell.y, sum.cell.x};
  } else {
    json["output_cell"] = {sum.cell.channel, sum.cell.y, sum.cell.x};
    json["value"] = is_behind ? Json(nullptr) : Json(workspace.result().output->at(sum.cell));
    json["sum"] = sum.total;
  }
  return json;
}

Json cell_json(const std::optional<CellRef>& cell) {
  if (!cell) {
    return nullptr;
  }
  const Index& at = cell->index;
  const bool weight = cell->role == PlaneRole::weight;
  return {{"tensor", weight                           ? "weight"
                     : cell->role == PlaneRole::input ? "input"
                                                      : "output"},
          {"index", weight ? Json{at.batch, at.channel, at.y, at.x} : Json{at.channel, at.y, at.x}},
          {"padding", cell->kind == CellKind::padding},
          {"gap", cell->kind == CellKind::gap}};
}

/// Where the planes of the layer's tensors are in the window: the corner of cell (0, 0), and the steps along a row and
/// along a column.
Json planes_json(const StageState& stage) {
  const Camera& camera = stage.scene.camera;
  const float shrink = stage.scene.size.x > 0 ? stage.place.width / stage.scene.size.x : 1;
  Json planes = Json::object();
  for (const SceneItem& item : stage.scene.items) {
    const Plane* const plane = std::get_if<Plane>(&item);
    if (plane == nullptr || plane->cells.role == PlaneRole::other) {
      continue;
    }
    const Vec2 corner = Vec2{stage.place.x, stage.place.y} + shrink * camera.project(plane->origin);
    const Vec2 column = shrink * camera.direction(plane->column_step);
    const Vec2 row = shrink * camera.direction(plane->row_step);
    planes[plane->name] = {{"corner", {corner.x, corner.y}},
                           {"column", {column.x, column.y}},
                           {"row", {row.x, row.y}},
                           {"size", {plane->rows, plane->columns}}};
  }
  return planes;
}

Json stage_json(const Workspace& workspace, const StageState& stage) {
  const CameraMove& camera = workspace.document.view.camera;
  Json tip = Json::array();
  for (const TipLine& line : stage.tip.lines) {
    tip.push_back(plain_text(line));
  }
  return {
      {"stage", rect_json(stage.place)},
      {"camera",
       {{"zoom", camera.zoom}, {"pan", {camera.pan_x, camera.pan_y}}, {"yaw", camera.yaw}, {"pitch", camera.pitch}}},
      {"hovered", cell_json(workspace.hovered)},
      {"pinned", cell_json(workspace.pinned)},
      {"tip", tip},
      {"planes", planes_json(stage)}};
}

/// Null while the sheet is closed.
Json sheet_json(const Ui& ui, const ExportsState& exports) {
  if (!exports.open) {
    return nullptr;
  }
  const Vec2 size = exports.preview.size;
  return {{"path", exports.path},
          {"preview", {size.x, size.y}},
          {"previews", exports.preview.count},
          {"problem", ui.say(exports.preview.problem)},
          {"refusal", ui.say(exports.refusal)},
          {"asks_to_replace", exports.asks_to_replace}};
}

Json files_json(const Ui& ui, const Workspace& workspace) {
  const FilesState& files = workspace.files;
  const ExportsState& exports = workspace.exports;
  constexpr std::array sheets{"none", "open", "save", "replace", "unsaved", "uses", "left_work", "photo"};
  return {{"session", files.path.string()},
          {"unsaved", has_unsaved(workspace)},
          {"sheet", sheets[static_cast<std::size_t>(files.sheet)]},
          {"message", ui.say(files.message)},
          {"exporting", exports.running.has_value()},
          {"exported", exports.finished ? Json(exports.finished->file.string()) : Json(nullptr)},
          {"busy", files.busy},
          {"export_sheet", sheet_json(ui, exports)},
          {"can_undo", workspace.history.can_undo()},
          {"can_redo", workspace.history.can_redo()}};
}

}  // namespace

std::string state_json(Workspace& workspace, const Ui& ui, const StageState& stage) {
  const Document& document = workspace.document;
  Json state{{"preset", document.preset},
             {"layer", layer_to_json(document.sized.layer)},
             {"input_size", size_json(document.sized.input_size)},
             {"output_size", size_json(output_size(document.sized))},
             {"language", text::code_of(ui.language)},
             {"playing", workspace.playback.playing},
             {"speed", workspace.playback.speed},
             {"look", name_of(looks, document.view.look)},
             {"theme", name_of(themes, document.view.theme)},
             {"color", name_of(colorings, document.view.coloring)},
             {"pace", name_of(paces, document.view.pace)},
             {"transposed", name_of(transposed_forms, document.view.transposed)},
             {"matrix", name_of(matrix_forms, document.view.matrix)},
             {"flow", name_of(flows, document.view.flow)},
             {"axis_order", name_of(axis_orders, document.view.axis_order)},
             {"refusal", refusal_json(ui, workspace.refusal)}};
  state.update(step_json(workspace, stage.is_behind));
  state["computing"] = stage.is_behind;
  state["moving"] = stage.moves;
  state.update(files_json(ui, workspace));
  state["scale"] = ui.scale;
  state.update(stage_json(workspace, stage));
  for (const auto& [name, rect] : ui.controls) {
    state["controls"][name] = rect_json(rect);
  }
  // Paths need not be UTF-8.
  return state.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Status StateDump::update(std::string state) {
  if (state == written_) {
    return Done{};
  }
  // It appears when it is complete, too, but is not forced to the disk: that can take longer than all of a frame.
  const std::filesystem::path next = path_.string() + ".next";
  std::ofstream file(next, std::ios::binary | std::ios::trunc);
  file << state << std::flush;
  std::error_code error;
  if (!file) {
    error = {errno, std::generic_category()};
  } else {
    std::filesystem::rename(next, path_, error);
  }
  if (error) {
    return text::cannot_write(path_.string(), error);
  }
  written_ = std::move(state);
  return Done{};
}

}  // namespace convscope
