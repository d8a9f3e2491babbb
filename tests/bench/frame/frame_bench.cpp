// bench_frame [PART [ROUNDS]]: what a frame of the window costs on software OpenGL against one textured quad of the
// same size, for the scenes with PART in their name; and what our own work costs.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "app/document/view_names.h"
#include "app/render/kept_memory.h"
#include "tests/bench/bench_runner.h"
#include "tests/bench/frame/bench_scenes.h"
#include "tests/bench/frame/edit_work.h"
#include "tests/bench/frame/frame_cost.h"
#include "tests/bench/frame/own_work.h"

namespace convscope::bench {
namespace {

constexpr Vec2 size{1600, 1000};

void print_row(std::string_view name, double milliseconds) {
  std::printf("%-48.*s %8.3f\n", static_cast<int>(name.size()), name.data(), milliseconds);
  std::fflush(stdout);
}

/// Of each look the dearest; returns the dearest of all.
double scenes_of_looks(std::string_view what, const std::vector<Sketch>& of) {
  double dearest = 0;
  for (const auto& look : looks) {
    double own = 0;
    for (const Sketch& sketch : of) {
      own = std::max(own, sketch.view.look == look.value ? scene_milliseconds(subject_of(sketch), size) : 0);
    }
    print_row(std::string(what) + ", " + std::string(look.name), own);
    dearest = std::max(dearest, own);
  }
  return dearest;
}

double edits_of_looks(const FontSet& fonts, const testing::Offscreen& offscreen) {
  double dearest = 0;
  for (const auto& look : looks) {
    const double own = edit_milliseconds(fonts, offscreen, {.look = look.value, .coloring = Coloring::diverging});
    print_row("an edit of 16x16 with 7x7, " + std::string(look.name), own);
    dearest = std::max(dearest, own);
  }
  return dearest;
}

void print_hovers() {
  for (const Sketch& sketch : photographs()) {
    print_row("a weight pointed at, " + sketch.name, hover_milliseconds(subject_of(sketch), size));
  }
}

/// Ratios of the dearest frames, each measure for itself; 0: there is none.
struct Worst {
  double by_clock = 0;
  double by_processors = 0;
  double if_quiet = 0;
};

/// One line a scene whose name contains `part`.
Worst print_frames(const FontSet& fonts, const testing::Offscreen& offscreen, std::string_view part, int rounds) {
  const TexturedQuad quad(static_cast<int>(size.x), static_cast<int>(size.y), GL_NEAREST);
  Worst worst;
  std::printf("\n%-48s %7s %7s %6s | %7s %7s %6s | %7s %6s | %7s | %5s %9s %9s\n",
              "whole frames, 1600x1000, milliseconds", "quad", "frame", "ratio", "quad", "frame", "ratio", "thread",
              "ratio", "first", "draws", "geometry", "texels");
  for (const Sketch& sketch : sketches()) {
    if (sketch.name.find(part) == std::string::npos) {
      continue;
    }
    const Subject subject = subject_of(sketch);
    const FrameCosts costs = frame_costs(fonts, offscreen, quad, frames(subject, size), rounds);
    worst.by_clock = std::max(worst.by_clock, costs.by_clock);
    worst.by_processors = std::max(worst.by_processors, costs.by_processors());
    worst.if_quiet = std::max(worst.if_quiet, costs.if_quiet());
    std::printf("%-48s %7.2f %7.2f %6.2f | %7.2f %7.2f %6.2f | %7.2f %6.2f | %7.2f | %5zu %9zu %9zu\n",
                subject.name.c_str(), costs.quad.clock, costs.frame.clock, costs.by_clock, costs.quad.processors,
                costs.frame.processors, costs.by_processors(), costs.frame.own_thread, costs.if_quiet(),
                costs.first.clock, costs.asked.draws, costs.asked.geometry, costs.asked.texels);
    std::fflush(stdout);
  }
  std::printf(
      "by the clock | by the processors | the drawing thread alone, and the ratio by the clock of two quiet processors "
      "| the first frame | draw calls and bytes handed over by a frame while playing\n");
  return worst;
}

void run_frame_bench(std::string_view part, int rounds) {
  const testing::Offscreen offscreen(static_cast<int>(size.x), static_cast<int>(size.y));
  const FontSet fonts = FontSet::load().value();
  std::printf("%-48s %8s\n", "own work, milliseconds of one processor", "least");
  const double scene = scenes_of_looks("Scene, dearest preset", preset_sketches());
  const double scene512 = scenes_of_looks("Scene of 512x512x8", large_sketches());
  const double edit = edits_of_looks(fonts, offscreen);
  print_hovers();
  const Worst worst = print_frames(fonts, offscreen, part, rounds);
  print_figures("frame", {{"scene", scene, "ms", 3},
                          {"edit", edit, "ms", 2},
                          {"scene512", scene512, "ms", 3},
                          {"worst frame by the processors", worst.by_processors, "x quad", 2},
                          {"by the clock", worst.by_clock, "x quad", 2},
                          {"by two quiet ones", worst.if_quiet, "x quad", 2}});
}

}  // namespace
}  // namespace convscope::bench

int main(int argc, char** argv) {
  convscope::keep_freed_memory();
  convscope::bench::run_frame_bench(argc > 1 ? argv[1] : "", argc > 2 ? std::atoi(argv[2]) : 40);
}
