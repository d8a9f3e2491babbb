#include "app/scene/cell_tip.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "app/scene/cell_sum.h"
#include "app/scene/tip_products.h"
#include "app/text/phrases.h"
#include "app/text/tips.h"

namespace convscope {
namespace {

namespace words = text::tip;
namespace picture = text::picture;

std::int64_t count_of(const std::vector<TapLine>& runs) {
  std::int64_t count = 0;
  for (const TapLine& run : runs) {
    count += run.count;
  }
  return count;
}

std::int64_t outputs_of(const Focus& focus) {
  std::set<std::int64_t> channels;
  for (const ChannelTap& tap : focus.uses.channels) {
    channels.insert(tap.output);
  }
  return count_of(focus.rows.output) * count_of(focus.columns.output) * std::ssize(channels);
}

std::int64_t weights_of(const Focus& focus) {
  return count_of(focus.rows.weight) * count_of(focus.columns.weight) * std::ssize(focus.uses.channels);
}

class TipWriter {
 public:
  TipWriter(text::Language language, const Document& document, const LayerResult& result, const StepValues& values,
            const Focus& focus)
      : language_(language),
        document_(document),
        layer_(document.sized.layer),
        result_(result),
        values_(values),
        focus_(focus) {}

  CellTip write() {
    const Index& index = focus_.cell.index;
    if (focus_.cell.kind != CellKind::cell) {
      write_around();
    } else if (focus_.cell.role == PlaneRole::output) {
      write_output(index);
    } else if (focus_.cell.role == PlaneRole::input) {
      name(words::input_cell(order(), index), Role::input, document_.input->at(index));
      gradient(words::input_cell(order(), index), Role::input, values_.input, index);
      write_reach();
    } else {
      name(text::weight_cell(order(), index), Role::kernel_size, document_.weight->at(index));
      gradient(text::weight_cell(order(), index), Role::kernel_size, values_.weight, index);
      note(use_count(focus_.uses) == 0 ? in_words(picture::tip_never_used)
                                       : words::used_in(language_, outputs_of(focus_)));
      write_products();
    }
    return std::move(tip_);
  }

 private:
  [[nodiscard]] AxisOrder order() const { return document_.view.axis_order; }
  [[nodiscard]] std::string in_words(const text::Phrase& phrase) const { return phrase.in(language_); }
  void say(MathText text, MathText places = {}) { tip_.lines.push_back({std::move(text), std::move(places)}); }
  void note(std::string text) { say({{std::move(text), Role::notes}}); }

  void name(const std::string& cell, Role role, float value) { say({{cell, role}, {" = " + formula_number(value)}}); }

  [[nodiscard]] bool backward() const { return document_.view.flow != Flow::forward; }

  void gradient(const std::string& cell, Role role, const ShownTensor& gradients, const Index& index) {
    if (backward()) {
      const bool of_sum = document_.view.flow == Flow::gradient_of_sum;
      say({{words::gradient(language_, of_sum)}, {cell, role}, {" = " + formula_number(gradients.values->at(index))}});
    }
  }

  void write_output(const Index& index) {
    const float value = result_.output->at(index);
    name(words::output_cell(order(), index), Role::output, value);
    if (const float now = values_.output.values->at(index); is_stamping(document_) && now != value) {
      tip_.lines.back().text.back().text =
          " = " + formula_number(now) + in_words(picture::tip_so_far) + formula_number(value);
    }
    gradient(words::output_cell(order(), index), Role::output, values_.output, index);
    const std::int64_t count = use_count(focus_.uses);
    if (count == 0) {
      note(in_words(picture::tip_no_products));
    } else if (layer_.op == Op::max_pool2d) {
      note(words::largest_of(language_, count));
    } else {
      note(layer_.op == Op::avg_pool2d ? words::mean_of(language_, count) : words::sum_of(language_, count));
    }
    write_products();
    if (const auto bias = active_bias(document_); !bias.empty()) {
      say({{"+ " + formula_number(bias[static_cast<std::size_t>(index.channel)])}},
          {{words::bias(index.channel), Role::notes}});
    }
    if (layer_.op != Op::max_pool2d) {
      say({{layer_.op == Op::avg_pool2d ? in_words(picture::tip_mean) : in_words(picture::tip_sum)},
           {" = "},
           {formula_number(value), Role::output}});
    }
  }

  void write_around() {
    const CellRef& cell = focus_.cell;
    if (cell.kind == CellKind::gap) {
      say({{in_words(picture::tip_gap), Role::padding}, {in_words(picture::tip_holds)}, {formula_number(0)}});
      const bool down = cell.index.y % layer_.stride.height != 0;
      note(words::gap_reason(language_, down ? layer_.stride.height : layer_.stride.width));
    } else if (cell.role == PlaneRole::output) {
      say({{in_words(picture::tip_cropped), Role::padding}});
      note(in_words(picture::tip_cropped_reason));
    } else if (layer_.op == Op::conv_transpose2d) {
      say({{in_words(picture::tip_around_stretched), Role::padding},
           {in_words(picture::tip_holds)},
           {formula_number(0)}});
    } else {
      write_padding(cell.index);
    }
  }

  void write_padding(const Index& index) {
    MathText line{{words::padding_cell(order(), index), Role::padding}};
    if (focus_.source) {
      line.insert(line.end(), {{in_words(picture::tip_copies)},
                               {words::input_cell(order(), *focus_.source), Role::input},
                               {" = " + formula_number(document_.input->at(*focus_.source))}});
    } else {
      const bool lowest = layer_.op == Op::max_pool2d;
      const double held = lowest ? -std::numeric_limits<double>::infinity() : 0;
      line.push_back({in_words(picture::tip_holds) + formula_number(held)});
    }
    say(line);
    write_reach();
  }

  void write_reach() {
    if (use_count(focus_.uses) == 0) {
      note(in_words(picture::tip_never_read));
    } else if (is_pool(layer_.op)) {
      note(words::read_by(language_, outputs_of(focus_)));
    } else {
      note(words::reaches(language_, outputs_of(focus_), weights_of(focus_)));
    }
    write_products();
  }

  void write_products() {
    const TipParts parts{language_, document_, result_, values_, focus_};
    const bool gradients = backward() && focus_.cell.role != PlaneRole::output;
    for (const SeenTap& seen : first_taps(focus_.uses)) {
      say(gradients ? gradient_product(parts, seen) : product(parts, seen), places(parts, seen));
    }
    if (const std::int64_t more = use_count(focus_.uses) - max_tip_products; more > 0) {
      note(words::and_more(language_, more));
    }
  }

  text::Language language_;
  const Document& document_;
  const Layer& layer_;
  const LayerResult& result_;
  const StepValues& values_;
  const Focus& focus_;
  CellTip tip_;
};

}  // namespace

CellTip cell_tip(text::Language language, const Document& document, const LayerResult& result, const StepValues& values,
                 const Focus& focus) {
  return TipWriter(language, document, result, values, focus).write();
}

std::string plain_text(const TipLine& line) {
  std::string text;
  for (const MathRun& run : line.text) {
    text += run.text;
  }
  text += line.places.empty() ? "" : "  ";
  for (const MathRun& run : line.places) {
    text += run.text;
  }
  return text;
}

}  // namespace convscope
