#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/render/fonts.h"
#include "app/render/svg_names.h"
#include "app/scene/scene.h"

namespace convscope {

/// Parts of pictures as SVG: each a <g> element, and what they use besides what was defined before.
struct SvgGroups {
  std::string definitions;  ///< Elements for a <defs> element, or empty.
  std::vector<std::string> groups;
};

/// Draws parts of scenes into the groups of one SVG. Letters are drawn as outlines, so that they look the same whatever
/// fonts a viewer has; over them lies invisible text of the same extent, which can be selected, searched and read
/// aloud.
class SvgDrawing {
 public:
  explicit SvgDrawing(Vec2 size);
  ~SvgDrawing();
  SvgDrawing(const SvgDrawing&) = delete;
  SvgDrawing& operator=(const SvgDrawing&) = delete;

  /// One more group: these items as they stand in the scene, without its background.
  void add_group(const Scene& scene, std::span<const SceneItem> items, const FontSet& fonts);

  /// How many `take` would give.
  [[nodiscard]] std::size_t count() const;

  /// The groups since the last time, so that not all must be kept at once.
  [[nodiscard]] SvgGroups take();

 private:
  struct Surfaces;
  Vec2 size_;
  SvgNames names_;
  std::unique_ptr<Surfaces> surfaces_;  ///< While there are groups that nobody has taken.
};

/// Text for between an element's tags or an attribute's quotes.
[[nodiscard]] std::string xml_escaped(std::string_view text);

/// "rgb(1,2,3)", as a style or an attribute takes it.
[[nodiscard]] std::string css_color(const Color& color);

}  // namespace convscope
