#include <algorithm>
#include <array>
#include <vector>

#include "app/scene/sum_text.h"
#include "app/scene/sum_variables.h"
#include "app/text/labels.h"
#include "app/text/phrases.h"
#include "app/text/sum_words.h"
#include "app/text/window.h"
#include "app/ui/arithmetic_sections.h"
#include "app/ui/chips.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/math_text.h"

namespace convscope {
namespace {

/// Sums of channels are listed in columns, so that a longer one moves none of the others.
constexpr std::int64_t most_channel_columns = 3;
constexpr double usual_sum = -88.888;
constexpr std::int64_t max_channels = 12;
constexpr float column_gap = 6;
/// Around the note in the heading's line.
constexpr float gap = 8;

MathText target_text(const CellSum& sum, const Product& product) {
  if (sum.kind != SumKind::stamp) {
    return {};
  }
  return {{text::lands_on(product.output), Role::notes}};
}

/// What of the input a product reads, as the picture has it.
CellRef input_of(const Product& product, std::int64_t channel) {
  if (product.tap.input) {
    return {PlaneRole::input, *product.tap.input, CellKind::cell};
  }
  return {PlaneRole::input, {0, channel, product.tap.padded_y, product.tap.padded_x}, CellKind::padding};
}

/// Whether a cell is one of the product's two factors, or what a stamp's product goes to.
bool is_part_of(const CellRef& cell, const CellSum& sum, const Product& product) {
  return cell == input_of(product, sum.front_channel) ||
         (cell.role == PlaneRole::weight && product.tap.weight == cell.index) ||
         (sum.kind == SumKind::stamp && cell.role == PlaneRole::output && cell.kind == CellKind::cell &&
          product.output == cell.index);
}

std::vector<Chip> chips_of(const Workspace& workspace, const CellSum& sum) {
  const std::optional<CellRef>& cell = workspace.pinned ? workspace.pinned : workspace.hovered;
  std::vector<Chip> chips;
  for (std::size_t i = 0; i < sum.products.size(); ++i) {
    const Product& product = sum.products[i];
    chips.push_back({.left = workspace.variables ? variable_factors(sum, product) : factors_text(sum, product),
                     .right = workspace.variables ? MathText{} : product_text(sum, product),
                     .below = target_text(sum, product),
                     .done = product.done,
                     .current = sum.current == i,
                     .winner = sum.winner == i,
                     .pointed = cell && is_part_of(*cell, sum, product)});
  }
  return chips;
}

void draw_channels(Ui& ui, const CellSum& sum) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const std::int64_t listed = std::min<std::int64_t>(std::ssize(sum.channels), max_channels);
  const std::int64_t columns = channel_columns(ui, panel_width());
  const float column_width = panel_width() / static_cast<float>(columns);
  const float line = ui.px(22);
  for (std::int64_t i = 0; i < listed; ++i) {
    const MathText text = channel_text(ui.language, sum.channels[static_cast<std::size_t>(i)]);
    const float shrink = std::min(1.0F, (column_width - ui.px(column_gap)) / math_width(ui, text, {}));
    const std::int64_t row = i / columns;
    const std::int64_t column = i % columns;
    draw_math(ui, {corner.x + static_cast<float>(column) * column_width, corner.y + static_cast<float>(row) * line},
              text, {shrink});
  }
  const std::int64_t lines = (listed + columns - 1) / columns;
  ImGui::Dummy({panel_width(), static_cast<float>(lines) * line});
  if (listed < std::ssize(sum.channels)) {
    draw_note(ui, text::more_channels(ui.language, std::ssize(sum.channels) - listed));
  }
}

std::string cell_name(const Document& document, const CellSum& sum) {
  const AxisOrder order = document.view.axis_order;
  return sum.kind == SumKind::stamp ? text::input_cell(order, sum.cell) : text::output_cell(order, sum.cell);
}

/// The products listed are those of one channel alone.
std::string channels_note(const Ui& ui, const Document& document, const CellSum& sum) {
  return sum.kind == SumKind::stamp ? "" : channel_note(ui, document, sum);
}

/// What is to be said before the products, or instead of them.
std::string remark(const Ui& ui, const Document& document, const CellSum& sum) {
  if (sum.product_count == 0) {
    return sum.kind == SumKind::stamp ? ui.say(text::picture::cropped_stamp) : ui.say(text::picture::no_tap);
  }
  if (sum.products.empty()) {
    return text::too_many_products(ui.language, sum.product_count);
  }
  if (sum.kind == SumKind::stamp) {
    return text::stamps(ui.language, formula_number(document.input->at(sum.cell)), sum.out_channel);
  }
  const bool reads_nothing =
      std::ranges::none_of(sum.products, [](const Product& p) { return p.tap.input.has_value(); });
  return sum.kind == SumKind::maximum && reads_nothing ? ui.say(text::picture::padding_alone) : "";
}

/// Its name, which cell it is, and whether it is written in numbers or in letters: at the line's right, so that a
/// longer note moves nothing.
void draw_heading(Ui& ui, Workspace& workspace, const std::string& note) {
  constexpr float height = 24;
  const std::array<Choice, 2> styles{Choice{"sum.numbers", ui.say(text::window::sum_numbers), {}},
                                     Choice{"sum.variables", ui.say(text::window::sum_variables), {}}};
  const float width = segmented_width(ui, styles, false);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  colored_text(ui.fonts.heading, ui.palette.text, ui.say(text::window::this_cell));
  const float note_left = ImGui::GetItemRectMax().x + ui.px(gap);
  const float right = corner.x + panel_width() - width;
  draw_fitted_text(ui.fonts.note, ui.palette.notes,
                   {note_left, corner.y, right - ui.px(gap) - note_left, ui.px(height)}, note);
  ImGui::SetCursorScreenPos({right, corner.y});
  if (const auto chosen = segmented(ui, styles, workspace.variables ? 1 : 0, {.width = width, .height = height})) {
    workspace.variables = *chosen == 1;
  }
}

}  // namespace

