#include "app/scene/legend.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/scene/coloring.h"
#include "app/scene/looks.h"
#include "app/scene/numbers.h"
#include "app/scene/overlay.h"
#include "app/scene/text_width.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

constexpr float height = 52;
constexpr float bar_height = 10;
constexpr float widest_bar = 180;
constexpr float gap = 28;
constexpr float text_size = 13;
constexpr float text_pitch = 16;  ///< Where names stand above the numbers.
constexpr float between_texts = 8;
constexpr std::int64_t ramp_cells = 64;
constexpr std::size_t number_characters = 6;

struct Entry {
  std::string name;
  ColorScale scale;
};

/// Values from 0 to 1, the same for every legend.
const std::shared_ptr<const Tensor>& ramp() {
  static const std::shared_ptr<const Tensor> values = [] {
    Tensor tensor({1, 1, 1, ramp_cells});
    for (std::int64_t i = 0; i < ramp_cells; ++i) {
      tensor.at({0, 0, 0, i}) = (static_cast<float>(i) + 0.5F) / static_cast<float>(ramp_cells);
    }
    return std::make_shared<const Tensor>(std::move(tensor));
  }();
  return values;
}

std::vector<Entry> entries(const Parts& parts) {
  std::vector<Entry> list;
  const auto add = [&](const std::string& name, const ShownTensor& shown) {
    if (const auto scale = value_scale(parts, shown)) {
      list.push_back({name, *scale});
    }
  };
  const bool coverage = parts.document.view.coloring == Coloring::coverage;
  add(coverage ? text::times_read(parts.language) : text::input(parts.language), shown_input(parts));
  if (!coverage && !is_pool(parts.layer().op)) {
    add(text::kernel(parts.language), shown_weight(parts));
  }
  add(coverage ? text::times_written(parts.language) : text::output(parts.language), shown_output(parts));
  return list;
}

Plane bar(const Parts& parts, const Entry& entry) {
  Plane plane;
  plane.name = "legend " + entry.name;
  plane.columns = ramp_cells;
  plane.filled = ramp_cells;
  plane.fill = parts.palette.background;
  plane.cell_fill = ValueFill{{ramp(), 0, 0}, {entry.scale.map, 0, 1}};
  plane.line = parts.palette.edge;
  plane.line_width = 0;
  return plane;
}

/// Pixels at scale 1 of the widest entry's numbers and the name between them.
float texts_width(const std::vector<Entry>& list) {
  float widest = 0;
  for (const Entry& entry : list) {
    const float width = text_width(cell_text(entry.scale.low, number_characters), text_size) +
                        text_width(entry.name, text_size) +
                        text_width(cell_text(entry.scale.high, number_characters), text_size);
    widest = std::max(widest, width + 2 * between_texts);
  }
  return widest;
}

}  // namespace

float legend_width(const Parts& parts) {
  const std::vector<Entry> list = entries(parts);
  const auto count = static_cast<float>(list.size());
  return list.empty() ? 0 : 2 * stage_margin + gap * (count - 1) + count * texts_width(list);
}

float legend_height(const Parts& parts) { return entries(parts).empty() ? 0 : height; }

void build_legend(const Parts& parts, const Stage& stage, Scene& scene) {
  const std::vector<Entry> list = entries(parts);
  if (list.empty()) {
    return;
  }
  Overlay overlay(scene);
  const auto count = static_cast<float>(list.size());
  const float room = stage.size.x - overlay.px(2 * stage_margin + gap * (count - 1));
  const float width = std::min(room / count, overlay.px(widest_bar));
  const float bar_top = stage.size.y - overlay.px(stage_margin / 2 + bar_height);
  const float base_line = bar_top - overlay.px(5);
  const bool narrow = width < overlay.px(texts_width(list));
  const float name_line = base_line - (narrow ? overlay.px(text_pitch) : 0);
  const float first = (stage.size.x - count * width - (count - 1) * overlay.px(gap)) / 2;
  // All bars before all texts: renderers draw neighbours of one kind together.
  float left = first;
  for (const Entry& entry : list) {
    overlay.add(bar(parts, entry), {left, bar_top}, {width / ramp_cells, overlay.px(bar_height)});
    left += width + overlay.px(gap);
  }
  left = first;
  for (const Entry& entry : list) {
    const Color notes = parts.palette.notes;
    overlay.add(cell_text(entry.scale.low, number_characters), {.base_line = {left, base_line}, .color = notes});
    overlay.add(
        entry.name,
        {.base_line = {left + width / 2, name_line}, .anchor_x = 0.5F, .size = text_size, .color = parts.palette.text});
    overlay.add(cell_text(entry.scale.high, number_characters),
                {.base_line = {left + width, base_line}, .anchor_x = 1, .color = notes});
    left += width + overlay.px(gap);
  }
}

}  // namespace convscope
