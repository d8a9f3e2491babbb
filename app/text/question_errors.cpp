#include "app/text/question_errors.h"

#include <fmt/format.h>

#include "app/text/names.h"

namespace convscope::text {

Error no_such_input_cell(const Index& cell, const Shape& input) {
  return {fmt::format("--input-cell: there is no cell {},{},{} in the input", cell.channel, cell.y, cell.x),
          fmt::format("the last one is {},{},{}", input.channels - 1, input.height - 1, input.width - 1)};
}

Error no_such_weight(const Index& place, const Shape& weight) {
  return {fmt::format("--weight: there is no place {},{},{},{} in the weight", place.batch, place.channel, place.y,
                      place.x),
          fmt::format("the last one is {},{},{},{}", weight.batch - 1, weight.channels - 1, weight.height - 1,
                      weight.width - 1)};
}

Error op_without_weight(std::string_view what, Op op) {
  return {fmt::format("{} asks about weights, and {} has none", what, name(op)), "choose another layer"};
}

Error not_linear(std::string_view what, Op op) {
  return {fmt::format("{} writes the layer as a matrix, and {} is not linear", what, name(op)),
          "choose another layer, or --form im2col"};
}

Error reach_needs_one_question() {
  return {"reach answers one question", "give --input-cell C,Y,X or --weight O,I,KY,KX"};
}

Error answer_too_long(std::string_view what, std::int64_t count, std::int64_t limit) {
  return {fmt::format("the answer would have {} {}, the limit is {}", count, what, limit),
          "choose a smaller layer or input"};
}

Error question_about_a_batch(std::string_view where, std::int64_t batch) {
  return {fmt::format("{} is a batch of {}", where, batch), "give one sample: (C, H, W) or (1, C, H, W)"};
}

Error no_chain() {
  return {"no layer is given", "give --layer FILE.json once for each layer, or a file with a list of layers"};
}

Error empty_chain(std::string_view file) {
  return {fmt::format("{} holds an empty list", file), "write at least one layer into it"};
}

Error layer_in_chain(std::size_t number, const Error& error) {
  return {fmt::format("layer {}: {}", number, error.what.to_command()), error.remedy};
}

Error receptive_field_too_large(std::size_t number) {
  return {fmt::format("the receptive field after layer {} is beyond 2^53 cells", number),
          "use fewer layers, or smaller strides and kernels"};
}

Error no_gradient_wanted() {
  return {"no gradient is asked for",
          "give --input-gradient, --weight-gradient or --bias-gradient a file to write, or use --json"};
}

Error no_bias_gradient() {
  return {"--bias-gradient: the layer has no bias", "leave the flag out, or use --bias true"};
}

}  // namespace convscope::text
