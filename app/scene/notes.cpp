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

using Name = std::string (*)(text::Language);
using GradientName = std::string (*)(text::Language, bool);

std::string heading(const Parts& parts, Name name, GradientName gradient) {
  if (!backward(parts)) {
    return name(parts.language);
  }
  return parts.short_names ? text::short_gradient(name(parts.language)) : gradient(parts.language, of_sum(parts));
}

}  // namespace

std::string input_heading(const Parts& parts) { return heading(parts, text::input, text::input_gradient); }

std::string kernel_heading(const Parts& parts) { return heading(parts, text::kernel, text::kernel_gradient); }

std::string output_heading(const Parts& parts) { return heading(parts, text::output, text::output_gradient); }

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

std::vector<Footer> kernel_footers(const Parts& parts, std::int64_t more_filters) {
  const Layer& layer = parts.layer();
  if (is_pool(layer.op)) {
    return {};
  }
  std::vector<Footer> footers;
  if (more_filters > 0) {
    footers.push_back({text::more(parts.language, more_filters), parts.palette.notes});
  }
  if (const Size span = effective_kernel_size(layer); span != layer.kernel_size) {
    footers.push_back({text::spans(parts.language, span), parts.palette.dilation});
  }
  return footers;
}

std::vector<Footer> output_footers(const Parts& parts, std::int64_t more_channels) {
  std::vector<Footer> footers;
  if (is_pool(parts.layer().op) && more_channels > 0) {
    footers.push_back({text::more(parts.language, more_channels), parts.palette.notes});
  }
  if (output_border(parts) != Sides{}) {
    footers.push_back({text::padding_crops(parts.language), parts.palette.padding});
  }
  return footers;
}

}  // namespace convscope
