#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/io/spool.h"
#include "app/render/svg_groups.h"
#include "app/scene/scene.h"

namespace convscope {

/// An item of the picture while it looks the same, as SVG.
struct SvgState {
  SpoolPlace group{};      ///< A <g> element.
  std::int64_t begin = 0;  ///< The first frame that shows it.
  std::int64_t end = 0;    ///< The first that does not any more.
};

struct SvgAnimation {
  Vec2 size{};
  Color background;
  std::vector<SpoolPlace> definitions;  ///< Elements for a <defs> element.
  std::vector<SvgState> states;         ///< In painter's order.
};

/// Takes a text piece by piece.
using TextSink = std::function<Status(std::string_view text)>;

/// Takes frames apart: what stays the same from one to the next is drawn once. An item is known again by its place in
/// painter's order. Of what is drawn only the newest stays in memory.
class SvgLayers {
 public:
  /// `folder`: that of the file for which it is drawn.
  SvgLayers(const FontSet& fonts, std::filesystem::path folder) : fonts_(fonts), spool_(std::move(folder)) {}

  /// Frames in order; those that are left out look like the one before.
  [[nodiscard]] Status add(std::int64_t frame, const Scene& scene);

  /// After the last frame.
  [[nodiscard]] Result<SvgAnimation> finish(std::int64_t frames);
  /// The animation's texts.
  [[nodiscard]] const Spool& texts() const { return spool_; }

 private:
  struct Layer {
    std::optional<SceneItem> item;  ///< What it shows now.
    std::vector<SvgState> states;
  };
  /// A group that is drawn and has no place yet.
  struct Drawn {
    std::size_t layer;
    std::size_t state;
  };
  static void close(Layer& layer, std::int64_t frame);
  [[nodiscard]] Status put_away();

  const FontSet& fonts_;
  Spool spool_;
  Vec2 size_{};
  Color background_;
  std::optional<SvgDrawing> drawing_;
  std::vector<Drawn> drawn_;
  std::vector<SpoolPlace> definitions_;
  std::vector<Layer> layers_;
};

/// The animation as one file that plays by itself; of one frame, a still picture. `seconds`: how long it lasts.
struct SvgPlayback {
  std::int64_t frames = 1;
  double seconds_per_frame = 1;
  double seconds = 1;
  bool loop = true;
};
[[nodiscard]] Status write_svg(const SvgAnimation& animation, const Spool& texts, const SvgPlayback& playback,
                               const std::string& title, const TextSink& sink);

/// A <defs> element, or nothing, and the background, unless it is transparent.
[[nodiscard]] Status write_definitions(const SvgAnimation& animation, const Spool& texts, const TextSink& sink);
[[nodiscard]] std::string svg_background(const SvgAnimation& animation);

}  // namespace convscope
