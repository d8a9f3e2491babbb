#include "app/compute/layer_result.h"

#include <algorithm>
#include <span>
#include <thread>

#include "engine/arithmetic.h"
#include "engine/coverage.h"
#include "engine/forward.h"
#include "engine/forward_fast.h"
#include "engine/gradient.h"
#include "engine/taps.h"
#include "engine/window.h"

namespace convscope {
namespace {

ShownTensor shown(const Coverage& coverage) {
  return shown(Tensor(coverage.shape, std::vector<float>(coverage.counts.begin(), coverage.counts.end())));
}

/// The cell of the kernel at a place of the window, or of the stamp.
Size kernel_cell(const Document& document, std::int64_t ky, std::int64_t kx) {
  Layer layer = document.sized.layer;
  if (is_stamping(document)) {
    layer.op = Op::conv2d;  // A stamp is the kernel as it stands.
  }
  return window_weight_cell(layer, {ky, kx});
}

/// The weight as its cells meet the window's.
std::shared_ptr<const Tensor> window_weight(const Document& document) {
  if (is_pool(document.sized.layer.op) || kernel_cell(document, 0, 0) == Size{0, 0}) {
    return document.weight;
  }
  const Shape& shape = document.weight->shape();
  Tensor turned(shape);
  for (std::int64_t outer = 0; outer < shape.batch; ++outer) {
    for (std::int64_t inner = 0; inner < shape.channels; ++inner) {
      for (std::int64_t ky = 0; ky < shape.height; ++ky) {
        for (std::int64_t kx = 0; kx < shape.width; ++kx) {
          const Size cell = kernel_cell(document, ky, kx);
          turned.at({outer, inner, ky, kx}) = document.weight->at({outer, inner, cell.height, cell.width});
        }
      }
    }
  }
  return std::make_shared<const Tensor>(std::move(turned));
}

/// ky·kW + kx for each cell of the kernel, or of the window that it lies on.
std::shared_ptr<const Tensor> weight_numbers(const Document& document, bool of_window) {
  const Size size = document.sized.layer.kernel_size;
  Tensor numbers({1, 1, size.height, size.width});
  for (std::int64_t ky = 0; ky < size.height; ++ky) {
    for (std::int64_t kx = 0; kx < size.width; ++kx) {
      const Size cell = of_window ? kernel_cell(document, ky, kx) : Size{ky, kx};
      numbers.at({0, 0, ky, kx}) = static_cast<float>(cell.height * size.width + cell.width);
    }
  }
  return std::make_shared<const Tensor>(std::move(numbers));
}

std::int64_t processors() { return std::max(1U, std::thread::hardware_concurrency()); }

/// With its range; empty when a stop was requested.
ShownTensor output_of(const Document& document, const std::stop_token& stop, TensorPool& pool) {
  const Operands operands{*document.input, *document.weight, active_bias(document)};
  Tensor output = pool.take(output_shape(document.sized));
  SharedRange range;
  ForwardOptions options{.threads = processors(), .stop = stop, .line_done = {}};
  options.line_done = [&range](std::span<const float> line) { range.add(line); };
  const bool complete = forward_fast_into(document.sized.layer, operands, options, output);
  return complete ? ShownTensor{pool.share(std::move(output)), range.get()} : ShownTensor{};
}

/// Without an output when a stop was requested.
LayerResult compute_values(const Computed& before, const Document& document, const std::stop_token& stop,
                           TensorPool& pool) {
  const SizedLayer& sized = document.sized;
  LayerResult result;
  const ShownTensor output = output_of(document, stop, pool);
  if (!output.values) {
    return result;
  }
  result.output = output.values;
  result.output_range = output.range;
  result.arithmetic = output_arithmetic(sized);
  result.steps = step_count(sized);
  result.reads =
      std::make_shared<const LayerReads>(LayerReads{axis_reads(sized, Axis::height), axis_reads(sized, Axis::width)});
  const bool input_stays = before.result.output && before.document.input == document.input;
  result.input_range = input_stays ? before.result.input_range : value_range(*document.input);
  result.weight_range = value_range(*document.weight);
  result.window_weight = window_weight(document);
  result.window_numbers = weight_numbers(document, true);
  result.kernel_numbers = weight_numbers(document, false);
  return result;
}

/// Of no use when a stop was requested.
void add_view_values(const Document& document, LayerResult& result, const std::stop_token& stop) {
  const SizedLayer& sized = document.sized;
  const View& view = document.view;
  const bool coverage = view.coloring == Coloring::coverage;
  result.input_coverage = coverage ? shown(input_coverage(sized)) : ShownTensor{};
  result.output_coverage = coverage ? shown(output_coverage(sized)) : ShownTensor{};
  result.input_gradient = {};
  result.weight_gradient = {};
  result.output_gradient = {};
  if (view.flow == Flow::gradient_of_sum) {
    Gradients gradients = gradients_of_sum(sized.layer, *document.input, *document.weight, stop);
    result.input_gradient = shown(std::move(gradients.input));
    result.weight_gradient = shown(std::move(gradients.weight));
    const Shape& shape = result.output->shape();
    result.output_gradient =
        shown(Tensor(shape, std::vector<float>(static_cast<std::size_t>(element_count(shape)), 1.0F)));
  }
  result.matrix.reset();
  if (view.matrix != MatrixForm::none) {
    result.matrix = std::make_shared<const ShownMatrix>(shown_matrix(document));
  }
}

bool same_values(const Document& a, const Document& b) {
  return a.sized == b.sized && a.input == b.input && a.weight == b.weight && a.bias == b.bias &&
         is_stamping(a) == is_stamping(b);
}

bool shows_counts(const View& view) { return view.coloring == Coloring::coverage; }
bool shows_sums(const View& view) { return view.flow == Flow::gradient_of_sum; }

bool same_view_values(const View& a, const View& b) {
  return shows_counts(a) == shows_counts(b) && shows_sums(a) == shows_sums(b) && a.matrix == b.matrix;
}

/// What add_view_values does.
std::int64_t view_work(const Document& document) {
  constexpr std::int64_t of_a_count = 4;      // Measured against a multiply-accumulate of forward_fast.
  constexpr std::int64_t of_a_gradient = 16;  // Sums cell by cell, in one thread.
  const SizedLayer& sized = document.sized;
  std::int64_t work = shows_counts(document.view) ? of_a_count * tensor_elements(sized) : 0;
  work += shows_sums(document.view) ? of_a_gradient * cells_read(sized) : 0;
  return work + of_a_count * matrix_elements(document);
}

}  // namespace

LayerResult compute(const Document& document) { return compute_from({}, document, {}).value(); }

std::optional<LayerResult> compute_from(const Computed& before, const Document& document, const std::stop_token& stop,
                                        TensorPool pool) {
  const bool values_stay = before.result.output && same_values(before.document, document);
  LayerResult result = values_stay ? before.result : compute_values(before, document, stop, pool);
  if (!result.output || stop.stop_requested()) {
    return std::nullopt;
  }
  add_view_values(document, result, stop);
  return stop.stop_requested() ? std::nullopt : std::optional(std::move(result));
}

bool same_result(const Document& a, const Document& b) { return same_values(a, b) && same_view_values(a.view, b.view); }

std::int64_t work_after(const Computed& before, const Document& document) {
  const bool values_stay = before.result.output && same_values(before.document, document);
  if (values_stay && same_view_values(before.document.view, document.view)) {
    return 0;
  }
  const SizedLayer& sized = document.sized;
  return std::max<std::int64_t>(1,
                                view_work(document) + (values_stay ? 0 : cells_read(sized) + tensor_elements(sized)));
}

View view_with(const Computed& computed, const View& wanted) {
  View view = wanted;
  const View& made = computed.document.view;
  view.matrix = made.matrix;
  view.coloring = shows_counts(made) == shows_counts(wanted) ? wanted.coloring : made.coloring;
  Document document = computed.document;
  document.view = wanted;
  if (shows_sums(made) != shows_sums(wanted) || is_stamping(document) != is_stamping(computed.document)) {
    view.flow = made.flow;
    view.transposed = made.transposed;
  }
  return view;
}

std::int64_t tensor_elements(const SizedLayer& sized) {
  return element_count(input_shape(sized)) + element_count(weight_shape(sized.layer)) +
         element_count(output_shape(sized));
}

bool can_be_drawn(const SizedLayer& sized) {
  return tensor_elements(sized) <= max_drawn_elements && cells_read(sized) <= max_drawn_macs;
}

}  // namespace convscope
