#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/layer_options.h"
#include "app/cli/parse_values.h"
#include "app/io/layer_json.h"
#include "app/text/layer_words.h"
#include "app/text/names.h"
#include "app/text/problem_words.h"
#include "app/text/usage_errors.h"
#include "engine/solve.h"

namespace convscope {
namespace {

struct SolveOptions {
  LayerOptions layer;
  Size output_size{1, 1};
  std::int64_t limit = 10'000;
  bool json = false;
};

/// What a flag that was not given leaves open.
struct Solvable {
  Parameter parameter;
  const char* flag;
};
constexpr std::array solvable{Solvable{Parameter::kernel_size, "--kernel-size"},
                              Solvable{Parameter::stride, "--stride"}, Solvable{Parameter::padding, "--padding"},
                              Solvable{Parameter::output_padding, "--output-padding"},
                              Solvable{Parameter::dilation, "--dilation"}};

std::vector<Parameter> free_parameters(const LayerOptions& layer) {
  std::vector<Parameter> free;
  const bool whole_layer = layer.gives_whole_layer();
  for (const auto& [parameter, flag] : solvable) {
    if (!whole_layer && !layer.gives(flag)) {
      free.push_back(parameter);
    }
  }
  return free;
}

/// The problems that no choice of the free parameters takes away.
std::vector<Problem> problems_that_stay(const SolveQuestion& question) {
  std::vector<Problem> problems = validate(question.given);
  std::erase_if(problems, [&](const Problem& problem) {
    return std::ranges::find(question.free, problem.parameter) != question.free.end();
  });
  return problems;
}

void print_json(const Solutions& solutions, std::ostream& out) {
  out << R"({"layers":[)";
  for (std::size_t i = 0; i < solutions.layers.size() && out; ++i) {
    out << (i == 0 ? "\n" : ",\n") << layer_to_json(solutions.layers[i]).dump();
  }
  fmt::print(out, "],\n\"total\":{}}}\n", solutions.total);
}

void print_text(const Solutions& solutions, std::ostream& out) {
  constexpr std::size_t shown = 20;
  fmt::print(out, "{} {}\n", solutions.total, solutions.total == 1 ? "layer" : "layers");
  for (std::size_t i = 0; i < std::min(shown, solutions.layers.size()); ++i) {
    fmt::print(out, "  {}\n", text::layer_summary(solutions.layers[i]));
  }
  if (solutions.total > static_cast<std::int64_t>(shown)) {
    fmt::print(out, "  … simplest first; --json lists the others\n");
  }
}

Status run_solve(const SolveOptions& options, std::ostream& out) {
  const Result<ChosenLayer> chosen = options.layer.choose();
  if (!chosen) {
    return chosen.error();
  }
  const SolveQuestion question{chosen.value().sized, options.output_size, free_parameters(options.layer)};
  const Solutions solutions = solve(question, options.limit);
  if (solutions.total == 0) {
    if (const std::vector<Problem> problems = problems_that_stay(question); !problems.empty()) {
      return text::invalid_layer(problems);
    }
  }
  if (options.json) {
    print_json(solutions, out);
  } else {
    print_text(solutions, out);
  }
  return Done{};
}

std::string check_size(const std::string& value) {
  const std::optional<Size> size = parse_size(value);
  const auto fits = [](std::int64_t length) { return length >= 1 && length <= max_parameter; };
  const bool good = size && fits(size->height) && fits(size->width);
  return good ? "" : text::bad_value(value, "a whole number of at least 1, or HEIGHTxWIDTH");
}

}  // namespace

Command add_solve_command(CLI::App& app) {
  CLI::App* parser = app.add_subcommand(
      "solve", "List the layers that make one size of another, simplest first. What a flag gives is held.");
  parser->footer(fmt::format(
      "kernel_size, stride, padding and dilation are looked for unless they are given, up to {}, {}, d·(k−1) and {};\n"
      "output_padding, too, for conv_transpose2d. --layer, --preset and --session hold all of them. Simplest: fewest "
      "parameters "
      "that differ between height and width, then\n"
      "fewest that are not 1 (padding: 0), then nothing unread, then small dilation, stride, kernel_size, padding.",
      SolveBounds::max_kernel_size, SolveBounds::max_stride, SolveBounds::max_dilation));
  const auto options = std::make_shared<SolveOptions>();
  options->layer.add_to(*parser);
  parser
      ->add_option_function<std::string>(
          "--output-size", [options](const std::string& value) { options->output_size = *parse_size(value); },
          "Height and width of the output")
      ->type_name("HxW")
      ->check(check_size)
      ->required();
  parser->add_option("--limit", options->limit, "List at most so many layers (default 10000)")
      ->type_name("N")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000}));
  parser->add_flag("--json", options->json, "Print JSON");
  return {parser,
          [options] { return options->layer.check_usage({.kernel_size = false, .kernel_size_of_pool = false}); },
          [options](std::ostream& out) { return run_solve(*options, out); }};
}

}  // namespace convscope
