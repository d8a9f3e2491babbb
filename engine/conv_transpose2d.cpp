#include "engine/cell_value.h"
#include "engine/kernel_cells.h"
#include "engine/taps.h"

namespace convscope {

// Gathers what the input cells, each spread over the output by the kernel, leave in one cell.
double conv_transpose2d_value(const Layer& layer, const Tensor& input, const Tensor& weight, const Index& output) {
  const SizedLayer sized{layer, {input.shape().height, input.shape().width}};
  const KernelCells rows = transposed_kernel_cells(sized, Axis::height, output.y);
  const KernelCells columns = transposed_kernel_cells(sized, Axis::width, output.x);
  const std::int64_t first_channel = first_input_channel(layer, output.channel);
  const std::int64_t channel_in_group = output.channel % (layer.out_channels / layer.groups);

  double sum = 0;
  for (std::int64_t channel = first_channel; channel < first_channel + channels_read(layer); ++channel) {
    for (std::int64_t row = 0; row < rows.count; ++row) {
      const std::int64_t ky = rows.first + row * rows.step;
      const std::int64_t y = transposed_input_cell(layer, Axis::height, output.y, ky);
      for (std::int64_t column = 0; column < columns.count; ++column) {
        const std::int64_t kx = columns.first + column * columns.step;
        const std::int64_t x = transposed_input_cell(layer, Axis::width, output.x, kx);
        sum += static_cast<double>(input.at({output.batch, channel, y, x})) *
               weight.at({channel, channel_in_group, weight_cell(layer, Axis::height, ky),
                          weight_cell(layer, Axis::width, kx)});
      }
    }
  }
  return sum;
}

}  // namespace convscope
