#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "app/ui/ui.h"

namespace convscope {

/// One of several things to choose from.
struct Choice {
  std::string name;   ///< Of its control, as tests call it.
  std::string label;  ///< As it is read.
  std::string brief;  ///< The same where there is little room; empty: the label.
};

/// Where and how large choices are drawn.
struct ChoiceStyle {
  float width = 0;     ///< Of all of it; 0: as wide as the labels need.
  float height = 28;   ///< At scale 1.
  bool brief = false;  ///< Of segments: whether they have their short words. A box has them where others do not fit.
};

/// Buttons side by side in one frame, the chosen one filled. Gives the number of another one that is pressed.
[[nodiscard]] std::optional<std::size_t> segmented(Ui& ui, std::span<const Choice> choices, std::size_t chosen,
                                                   const ChoiceStyle& style);
/// How wide that is without a width: as wide whichever is chosen.
[[nodiscard]] float segmented_width(const Ui& ui, std::span<const Choice> choices, bool brief);

/// A box with what is chosen, which opens a list. Gives the number of another choice.
[[nodiscard]] std::optional<std::size_t> combo(Ui& ui, const std::string& name, std::span<const Choice> choices,
                                               std::optional<std::size_t> chosen, const ChoiceStyle& style);

/// The text with its middle left out, so that it is no wider than this: both ends tell names apart.
[[nodiscard]] std::string shortened(ImFont* font, const std::string& text, float width);

/// The frame padding that makes a control as high as this (at scale 1).
[[nodiscard]] ImVec2 frame_padding(const Ui& ui, float height);

/// The box of a combo, with any text in it. While its list is open it gives true: fill it, then ImGui::EndCombo().
[[nodiscard]] bool begin_combo(Ui& ui, const std::string& name, const std::string& shown, const ChoiceStyle& style);

}  // namespace convscope
