#pragma once

#include <functional>

#include "tests/bench/frame/bench_scenes.h"

namespace convscope::bench {

/// Milliseconds that the calling thread has had of a processor.
[[nodiscard]] double thread_milliseconds();

/// Milliseconds of processor time that the calling thread needs for a piece of work: others' work does not count, nor
/// do the threads in which software OpenGL rasterizes. The least of `rounds`.
[[nodiscard]] double own_milliseconds(int rounds, const std::function<void()>& work);

/// To build the Scene of the dearest of a few moments; the step's values are kept, as the window keeps them.
[[nodiscard]] double scene_milliseconds(const Subject& subject, Vec2 size);

/// From the mouse on another weight to the Scene with what that weight touches.
[[nodiscard]] double hover_milliseconds(const Subject& subject, Vec2 size);

}  // namespace convscope::bench
