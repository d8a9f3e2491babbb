#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "app/export/svg_writer.h"
#include "app/export/theme_colors.h"
#include "app/text/result.h"

namespace convscope {

/// The drawn frames as a page shows them: each group says from which frame to which it is seen. Where light and dark
/// pictures differ in colours alone, one picture has variables in the places of these.
class PagePicture {
 public:
  /// The frames outlive this.
  PagePicture(const DrawnFrames& drawn, std::int64_t frames) : drawn_(drawn), frames_(frames) {}

  /// Whether the page can have both themes; reads all that is drawn, and then `colors` knows what they differ in.
  [[nodiscard]] Result<bool> find_both_themes();
  [[nodiscard]] ThemeColors& colors() { return colors_; }

  [[nodiscard]] Status write(const TextSink& sink);

 private:
  [[nodiscard]] Result<bool> have_same_definitions() const;
  [[nodiscard]] Result<bool> have_same_states();
  [[nodiscard]] Status write_state(const SvgState& state, const std::optional<SvgState>& dark, const TextSink& sink);
  /// Of a state of the light picture and its fellow in the dark one, where there is one; nothing where they differ in
  /// more than colours.
  [[nodiscard]] Result<std::optional<std::string>> group_of(const SvgState& light, const std::optional<SvgState>& dark);

  const DrawnFrames& drawn_;
  std::int64_t frames_;
  ThemeColors colors_;
  bool both_ = false;
};

}  // namespace convscope
