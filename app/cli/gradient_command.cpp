#include <CLI/CLI.hpp>
#include <memory>
#include <vector>

#include "app/cli/command.h"
#include "app/cli/json_values.h"
#include "app/cli/layer_options.h"
#include "app/cli/question_layer.h"
#include "app/cli/tensor_options.h"
#include "app/io/npy.h"
#include "app/text/question_errors.h"
#include "engine/gradient.h"

namespace convscope {
namespace {

struct GradientOptions {
  LayerOptions layer;
  TensorOptions tensors;
  std::string input_gradient;
  std::string weight_gradient;
  std::string bias_gradient;
  bool json = false;
};

Status check_gradient(const GradientOptions& options) {
  if (Status layer = options.layer.check_usage({.input_size = false, .kernel_size = false}); !layer) {
    return layer;
  }
  if (options.input_gradient.empty() && options.weight_gradient.empty() && options.bias_gradient.empty() &&
      !options.json) {
    return text::no_gradient_wanted();
  }
  return options.tensors.check_usage(options.layer);
}

/// What a file is asked for must exist, before any file is written.
Status check_wanted(const GradientOptions& options, const Layer& layer, const Gradients& gradients) {
  if (!options.weight_gradient.empty() && gradients.weight.values().empty()) {
    return text::op_without_weight("--weight-gradient", layer.op);
  }
  if (!options.bias_gradient.empty() && gradients.bias.empty()) {
    return text::no_bias_gradient();
  }
  return Done{};
}

void print_json(const Gradients& gradients, int input_rank, std::ostream& out) {
  out << R"({"input_gradient":)";
  write_json_values(out, gradients.input, input_rank);
  out << ",\n\"weight_gradient\":";
  if (gradients.weight.values().empty()) {
    out << "null";
  } else {
    write_json_values(out, gradients.weight, 4);
  }
  out << ",\n\"bias_gradient\":";
  if (gradients.bias.empty()) {
    out << "null";
  } else {
    write_json_list(out, gradients.bias);
  }
  out << "}\n";
}

Status write_files(const GradientOptions& options, const Gradients& gradients, int input_rank) {
  Status status = Done{};
  if (!options.input_gradient.empty()) {
    status = write_npy(options.input_gradient, gradients.input, input_rank);
  }
  if (status && !options.weight_gradient.empty()) {
    status = write_npy(options.weight_gradient, gradients.weight, 4);
  }
  if (status && !options.bias_gradient.empty()) {
    status = write_npy(options.bias_gradient, gradients.bias);
  }
  return status;
}

Status run_gradient(const GradientOptions& options, std::ostream& out) {
  const Result<ChosenLayer> chosen = options.layer.choose();
  if (!chosen) {
    return chosen.error();
  }
  const Result<LayerTensors> loaded = options.tensors.load(chosen.value());
  if (!loaded) {
    return loaded.error();
  }
  const LayerTensors& tensors = loaded.value();
  if (Status checked = check_question(tensors.sized); !checked) {
    return checked;
  }
  const Gradients gradients = gradients_of_sum(tensors.sized.layer, tensors.input, tensors.weight);
  if (Status wanted = check_wanted(options, tensors.sized.layer, gradients); !wanted) {
    return wanted;
  }
  if (Status written = write_files(options, gradients, tensors.input_rank); !written) {
    return written;
  }
  if (options.json) {
    print_json(gradients, tensors.input_rank, out);
  }
  return Done{};
}

void add_file(CLI::App& command, const char* name, std::string& file, const char* help) {
  command.add_option(name, file, help)->type_name("FILE.npy")->group("Values");
}

}  // namespace

Command add_gradient_command(CLI::App& app) {
  CLI::App* parser =
      app.add_subcommand("gradient", "Compute the gradients of the sum of the output, as PyTorch's autograd does");
  const auto options = std::make_shared<GradientOptions>();
  options->layer.add_to(*parser, LayerOptions::Bias::flag_or_file);
  options->tensors.add_to(*parser);
  add_file(*parser, "--input-gradient", options->input_gradient, "Where the gradient by the input goes");
  add_file(*parser, "--weight-gradient", options->weight_gradient, "Where the gradient by the weight goes");
  add_file(*parser, "--bias-gradient", options->bias_gradient, "Where the gradient by the bias goes");
  parser->add_flag("--json", options->json, "Print JSON");
  return {parser, [options] { return check_gradient(*options); },
          [options](std::ostream& out) { return run_gradient(*options, out); }};
}

}  // namespace convscope
