#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/text/layer_words.h"
#include "app/text/names.h"
#include "app/text/problem_words.h"
#include "app/text/window.h"
#include "app/ui/arithmetic_sections.h"
#include "app/ui/controls.h"
#include "app/ui/icons.h"
#include "app/ui/math_text.h"
#include "app/ui/side_panels.h"
#include "engine/arithmetic.h"
#include "engine/chain.h"
#include "engine/receptive_field.h"

namespace convscope {
namespace {

namespace words = text::window;

constexpr float row_height = 46;
constexpr float button_height = 28;
constexpr float icon_size = 22;

/// What is known of one layer of the chain: where it stands, what it gets, and what comes out.
struct Link {
  std::size_t index = 0;
  Size input_size{1, 1};
  std::optional<Size> output_size;      ///< Empty: it cannot be computed, or the one before it cannot.
  std::optional<ReceptiveField> field;  ///< Empty: likewise, or it is beyond exact numbers.
};

/// "k 3×3  s 2×2  p 1×1  d 1×1", with the colours of the sliders.
MathText link_text(const Layer& layer) {
  MathText text{{std::string(text::name(layer.op))}};
  const auto add = [&text](const char* letter, const std::string& value, Role role) {
    text.push_back({std::string("  ") + letter + " ", Role::notes});
    text.push_back({value, role});
  };
  add("k", text::size(layer.kernel_size), Role::kernel_size);
  add("s", text::size(layer.stride), Role::stride);
  add("p", text::padding(layer), Role::padding);
  if (layer.dilation != Size{1, 1}) {
    add("d", text::size(layer.dilation), Role::dilation);
  }
  return text;
}

/// A fraction as short as it is exact enough to read.
std::string by_axis(const ReceptiveField& field, double AxisReceptiveField::*member) {
  return fmt::format("{:.6g}×{:.6g}", field.height.*member, field.width.*member);
}

std::string sizes_text(const Ui& ui, const Link& link) {
  if (!link.output_size) {
    return ui.say(words::chain_no_size);
  }
  const std::string sizes = text::size(link.input_size) + " → " + text::size(*link.output_size);
  return link.field ? sizes + "   " +
                          text::filled(ui.language, words::chain_sees, by_axis(*link.field, &AxisReceptiveField::size),
                                       by_axis(*link.field, &AxisReceptiveField::jump))
                    : sizes;
}

/// Removes it or puts it before the one above, when one of its buttons is pressed.
void draw_link_buttons(Ui& ui, Workspace& workspace, const Link& link, ImVec2 corner) {
  std::vector<Layer>& chain = workspace.document.chain.layers;
  const std::string name = "chain." + std::to_string(link.index);
  const auto place = static_cast<std::ptrdiff_t>(link.index);
  ImGui::SetCursorScreenPos({corner.x + panel_width() - ui.px(icon_size), corner.y});
  if (icon_button(ui, name + ".remove", Icon::close, ui.say(words::chain_remove), {.size = {icon_size, icon_size}})) {
    chain.erase(chain.begin() + place);
    return;
  }
  if (link.index > 0) {
    ImGui::SetCursorScreenPos({corner.x + panel_width() - ui.px(2 * icon_size), corner.y});
    if (icon_button(ui, name + ".up", Icon::up, ui.say(words::chain_up), {.size = {icon_size, icon_size}})) {
      std::swap(chain[link.index], chain[link.index - 1]);
    }
  }
}

/// Two lines: the layer, and what it makes of sizes. A click shows the layer on its input.
void draw_link(Ui& ui, Workspace& workspace, const Link& link) {
  const Layer layer = workspace.document.chain.layers[link.index];
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const std::string name = "chain." + std::to_string(link.index);
  const float width = panel_width() - ui.px(2 * icon_size + 4);
  if (ImGui::Selectable(("##" + name).c_str(), false, ImGuiSelectableFlags_None, {width, ui.px(row_height)})) {
    try_layer(workspace, {layer, link.input_size});
  }
  ui.note_item(name);
  hint(ui, ui.say(words::chain_show));
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const MathText text = link_text(layer);
  const float room = width - ui.px(8);
  draw_math(ui, {corner.x + ui.px(4), corner.y + ui.px(2)}, text, {std::min(1.0F, room / math_width(ui, text, {}))});
  draw_fitted_text(ui.fonts.note, link.output_size ? ui.palette.notes : ui.palette.warning,
                   {corner.x + ui.px(4), corner.y + ui.px(23), room, ui.px(20)}, sizes_text(ui, link));
  draw_link_buttons(ui, workspace, link, corner);
  ImGui::SetCursorScreenPos(after);
}

/// What can be computed is known of each; the others have neither size nor field.
std::vector<Link> links_of(const LayerChain& chain, const ChainSizes& sizes) {
  const std::vector<ReceptiveField> fields = receptive_fields(std::span(chain.layers).first(sizes.outputs.size()));
  std::vector<Link> links;
  Size input_size = chain.input_size;
  for (std::size_t i = 0; i < chain.layers.size(); ++i) {
    Link link{.index = i, .input_size = input_size, .output_size = {}, .field = {}};
    if (i < sizes.outputs.size()) {
      link.output_size = input_size = sizes.outputs[i];
    }
    if (i < fields.size()) {
      link.field = fields[i];
    }
    links.push_back(link);
  }
  return links;
}

/// The first layer brings the size of its input along.
void draw_add(Ui& ui, Workspace& workspace) {
  const SizedLayer& sized = workspace.sized();
  LayerChain& chain = workspace.document.chain;
  const bool full = chain.layers.size() >= max_chain;
  ImGui::BeginDisabled(full);
  if (ImGui::Button((std::string(ui.say(words::chain_add)) + "##chain.add").c_str(),
                    {panel_width(), ui.px(button_height)})) {
    chain.input_size = chain.layers.empty() ? sized.input_size : chain.input_size;
    chain.layers.push_back(sized.layer);
  }
  ui.note_item("chain.add");
  ImGui::EndDisabled();
  if (full) {
    hint_disabled(ui, text::filled(ui.language, words::chain_full, max_chain));
  }
}

}  // namespace

void draw_chain_panel(Ui& ui, Workspace& workspace) {
  draw_section_heading(ui, ui.say(words::chain_heading), "");
  draw_add(ui, workspace);
  const LayerChain chain = workspace.document.chain;
  if (chain.layers.empty()) {
    return draw_note(ui, ui.say(words::chain_empty));
  }
  const ChainSizes sizes = chain_sizes(chain.layers, chain.input_size);
  for (const Link& link : links_of(chain, sizes)) {
    if (link.index < workspace.document.chain.layers.size()) {
      draw_link(ui, workspace, link);
    }
  }
  if (!sizes.problems.empty()) {
    draw_note(ui, ui.say(text::filled(words::chain_problem, sizes.outputs.size() + 1,
                                      text::problem(sizes.problems.front()))));
  }
}

}  // namespace convscope
