#include <algorithm>
#include <utility>

#include "app/scene/flat_layout.h"
#include "app/scene/looks.h"
#include "app/scene/text_width.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

std::int64_t unread_count(const AxisReads& reads) { return std::ranges::count(reads.counts, 0); }

bool of_sum(const Parts& parts) { return parts.document.view.flow == Flow::gradient_of_sum; }
bool backward(const Parts& parts) { return parts.document.view.flow != Flow::forward; }

}  // namespace

std::string input_heading(const Parts& parts) {
  return backward(parts) ? text::input_gradient(parts.language, of_sum(parts)) : text::input(parts.language);
}

std::string kernel_heading(const Parts& parts) {
  return backward(parts) ? text::kernel_gradient(parts.language, of_sum(parts)) : text::kernel(parts.language);
}

std::string output_heading(const Parts& parts) {
  return backward(parts) ? text::output_gradient(parts.language, of_sum(parts)) : text::output(parts.language);
}

std::vector<Footer> footer_lines(std::vector<Footer> footers, bool broken) {
  if (!broken) {
    return footers;
  }
  std::vector<Footer> lines;
  for (const Footer& footer : footers) {
    for (std::string& line : note_lines(footer.text, FlatText::note)) {
      lines.push_back({std::move(line), footer.color});
    }
  }
  return lines;
}

std::vector<Footer> input_footers(const Parts& parts) {
  std::vector<Footer> footers;
  const Sides border = input_border(parts);
  const Size grid = input_grid(parts);
  const bool transposed = parts.layer().op == Op::conv_transpose2d;
  if (border != Sides{} || grid != parts.document.sized.input_size) {
    const Size all{grid.height + border.top + border.bottom, grid.width + border.left + border.right};
    footers.push_back({transposed ? text::stretched_to(parts.language, all) : text::padded_to(parts.language, all),
                       parts.palette.padding});
  }
  const std::int64_t rows = unread_count(parts.result.reads->rows);
  const std::int64_t columns = unread_count(parts.result.reads->columns);
  if (!transposed && rows + columns > 0) {
    footers.push_back({text::never_read(parts.language, rows, columns), parts.palette.notes});
  }
  return footers;
}

std::vector<Footer> kernel_footers(const Parts& parts) {
  const Layer& layer = parts.layer();
  const Size span = effective_kernel_size(layer);
  if (is_pool(layer.op) || span == layer.kernel_size) {
    return {};
  }
  return {{text::spans(parts.language, span), parts.palette.dilation}};
}

std::vector<Footer> output_footers(const Parts& parts) {
  if (output_border(parts) == Sides{}) {
    return {};
  }
  return {{text::padding_crops(parts.language), parts.palette.padding}};
}

}  // namespace convscope
