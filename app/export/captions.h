#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "app/document/document.h"
#include "app/scene/scene.h"
#include "app/timeline/moment.h"

namespace convscope {

/// Lines of text above and below an animation's pictures.
struct Captions {
  std::string title;                                           ///< Above; empty: none.
  std::function<std::string(const Moment& moment)> formula{};  ///< Below, how the cell comes about; where given.
  std::size_t formula_lines = 1;                               ///< That it may take.
};

/// As many lines as a formula is ever given.
inline constexpr std::size_t most_formula_lines = 4;

/// How many lines a formula takes below a picture of this width, in pixels at scale 1.
[[nodiscard]] std::size_t formula_lines_needed(const std::string& formula, float width);

/// The heights that they take, in pixels at scale 1.
struct CaptionRoom {
  float above = 0;
  float below = 0;
};
[[nodiscard]] CaptionRoom room_of(const Captions& captions);

/// The scene with captions around it, on a picture that is higher by their room in whole pixels. What is too wide
/// becomes smaller; of a title that still is the end is left out, of a formula terms before its result.
[[nodiscard]] Scene with_captions(Scene scene, const Captions& captions, const Moment& moment, Theme theme);

/// The size of a picture with captions around one of this size.
[[nodiscard]] Vec2 captioned_size(Vec2 size, float content_scale, const Captions& captions);

}  // namespace convscope
