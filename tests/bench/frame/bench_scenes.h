#pragma once

#include <string>
#include <vector>

#include "app/compute/layer_result.h"
#include "app/document/document.h"
#include "app/scene/scene.h"

namespace convscope::bench {

/// What is to be shown, before anything is computed.
struct Sketch {
  std::string name;
  Preset preset;
  View view;
};

/// A document and its result, from which frames are made.
struct Subject {
  std::string name;
  Document document;
  LayerResult result;
};
[[nodiscard]] Subject subject_of(const Sketch& sketch);

/// Every preset in every look.
[[nodiscard]] std::vector<Sketch> preset_sketches();

/// 512×512 with 8 channels in every look.
[[nodiscard]] std::vector<Sketch> large_sketches();

/// 1920×1080 with 3 channels in every look.
[[nodiscard]] std::vector<Sketch> photographs();

/// All of these, in several themes and colours and seen from near and far, and many other layers.
[[nodiscard]] std::vector<Sketch> sketches();

/// A few frames of the window's slide in the middle of the animation, as they follow each other.
[[nodiscard]] std::vector<Scene> frames(const Subject& subject, Vec2 size);

}  // namespace convscope::bench