std::int64_t channel_columns(const Ui& ui, float width) {
  const float usual = math_width(ui, channel_text(ui.language, {.channel = max_channels - 1, .sum = usual_sum}), {});
  const auto fitting = static_cast<std::int64_t>(width / (usual + ui.px(column_gap)));
  return std::clamp<std::int64_t>(fitting, 1, most_channel_columns);
}

void draw_note(Ui& ui, const std::string& note) {
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + panel_width());
  colored_text(ui.fonts.note, ui.palette.notes, ui.shown(note));
  ImGui::PopTextWrapPos();
}

std::string channel_note(const Ui& ui, const Document& document, const CellSum& sum) {
  const std::int64_t channels = document.sized.layer.in_channels;
  return channels > 1 ? text::channel(ui.language, sum.front_channel, channels) : "";
}

void draw_section_heading(Ui& ui, const char* heading, const std::string& note) {
  colored_text(ui.fonts.heading, ui.palette.text, heading);
  ImGui::SameLine();
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(3));
  colored_text(ui.fonts.note, ui.palette.notes, note);
}

void draw_cell_section(Ui& ui, Workspace& workspace) {
  const Document& document = workspace.document;
  const CellSum& sum = workspace.cell_sum();
  draw_heading(ui, workspace, cell_name(document, sum));
  if (const std::string note = channels_note(ui, document, sum); !note.empty()) {
    draw_note(ui, note);
  }
  if (const std::string said = remark(ui, document, sum); !said.empty()) {
    draw_note(ui, said);
  }
  ImGui::Dummy({0, ui.px(2)});
  if (const auto pointed = draw_chips(ui, "products", chips_of(workspace, sum), sum.columns)) {
    workspace.listed = input_of(sum.products[*pointed], sum.front_channel);
  }
  ImGui::Dummy({0, ui.px(2)});
  if (sum.channels.size() > 1) {
    draw_channels(ui, sum);
  }
  if (sum.kind != SumKind::stamp) {
    draw_wrapped_math(ui, workspace.variables ? variable_total(sum) : total_text(ui.language, sum));
  }
}

}  // namespace convscope
