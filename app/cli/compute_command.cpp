#include <CLI/CLI.hpp>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/layer_options.h"
#include "app/cli/tensor_options.h"
#include "app/io/npy.h"
#include "app/text/usage_errors.h"
#include "engine/forward.h"
#include "engine/problem.h"

namespace convscope {
namespace {

struct ComputeOptions {
  LayerOptions layer;
  TensorOptions tensors;
  std::string output;
};

Status check_compute(const ComputeOptions& options) {
  if (Status layer = options.layer.check_usage({.input_size = false, .kernel_size = false}); !layer) {
    return layer;
  }
  return options.tensors.check_usage(options.layer);
}

Status run_compute(const ComputeOptions& options) {
  const Result<ChosenLayer> chosen = options.layer.choose();
  if (!chosen) {
    return chosen.error();
  }
  const Result<LayerTensors> loaded = options.tensors.load(chosen.value());
  if (!loaded) {
    return loaded.error();
  }
  const LayerTensors& tensors = loaded.value();
  Shape shape = output_shape(tensors.sized);
  shape.batch = tensors.input.shape().batch;
  if (element_count(shape) > max_elements) {
    return text::batch_too_large(shape, max_elements);
  }
  const Tensor output = forward(tensors.sized.layer, tensors.input, tensors.weight, tensors.bias);
  return write_npy(options.output, output, tensors.input_rank);
}

}  // namespace

Command add_compute_command(CLI::App& app) {
  CLI::App* parser = app.add_subcommand("compute", "Compute a layer's output from .npy files");
  parser->footer(
      "in_channels, out_channels and kernel_size may be left out: the tensors say them. With a preset that has "
      "values,\n"
      "input and weight may be left out, too. There is no random weight: without one nothing is computed. A bias "
      "without\n"
      "values adds zeros. The output has the input's number of dimensions; a preset's input counts as (C,H,W).");
  const auto options = std::make_shared<ComputeOptions>();
  options->layer.add_to(*parser, LayerOptions::Bias::flag_or_file);
  options->tensors.add_to(*parser);
  parser->add_option("--output", options->output, "Where the output goes, as float32")
      ->type_name("FILE.npy")
      ->group("Values")
      ->required();
  return {parser, [options] { return check_compute(*options); },
          [options](std::ostream&) { return run_compute(*options); }};
}

}  // namespace convscope
