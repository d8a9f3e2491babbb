#include <algorithm>
#include <cmath>

#include "app/scene/cell_sum.h"
#include "app/text/labels.h"
#include "app/text/window.h"
#include "app/ui/controls.h"
#include "app/ui/math_text.h"
#include "app/ui/panels.h"

namespace convscope {
namespace {

constexpr float chip_gap = 6;
constexpr float chip_padding = 6;
constexpr float smallest_chip = 74;
/// More products than this are not drawn one by one; the channel's sum says what they make.
constexpr std::size_t max_chips = 1024;
/// A longer sum is not written out.
constexpr std::size_t max_terms = 49;

void draw_size_section(Ui& ui, const OutputArithmetic& arithmetic) {
  colored_text(ui.fonts.heading, ui.palette.text, text::window::output_size);
  if (arithmetic.height == arithmetic.width) {
    colored_text(ui.fonts.note, ui.palette.notes, text::window::height_and_width);
    draw_formula(ui, size_formula(arithmetic.height));
    colored_text(ui.fonts.note, ui.palette.notes, text::window::unread_both(arithmetic.height.unread));
    return;
  }
  colored_text(ui.fonts.note, ui.palette.notes, text::window::height);
  draw_formula(ui, size_formula(arithmetic.height));
  colored_text(ui.fonts.note, ui.palette.notes, text::window::unread_rows(arithmetic.height.unread));
  ImGui::Dummy({0, ui.px(4)});
  colored_text(ui.fonts.note, ui.palette.notes, text::window::width);
  draw_formula(ui, size_formula(arithmetic.width));
  colored_text(ui.fonts.note, ui.palette.notes, text::window::unread_columns(arithmetic.width.unread));
}

/// Without the rounding of a float product, as the engine sums it.
double exact_product(const TapValue& value) { return static_cast<double>(value.value) * value.weight; }

/// A factor as it stands in a product: negative weights in brackets would be noise, the sign is enough.
MathText product_text(const Product& product) {
  const Role value_role = product.tap.input ? Role::input : Role::padding;
  return {{formula_number(product.value.value), value_role},
          {" · "},
          {formula_number(product.value.weight), Role::kernel_size}};
}

MathText result_text(const Product& product) { return {{"= " + formula_number(exact_product(product.value))}}; }

/// What the widest chip's text must shrink by; the same for all, so that they read as one table.
MathStyle chip_style(const Ui& ui, const std::vector<Product>& products, float room) {
  float widest = room;
  for (const Product& product : products) {
    widest = std::max(widest, math_width(ui, product_text(product), {}) + math_width(ui, result_text(product), {}));
  }
  return {room / widest};
}

void draw_chip(const Ui& ui, const Product& product, const ControlRect& place, const MathStyle& style) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 far{place.x + place.width, place.y + place.height};
  draw.AddRectFilled({place.x, place.y}, far, packed(ui.palette.field), ui.px(5));
  draw.AddRect({place.x, place.y}, far, packed(ui.palette.edge), ui.px(5));
  const float top = place.y + (place.height - ui.fonts.text->FontSize * style.shrink) / 2;
  const MathText result = result_text(product);
  draw_math(ui, {place.x + ui.px(chip_padding), top}, product_text(product), style);
  draw_math(ui, {far.x - ui.px(chip_padding) - math_width(ui, result, style), top}, result, style);
}

/// The products in the kernel's own rows and columns; a wide kernel scrolls.
void draw_products(Ui& ui, const CellSum& sum, std::int64_t columns) {
  if (sum.products.size() > max_chips) {
    return;
  }
  const float gap = ui.px(chip_gap);
  const float room = panel_width();
  const auto column_count = static_cast<float>(columns);
  const float fitting = std::min((room + gap) / column_count - gap, ui.px(110));
  const ImVec2 chip{std::floor(std::max(fitting, ui.px(smallest_chip))), ui.px(30)};
  const auto rows = static_cast<float>(static_cast<std::int64_t>(sum.products.size()) / columns);
  const ImVec2 all{column_count * (chip.x + gap) - gap, rows * (chip.y + gap) - gap};
  const bool scrolls = all.x > room + 1;
  const ImGuiWindowFlags flags = scrolls ? ImGuiWindowFlags_HorizontalScrollbar : ImGuiWindowFlags_None;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("products", {room, all.y + (scrolls ? ui.px(14) : 0)}, false, flags);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const MathStyle style = chip_style(ui, sum.products, chip.x - ui.px(3 * chip_padding));
  for (std::size_t i = 0; i < sum.products.size(); ++i) {
    const auto row = static_cast<float>(static_cast<std::int64_t>(i) / columns);
    const auto column = static_cast<float>(static_cast<std::int64_t>(i) % columns);
    draw_chip(ui, sum.products[i],
              {corner.x + column * (chip.x + gap), corner.y + row * (chip.y + gap), chip.x, chip.y}, style);
  }
  ImGui::Dummy(all);
  ImGui::EndChild();
  ImGui::PopStyleVar();
}

std::string signed_term(double value, bool first) {
  if (first) {
    return formula_number(value);
  }
  return (value < 0 ? " \u2212 " : " + ") + formula_number(std::abs(value));
}

/// With one channel its products, "0 + 2 − 1 = 1"; with more the channels' sums, "23 + 6 − 2 + bias 1 = 28".
MathText total_text(const CellSum& sum) {
  MathText text;
  if (sum.channels.size() == 1 && sum.products.size() <= max_terms) {
    for (const Product& product : sum.products) {
      text.push_back({signed_term(exact_product(product.value), text.empty())});
    }
  } else {
    for (const ChannelSum& channel : sum.channels) {
      text.push_back({signed_term(channel.sum, text.empty())});
    }
  }
  if (sum.has_bias) {
    text.push_back({(sum.bias < 0 ? " \u2212 bias " : " + bias ") + formula_number(std::abs(sum.bias))});
  }
  text.push_back({" = "});
  text.push_back({formula_number(sum.total), Role::output});
  return text;
}

/// "channel 0: 23   channel 1: 6" when there is more than one.
MathText channel_sums_text(const CellSum& sum) {
  MathText text;
  for (const ChannelSum& channel : sum.channels) {
    text.push_back(
        {"channel " + std::to_string(channel.channel) + ": " + formula_number(channel.sum) + "   ", Role::notes});
  }
  return text;
}

void draw_cell_section(Ui& ui, Workspace& workspace) {
  const Document& document = workspace.document;
  const CellSum sum = cell_sum(document, current_step(workspace.playback, workspace.result().steps));
  colored_text(ui.fonts.heading, ui.palette.text, text::window::this_cell);
  ImGui::SameLine();
  const ImVec2 cursor = ImGui::GetCursorPos();
  ImGui::SetCursorPos({cursor.x, cursor.y + ui.px(3)});
  std::string note = text::window::output_cell(sum.output.channel, sum.output.y, sum.output.x);
  if (document.sized.layer.in_channels > 1) {
    note += " · " + text::channel(sum.front_channel, document.sized.layer.in_channels);
  }
  colored_text(ui.fonts.note, ui.palette.notes, note);
  ImGui::Dummy({0, ui.px(2)});
  draw_products(ui, sum, document.sized.layer.kernel_size.width);
  ImGui::Dummy({0, ui.px(2)});
  if (sum.channels.size() > 1) {
    draw_wrapped_math(ui, channel_sums_text(sum));
  }
  draw_wrapped_math(ui, total_text(sum));
}

}  // namespace

void draw_arithmetic_panel(Ui& ui, Workspace& workspace) {
  draw_size_section(ui, workspace.result().arithmetic);
  ImGui::Dummy({0, ui.px(4)});
  ImGui::Separator();
  ImGui::Dummy({0, ui.px(4)});
  draw_cell_section(ui, workspace);
}

}  // namespace convscope
