#include "app/ui/document_edits.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "app/document/parse_matrix.h"
#include "app/document/with_matrix.h"
#include "app/text/editing.h"
#include "app/text/layer_errors.h"
#include "app/text/window.h"
#include "app/ui/edit_steps.h"
#include "engine/arithmetic.h"
#include "engine/layer.h"

namespace convscope {
namespace {

std::int64_t value_count(const Document& document, ValueTarget target) {
  return element_count(value_shape(document, target));
}

Result<Document> with_kernel(const Document& document, Kernel kernel) {
  const Layer& layer = document.sized.layer;
  const Size least = smallest_size(kernel);
  if (is_pool(layer.op)) {
    return Error{text::window::edit_no_weight, {}};
  }
  if (layer.kernel_size.height < least.height || layer.kernel_size.width < least.width) {
    return Error{text::editing::needs_size(least.height, least.width), {}};
  }
  return with_values(document, {.target = ValueTarget::weight}, kernel_weight(kernel, layer));
}

/// Cells that an edit before it has left no place for are passed over.
Edit cell_edit(const Document& document, ValueTarget target, std::vector<CellEdit> cells) {
  const auto apply = [target, cells = std::move(cells)](const Document& before, TensorEdits& input_edits) {
    std::vector<CellEdit> within = cells;
    std::erase_if(within, [&](const CellEdit& cell) { return !has_place(before, target, cell.place); });
    return Result<Document>(with_cells(before, target, within, input_edits));
  };
  return {.apply = apply, .values = value_count(document, target)};
}

}  // namespace

void try_document(Workspace& workspace, const Document& changed) {
  if (!can_be_drawn(changed.sized)) {
    const SizedLayer& wanted = changed.sized;
    refuse(workspace, wanted, text::too_much_to_draw(cells_read(wanted), tensor_elements(wanted)));
    return;
  }
  workspace.refusal.reset();
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
  const ValuePart part = edited_part(workspace);
  workspace.editing.error = {};
  const auto apply = [wanted, part](const Document& before, TensorEdits& /*input_edits*/) {
    return value_count(before, part.target) == 0 ? Result<Document>(Error{text::window::edit_no_weight, {}})
                                                 : with_fill(before, part, wanted);
  };
  add_edit(workspace, {.apply = apply, .values = value_count(workspace.document, part.target)});
}

void put_kernel(Workspace& workspace, Kernel kernel) {
  workspace.editing.error = {};
  const auto apply = [kernel](const Document& before, TensorEdits& /*input_edits*/) {
    return with_kernel(before, kernel);
  };
  add_edit(workspace, {.apply = apply, .values = value_count(workspace.document, ValueTarget::weight)});
}

void put_matrix(Workspace& workspace) {
  const ValuePart part = edited_part(workspace);
  workspace.editing.error = {};
  const auto apply = [part, typed = workspace.editing.pasted](const Document& before, TensorEdits& /*input_edits*/) {
    const Result<ParsedMatrix> matrix = parse_matrix(typed);
    return matrix ? with_matrix(before, part, matrix.value()) : Result<Document>(matrix.error());
  };
  constexpr std::int64_t values_read_meanwhile = 8;  // Reading a character takes as long as writing so many values.
  const auto characters = static_cast<std::int64_t>(workspace.editing.pasted.size());
  add_edit(workspace, {.apply = apply,
                       .values = value_count(workspace.document, part.target) + characters * values_read_meanwhile});
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
      add_edit(workspace, cell_edit(workspace.document, target, std::move(edits)));
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
