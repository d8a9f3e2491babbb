#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>

#include "engine/axis_reads.h"
#include "engine/forward.h"
#include "engine/forward_fast.h"
#include "engine/gradient.h"
#include "engine/stamp.h"
#include "tests/bench/bench_runner.h"

namespace convscope {
namespace {

/// A layer and values for it, neither zero nor equal.
struct Case {
  explicit Case(const SizedLayer& sized_layer) : sized(sized_layer), input(input_shape(sized)) {
    if (!is_pool(sized.layer.op)) {
      weight = Tensor(weight_shape(sized.layer));
    }
    for (Tensor* tensor : {&input, &weight}) {
      float value = 0;
      std::ranges::generate(tensor->values(), [&] { return value = std::fmod(value + 0.7316F, 1.0F); });
    }
  }

  SizedLayer sized;
  Tensor input;
  Tensor weight;
};

SizedLayer three_by_three(const Size& input_size, std::int64_t in_channels, std::int64_t out_channels) {
  SizedLayer sized{Layer{}, input_size};
  sized.layer.in_channels = in_channels;
  sized.layer.out_channels = out_channels;
  sized.layer.padding = {1, 1, 1, 1};
  return sized;
}

/// 448 million multiply-accumulates.
SizedLayer photo_layer() { return three_by_three({1080, 1920}, 3, 8); }

SizedLayer with_op(SizedLayer sized, Op op, const Size& stride) {
  sized.layer.op = op;
  sized.layer.stride = stride;
  if (is_pool(op)) {
    sized.layer.out_channels = sized.layer.in_channels;
  }
  return sized;
}

/// As after an edit: the output's memory is there.
void pass(benchmark::State& state, const SizedLayer& sized, std::int64_t threads) {
  const Case c(sized);
  Tensor output(output_shape(sized));
  for (auto _ : state) {
    benchmark::DoNotOptimize(forward_fast_into(sized.layer, {c.input, c.weight}, {threads}, output));
  }
}

/// As at first, into fresh memory.
void first_pass(benchmark::State& state) {
  const Case c(photo_layer());
  for (auto _ : state) {
    benchmark::DoNotOptimize(forward_fast(c.sized.layer, {c.input, c.weight}, {2}));
  }
}

void reference_pass(benchmark::State& state) {
  const Case c(photo_layer());
  for (auto _ : state) {
    benchmark::DoNotOptimize(forward(c.sized.layer, c.input, c.weight, {}));
  }
}

void reads(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(axis_reads(photo_layer(), Axis::width));
  }
}

void stamp(benchmark::State& state) {
  const Case c(with_op(three_by_three({512, 512}, 8, 8), Op::conv_transpose2d, {2, 2}));
  Tensor output(output_shape(c.sized));
  for (auto _ : state) {
    add_stamp(c.sized.layer, c.input, c.weight, {0, 3, 100, 100}, output);
  }
}

void output_gradient(benchmark::State& state) {
  const Case c(photo_layer());
  for (auto _ : state) {
    benchmark::DoNotOptimize(gradients_of_output(c.sized.layer, c.input, c.weight, {0, 1, 500, 500}));
  }
}

void register_pass(const char* name, const SizedLayer& sized, std::int64_t threads) {
  benchmark::RegisterBenchmark(name, pass, sized, threads)->Unit(benchmark::kMillisecond)->UseRealTime();
}

void register_all() {
  const SizedLayer photo = photo_layer();
  register_pass("photo", photo, 2);
  register_pass("photo_one_thread", photo, 1);
  register_pass("photo_one_channel", three_by_three({1080, 1920}, 1, 1), 2);
  register_pass("photo_stride_2", with_op(photo, Op::conv2d, {2, 2}), 2);
  register_pass("photo_max_pool", with_op(photo, Op::max_pool2d, {2, 2}), 2);
  register_pass("photo_avg_pool", with_op(photo, Op::avg_pool2d, {2, 2}), 2);
  register_pass("scene512", three_by_three({512, 512}, 8, 8), 2);
  register_pass("scene512_transposed", with_op(three_by_three({512, 512}, 8, 8), Op::conv_transpose2d, {2, 2}), 2);
  register_pass("deep", three_by_three({56, 56}, 128, 128), 2);
  register_pass("small", three_by_three({7, 7}, 3, 2), 2);
  benchmark::RegisterBenchmark("photo_first", first_pass)->Unit(benchmark::kMillisecond)->UseRealTime();
  benchmark::RegisterBenchmark("reference", reference_pass)
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime()
      ->Iterations(1);
  benchmark::RegisterBenchmark("axis_reads", reads)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("add_stamp", stamp)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("gradients_of_output", output_gradient)->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace convscope

int main(int argc, char** argv) {
  convscope::register_all();
  convscope::bench::Times times = convscope::bench::run(argc, argv);
  convscope::bench::print_figures("engine", {{"photo", times["photo"], "ms"},
                                             {"scene512", times["scene512"], "ms"},
                                             {"photo_first", times["photo_first"], "ms"},
                                             {"reference", times["reference"] / times["photo"], "x"}});
}
