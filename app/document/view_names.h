#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "app/document/document.h"

namespace convscope {

/// What the choices of a view are called in files and flags, the same in every language.
template <typename Choice>
struct NamedChoice {
  Choice value;
  std::string_view name;
};

inline constexpr std::array looks{NamedChoice<Look>{Look::flat, "flat"}, NamedChoice<Look>{Look::oblique, "oblique"},
                                  NamedChoice<Look>{Look::stack, "stack"}};
inline constexpr std::array themes{NamedChoice<Theme>{Theme::light, "light"}, NamedChoice<Theme>{Theme::dark, "dark"},
                                   NamedChoice<Theme>{Theme::high_contrast, "high-contrast"}};
inline constexpr std::array colorings{
    NamedChoice<Coloring>{Coloring::plain, "plain"}, NamedChoice<Coloring>{Coloring::diverging, "diverging"},
    NamedChoice<Coloring>{Coloring::sequential, "sequential"}, NamedChoice<Coloring>{Coloring::weight, "weight"},
    NamedChoice<Coloring>{Coloring::coverage, "coverage"}};
inline constexpr std::array paces{NamedChoice<Pace>{Pace::cell, "cell"}, NamedChoice<Pace>{Pace::channel, "channel"},
                                  NamedChoice<Pace>{Pace::tap, "tap"}};
inline constexpr std::array transposed_forms{NamedChoice<TransposedForm>{TransposedForm::stretched, "stretched"},
                                             NamedChoice<TransposedForm>{TransposedForm::stamping, "stamping"}};
inline constexpr std::array matrix_forms{NamedChoice<MatrixForm>{MatrixForm::none, "none"},
                                         NamedChoice<MatrixForm>{MatrixForm::im2col, "im2col"},
                                         NamedChoice<MatrixForm>{MatrixForm::sparse, "sparse"}};
inline constexpr std::array flows{NamedChoice<Flow>{Flow::forward, "forward"},
                                  NamedChoice<Flow>{Flow::gradient_of_cell, "gradient-of-cell"},
                                  NamedChoice<Flow>{Flow::gradient_of_sum, "gradient-of-sum"}};
inline constexpr std::array axis_orders{NamedChoice<AxisOrder>{AxisOrder::channels_first, "chw"},
                                        NamedChoice<AxisOrder>{AxisOrder::channels_last, "hwc"}};

template <typename Choice, std::size_t count>
[[nodiscard]] constexpr std::string_view name_of(const std::array<NamedChoice<Choice>, count>& choices, Choice value) {
  return std::ranges::find(choices, value, &NamedChoice<Choice>::value)->name;
}

template <typename Choice, std::size_t count>
[[nodiscard]] constexpr std::optional<Choice> choice_named(const std::array<NamedChoice<Choice>, count>& choices,
                                                           std::string_view name) {
  const auto found = std::ranges::find(choices, name, &NamedChoice<Choice>::name);
  return found == choices.end() ? std::nullopt : std::optional(found->value);
}

/// "flat, oblique or stack": what can be written.
template <typename Choice, std::size_t count>
[[nodiscard]] std::string names_of(const std::array<NamedChoice<Choice>, count>& choices) {
  std::string names;
  for (std::size_t i = 0; i < count; ++i) {
    names += i == 0 ? "" : i + 1 == count ? " or " : ", ";
    names += choices[i].name;
  }
  return names;
}

}  // namespace convscope
