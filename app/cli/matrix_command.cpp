#include <CLI/CLI.hpp>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/matrix_forms.h"
#include "app/text/usage_errors.h"

namespace convscope {
namespace {

Status check_matrix(const MatrixOptions& options) {
  const bool input_says_size = options.wants_im2col() && !options.input.empty();
  if (Status layer = options.layer.check_usage({.input_size = !input_says_size}); !layer) {
    return layer;
  }
  if (options.wants_im2col() && options.input.empty() && !options.layer.brings_input()) {
    return text::missing_tensor("--input");
  }
  return Done{};
}

Status run_matrix(const MatrixOptions& options, std::ostream& out) {
  const Result<ChosenLayer> chosen = options.layer.choose();
  if (!chosen) {
    return chosen.error();
  }
  return options.wants_im2col() ? print_im2col(options, chosen.value(), out)
                                : print_sparse(options, chosen.value(), out);
}

}  // namespace

Command add_matrix_command(CLI::App& app) {
  CLI::App* parser = app.add_subcommand(
      "matrix", "Print a layer as a matrix: the im2col columns of an input, or the sparse C of vec(out) = C·vec(in)");
  const auto options = std::make_shared<MatrixOptions>();
  options->layer.add_to(*parser);
  parser->add_option("--form", options->form, "im2col or sparse")
      ->type_name("NAME")
      ->check(CLI::IsMember({"im2col", "sparse"}))
      ->required();
  parser->add_option("--input", options->input, "With im2col: the input, (C,H,W); without it, the preset's values")
      ->type_name("FILE.npy")
      ->group("Values");
  parser->add_option("--weight", options->weight, "With sparse: a weight, whose values are shown; or the preset's")
      ->type_name("FILE.npy")
      ->group("Values");
  parser->add_flag("--json", options->json, "Print JSON");
  return {parser, [options] { return check_matrix(*options); },
          [options](std::ostream& out) { return run_matrix(*options, out); }};
}

}  // namespace convscope
