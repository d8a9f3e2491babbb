#include "tests/bench/frame/frame_cost.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <iterator>
#include <utility>

#include "app/render/gl/renderer.h"
#include "tests/bench/frame/own_work.h"

namespace convscope::bench {
namespace {

double processor_milliseconds() { return static_cast<double>(std::clock()) / (CLOCKS_PER_SEC / 1000.0); }

Cost cost_of(const std::function<void()>& draw) {
  glFinish();
  const auto start = std::chrono::steady_clock::now();
  const double processors = processor_milliseconds();
  const double own_thread = thread_milliseconds();
  draw();
  glFinish();
  const std::chrono::duration<double, std::milli> clock = std::chrono::steady_clock::now() - start;
  return {clock.count(), processor_milliseconds() - processors, thread_milliseconds() - own_thread};
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + std::ssize(values) / 2;
  std::ranges::nth_element(values, middle);
  return *middle;
}

double median(const std::vector<Cost>& costs, double Cost::*measure) {
  std::vector<double> values;
  std::ranges::transform(costs, std::back_inserter(values), [&](const Cost& cost) { return cost.*measure; });
  return median(std::move(values));
}

Cost typical(const std::vector<Cost>& costs) {
  return {median(costs, &Cost::clock), median(costs, &Cost::processors), median(costs, &Cost::own_thread)};
}

/// Of the dearest of the scenes, each drawn after the one before.
testing::GlCalls asked_while_playing(GlRenderer& renderer, const Viewport& viewport, const std::vector<Scene>& scenes) {
  testing::GlCallCounter counter;
  testing::GlCalls most;
  for (const Scene& scene : scenes) {
    renderer.draw(scene, viewport);
    const testing::GlCalls calls = counter.take();
    most.draws = std::max(most.draws, calls.draws);
    most.texels = std::max(most.texels, calls.texels);
    most.geometry = std::max(most.geometry, calls.geometry);
  }
  return most;
}

}  // namespace

FrameCosts frame_costs(const FontSet& fonts, const testing::Offscreen& offscreen, const TexturedQuad& quad,
                       const std::vector<Scene>& scenes, int rounds) {
  GlRenderer renderer = GlRenderer::create(fonts).value();
  FrameCosts costs;
  std::vector<Cost> of_quad;
  std::vector<Cost> of_frame;
  costs.first = cost_of([&] { renderer.draw(scenes.front(), offscreen.viewport()); });
  for (int round = 0; round < rounds; ++round) {
    const Scene& scene = scenes[static_cast<std::size_t>(round) % scenes.size()];
    of_quad.push_back(cost_of([&] { quad.draw(); }));
    of_frame.push_back(cost_of([&] { renderer.draw(scene, offscreen.viewport()); }));
  }
  costs.quad = typical(of_quad);
  costs.frame = typical(of_frame);
  std::vector<double> ratios;
  std::ranges::transform(of_frame, of_quad, std::back_inserter(ratios),
                         [](const Cost& frame, const Cost& of) { return frame.clock / of.clock; });
  costs.by_clock = median(std::move(ratios));
  costs.asked = asked_while_playing(renderer, offscreen.viewport(), scenes);
  return costs;
}

}  // namespace convscope::bench
