#include "app/ui/document_edits.h"

#include <imgui.h>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "app/document/parse_matrix.h"
#include "app/text/editing.h"
#include "app/text/layer_errors.h"
#include "app/text/window.h"
#include "engine/arithmetic.h"
#include "engine/layer.h"

namespace convscope {
namespace {

/// A document that differs from `before` by its camera alone.
bool only_camera_moved(const Document& before, const Document& now) {
  Document moved = before;
  moved.view.camera = now.view.camera;
  return before.view.camera != now.view.camera && moved == now;
}

void show(Workspace& workspace, const Document& document) {
  const Schedule before = workspace.schedule();
  workspace.document = document;
  workspace.refusal.reset();
  fit(workspace.playback, before, workspace.schedule());
}

}  // namespace

void record_changes(Workspace& workspace, bool busy) {
  History& history = workspace.history;
  if (!history.now().input) {
    history = History(workspace.document);
    return;
  }
  const bool camera = only_camera_moved(history.now(), workspace.document);
  if (!is_same(workspace.document, history.now())) {
    history.change(workspace.document, camera ? "camera" : "edit");
    workspace.edit_held |= !camera;
  }
  if (!busy && workspace.edit_held) {
    history.close();
    workspace.edit_held = false;
  }
}

bool is_held() { return ImGui::IsAnyItemActive() || ImGui::IsAnyMouseDown(); }

void undo(Workspace& workspace) {
  workspace.history.close();
  workspace.history.undo();
  show(workspace, workspace.history.now());
}

void redo(Workspace& workspace) {
  workspace.history.redo();
  show(workspace, workspace.history.now());
}

void try_document(Workspace& workspace, Document changed) {
  if (!can_be_drawn(changed.sized)) {
    const SizedLayer& wanted = changed.sized;
    refuse(workspace, wanted, text::too_much_to_draw(cells_read(wanted), tensor_elements(wanted)));
    return;
  }
  show(workspace, changed);
}

ValuePart edited_part(const Workspace& workspace) {
  ValuePart part{.target = workspace.editing.target};
  const Document& document = workspace.document;
  if (workspace.editing.front_channel_alone && part.target != ValueTarget::bias) {
    const std::int64_t in_group = document.view.input_channel % channels_read(document.sized.layer);
    part.channel = in_group;
  }
  return part;
}

void fill(Workspace& workspace, FillKind kind) {
  const Fill wanted{kind, static_cast<std::uint64_t>(workspace.editing.seed)};
  workspace.document = with_fill(workspace.document, edited_part(workspace), wanted);
}

void put_kernel(Workspace& workspace, Kernel kernel) {
  const Layer& layer = workspace.document.sized.layer;
  const Size least = smallest_size(kernel);
  if (is_pool(layer.op)) {
    workspace.editing.error = text::window::edit_no_weight;
  } else if (layer.kernel_size.height < least.height || layer.kernel_size.width < least.width) {
    workspace.editing.error = text::editing::needs_size(least.height, least.width);
  } else {
    workspace.editing.error = {};
    workspace.document = with_values(workspace.document, {.target = ValueTarget::weight}, kernel_weight(kernel, layer));
  }
}

std::optional<EditedCell> edited_cell(const Document& document, const std::optional<CellRef>& cell) {
  if (!cell || cell->kind != CellKind::cell || !has_cell(document, *cell)) {
    return std::nullopt;
  }
  switch (cell->role) {
    case PlaneRole::input:
      return EditedCell{ValueTarget::input, cell->index};
    case PlaneRole::weight:
      return EditedCell{ValueTarget::weight, cell->index};
    case PlaneRole::output:
    case PlaneRole::other:
      break;
  }
  return std::nullopt;
}

void set_values(Workspace& workspace, std::span<const CellRef> cells, float value) {
  for (const ValueTarget target : {ValueTarget::input, ValueTarget::weight}) {
    std::vector<CellEdit> edits;
    for (const CellRef& cell : cells) {
      const auto edited = edited_cell(workspace.document, cell);
      if (edited && edited->target == target && value_at(workspace.document, target, edited->place) != value) {
        edits.push_back({edited->place, value});
      }
    }
    if (!edits.empty()) {
      workspace.document = with_cells(workspace.document, target, edits, workspace.input_edits);
    }
  }
}

std::optional<float> typed_value(std::string_view typed) {
  const Result<ParsedMatrix> parsed = parse_matrix(typed);
  if (!parsed || parsed.value().values.size() != 1) {
    return std::nullopt;
  }
  return parsed.value().values.front();
}

}  // namespace convscope
