#include <string>
#include <utility>

#include "app/scene/flat_layout.h"
#include "app/scene/stack_layout.h"
#include "app/scene/text_width.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

Color group_text(const Parts& parts) { return group_colors(parts.document.view.theme, current_group(parts)).text; }

void add_group(const Parts& parts, std::vector<StackNote>& notes) {
  if (!is_pool(parts.layer().op) && stack_groups(parts) > 1) {
    notes.push_back(
        {text::group(parts.language, current_group(parts), stack_groups(parts)), group_text(parts), "group"});
  }
}

void add_left_out(const Parts& parts, std::int64_t channels, std::vector<StackNote>& notes) {
  if (channels > max_slabs) {
    notes.push_back({text::channels_in_all(parts.language, channels), parts.palette.notes, "channels"});
  }
}

void add_footers(const std::vector<Footer>& footers, std::vector<StackNote>& notes) {
  for (std::size_t i = 0; i < footers.size(); ++i) {
    std::string name = "footer " + std::to_string(i);
    for (std::string& line : note_lines(footers[i].text, StackText::note)) {
      notes.push_back({std::move(line), footers[i].color, name});
      name += " end";
    }
  }
}

}  // namespace

std::int64_t stack_groups(const Parts& parts) {
  return is_pool(parts.layer().op) ? parts.layer().in_channels : group_count(parts.layer());
}

std::int64_t current_group(const Parts& parts) {
  return parts.stamping ? group_of_input(parts.layer(), parts.cell.channel)
                        : group_of_output(parts.layer(), parts.out_channel);
}

std::int64_t filter_count(const Parts& parts) {
  if (is_pool(parts.layer().op)) {
    return 0;
  }
  return parts.stamping ? parts.layer().in_channels : parts.layer().out_channels;
}

std::int64_t current_filter(const Parts& parts) { return parts.stamping ? parts.cell.channel : parts.out_channel; }

std::vector<StackNote> stack_input_notes(const Parts& parts) {
  std::vector<StackNote> notes;
  add_group(parts, notes);
  add_left_out(parts, parts.layer().in_channels, notes);
  add_footers(input_footers(parts), notes);
  return notes;
}

std::vector<StackNote> stack_output_notes(const Parts& parts) {
  std::vector<StackNote> notes;
  const std::int64_t channels = parts.result.output->shape().channels;
  if (channels > 1 && !parts.stamping) {
    notes.push_back({text::channel(parts.language, parts.out_channel, channels), group_text(parts), "made channel"});
  }
  if (parts.stamping) {
    add_group(parts, notes);
  }
  add_left_out(parts, channels, notes);
  return notes;
}

std::string stack_filter_note(const Parts& parts, std::int64_t number) {
  return parts.stamping ? text::channel(parts.language, number, filter_count(parts))
                        : text::filter(parts.language, number, filter_count(parts));
}

std::vector<StackNote> stack_kernel_notes(const Parts& parts, std::int64_t more_filters) {
  std::vector<StackNote> notes;
  if (more_filters > 0) {
    notes.push_back({text::more(parts.language, more_filters), parts.palette.notes, "more"});
  }
  add_footers(kernel_footers(parts, 0), notes);
  return notes;
}

std::string stack_input_shape(const Parts& parts) {
  const Shape& in = parts.document.input->shape();
  return text::shape(parts.document.view.axis_order, in.channels, in.height, in.width);
}

std::string stack_window_shape(const Parts& parts) {
  const Size& kernel = parts.layer().kernel_size;
  return text::shape(parts.document.view.axis_order, parts.depth, kernel.height, kernel.width);
}

std::string stack_kernel_shape(const Parts& parts) {
  const Shape& weight = parts.document.weight->shape();
  return text::weight_shape(parts.document.view.axis_order, weight);
}

std::string stack_output_shape(const Parts& parts) {
  const Shape& out = parts.result.output->shape();
  return text::shape(parts.document.view.axis_order, out.channels, out.height, out.width);
}

}  // namespace convscope
