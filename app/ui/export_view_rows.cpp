#include <algorithm>
#include <array>
#include <cmath>

#include "app/document/view_names.h"
#include "app/text/window.h"
#include "app/ui/export_row_parts.h"
#include "app/ui/export_rows.h"
#include "app/ui/view_choices.h"
#include "engine/taps.h"

namespace convscope {
namespace {

namespace words = text::window;

void draw_look(Ui& ui, View& view) {
  const std::array<Choice, 3> choices{Choice{"export.flat", ui.say(words::flat), {}},
                                      Choice{"export.oblique", ui.say(words::oblique), {}},
                                      Choice{"export.stack", ui.say(words::stack), {}}};
  export_label(ui, ui.say(words::export_look));
  if (const auto picked = segmented(ui, choices, static_cast<std::size_t>(view.look), {})) {
    view.look = looks[*picked].value;
    view.camera = {};  // It was moved in another look.
  }
}

/// Small boxes, two in a row.
class Boxes {
 public:
  Boxes(Ui& ui, View& view) : ui_(ui), view_(view) {}

  /// The next box chooses a part of the view.
  template <typename Value, std::size_t count>
  void choose(const text::Phrase& name, const char* control, const std::array<NamedChoice<Value>, count>& values,
              const std::array<Choice, count>& choices, Value View::*part) {
    begin(name);
    const auto now = std::ranges::find(values, view_.*part, &NamedChoice<Value>::value) - values.begin();
    if (const auto picked =
            combo(ui_, control, choices, static_cast<std::size_t>(now), {.width = ui_.px(export_box_width)})) {
      view_.*part = values[*picked].value;
    }
  }

  /// The next one is for a number.
  void begin(const text::Phrase& name) {
    if (count_++ % 2 == 0) {
      return export_label(ui_, ui_.say(name));
    }
    export_second_label(ui_, ui_.say(name));
  }

 private:
  Ui& ui_;
  View& view_;
  int count_ = 0;
};

/// Which of a group's input channels lies in front, counted from 0 as cells are.
void draw_front_channel(Ui& ui, std::int64_t depth, ExportsState& exports) {
  View& view = exports.view;
  const std::int64_t front = view.input_channel % depth;
  const ExportNumber box{"export.channel", words::export_front, {0, static_cast<double>(depth - 1), true}};
  const auto typed = export_number(ui, exports.refusal, box, static_cast<double>(front));
  hint(ui, ui.say(words::hint_front_channel));
  if (typed) {
    view.input_channel = std::llround(*typed);
  }
}

}  // namespace

void draw_export_view_rows(Ui& ui, Workspace& workspace) {
  ExportsState& exports = workspace.exports;
  View& view = exports.view;
  const Layer& layer = workspace.document.sized.layer;
  draw_look(ui, view);
  Boxes boxes(ui, view);
  boxes.choose(words::export_colors, "export.colors", colorings, coloring_choices(ui), &View::coloring);
  boxes.choose(words::export_flow, "export.flow", flows, flow_choices(ui), &View::flow);
  boxes.choose(words::export_matrix, "export.matrix", matrix_forms, matrix_choices(ui), &View::matrix);
  boxes.choose(words::export_axes, "export.axes", axis_orders, axis_choices(ui), &View::axis_order);
  if (layer.op == Op::conv_transpose2d) {
    boxes.choose(words::export_transposed, "export.transposed", transposed_forms, transposed_choices(ui),
                 &View::transposed);
  }
  if (const std::int64_t depth = channels_read(layer); depth > 1) {
    boxes.begin(words::export_front);
    draw_front_channel(ui, depth, exports);
  }
}

}  // namespace convscope
