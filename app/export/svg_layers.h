#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
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
  std::vector<SpoolPlace> states;       ///< In painter's order; read by SvgStateReader.
};

/// Gives an animation's states one after the other.
class SvgStateReader {
 public:
  /// Both outlive it.
  SvgStateReader(const SvgAnimation& animation, const Spool& texts) : animation_(animation), texts_(texts) {}

  /// Nothing behind the last.
  [[nodiscard]] Result<std::optional<SvgState>> next();

 private:
  const SvgAnimation& animation_;
  const Spool& texts_;
  std::size_t blocks_ = 0;  ///< That have been read.
  std::vector<SvgState> block_;
  std::size_t given_ = 0;  ///< Of the block.
};

/// Takes frames apart: what stays the same from one to the next is drawn once. An item is known again by its place in
/// painter's order. Of what is drawn and when it is seen only the newest stays in memory.
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
    std::optional<SceneItem> item;    ///< What it shows now.
    std::vector<SpoolPlace> spooled;  ///< Its first states, block by block.
    std::vector<SvgState> states;     ///< Those behind.
  };
  /// A group that is drawn and has no place yet.
  struct Drawn {
    std::size_t layer;
    std::size_t state;
  };
  static void close(Layer& layer, std::int64_t frame);
  [[nodiscard]] Status put_away();
  [[nodiscard]] Status spool_states(std::span<const SvgState> states, std::vector<SpoolPlace>& blocks);

  const FontSet& fonts_;
  Spool spool_;
  Vec2 size_{};
  Color background_;
  std::optional<SvgDrawing> drawing_;
  std::vector<Drawn> drawn_;
  std::vector<SpoolPlace> definitions_;
  std::vector<Layer> layers_;
};

}  // namespace convscope
