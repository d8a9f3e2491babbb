#pragma once

#include <algorithm>
#include <vector>

#include "app/render/fonts.h"
#include "app/scene/scene.h"
#include "tests/app/render/gl/gl_calls.h"
#include "tests/app/render/gl/offscreen.h"
#include "tests/bench/frame/textured_quad.h"

namespace convscope::bench {

/// Milliseconds of one drawing: by the clock; of all processors together, which others' work disturbs less; and of the
/// thread that draws.
struct Cost {
  double clock = 0;
  double processors = 0;
  double own_thread = 0;
  /// By the clock of two processors that nobody else works on: the rasterizing is shared evenly.
  [[nodiscard]] double quiet() const { return own_thread + (processors - own_thread) / 2; }
};

struct FrameCosts {
  Cost quad;
  Cost frame;
  Cost first;              ///< The frame when nothing of it is known yet.
  testing::GlCalls asked;  ///< What one frame while playing asks OpenGL for.
  double by_clock = 0;     ///< Frame to quad, each frame to the quad drawn just before it.
  [[nodiscard]] double by_processors() const { return frame.processors / quad.processors; }
  [[nodiscard]] double if_quiet() const { return frame.quiet() / quad.quiet(); }
};

/// What a frame costs, with all its rasterizing, and what `quad` costs, drawn in turn: medians, of the ratios by the
/// clock too, as processors change their pace and processor time is not always counted where it was spent. Requires
/// scenes and rounds.
[[nodiscard]] FrameCosts frame_costs(const FontSet& fonts, const testing::Offscreen& offscreen,
                                     const TexturedQuad& quad, const std::vector<Scene>& scenes, int rounds);

}  // namespace convscope::bench
