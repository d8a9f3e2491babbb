#include "engine/single_mends.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace convscope {
namespace {

constexpr std::array parameters{Parameter::input_size,    Parameter::in_channels, Parameter::out_channels,
                                Parameter::kernel_size,   Parameter::stride,      Parameter::padding,
                                Parameter::dilation,      Parameter::groups,      Parameter::padding_mode,
                                Parameter::output_padding};

bool has_axes(Parameter parameter) {
  return parameter != Parameter::in_channels && parameter != Parameter::out_channels &&
         parameter != Parameter::groups && parameter != Parameter::padding_mode;
}

/// A change of one parameter along one axis or both, to values that may make the layer valid.
class Search {
 public:
  Search(const SizedLayer& sized, Parameter parameter, std::optional<Axis> axis)
      : sized_(sized),
        parameter_(parameter),
        axis_(axis),
        start_(std::clamp(parameter_value(sized, parameter, axis.value_or(Axis::height)), minimum_of(parameter),
                          maximum_of(parameter))) {}

  /// The nearest value above or at what stands, or within the range if that is outside.
  [[nodiscard]] std::optional<Mend> upwards() const { return nearest(1); }
  [[nodiscard]] std::optional<Mend> downwards() const { return nearest(-1); }

 private:
  [[nodiscard]] bool in_range(std::int64_t value) const {
    return value >= minimum_of(parameter_) && value <= maximum_of(parameter_);
  }

  [[nodiscard]] bool mends(std::int64_t value) const {
    SizedLayer changed = sized_;
    set_parameter(changed, parameter_, axis_, value);
    return is_valid(changed);
  }

  [[nodiscard]] std::optional<Mend> nearest(std::int64_t direction) const {
    constexpr std::int64_t near = 256;
    for (std::int64_t distance = 0; distance <= near && in_range(start_ + direction * distance); ++distance) {
      if (mends(start_ + direction * distance)) {
        return mend(start_ + direction * distance);
      }
    }
    return distant(direction, near);
  }

  /// Farther away, values that mend lie in one stretch: what is left there are sizes and numbers of elements.
  [[nodiscard]] std::optional<Mend> distant(std::int64_t direction, std::int64_t failing) const {
    const std::int64_t room = direction > 0 ? maximum_of(parameter_) - start_ : start_ - minimum_of(parameter_);
    for (std::int64_t distance = 2 * failing; failing < room; distance *= 2) {
      const std::int64_t tried = std::min(distance, room);
      if (mends(start_ + direction * tried)) {
        return mend(start_ + direction * boundary(direction, failing, tried));
      }
      failing = tried;
    }
    return std::nullopt;
  }

  /// Between a distance that fails and one that mends, the first that mends.
  [[nodiscard]] std::int64_t boundary(std::int64_t direction, std::int64_t failing, std::int64_t mending) const {
    while (mending - failing > 1) {
      const std::int64_t middle = std::midpoint(failing, mending);
      (mends(start_ + direction * middle) ? mending : failing) = middle;
    }
    return mending;
  }

  [[nodiscard]] Mend mend(std::int64_t value) const { return {parameter_, axis_, value}; }

  const SizedLayer& sized_;
  Parameter parameter_;
  std::optional<Axis> axis_;
  std::int64_t start_;
};

/// Adds what is found along an axis, or both; returns whether something was.
bool add(const SizedLayer& sized, Parameter parameter, std::optional<Axis> axis, std::vector<Mend>& mends) {
  const Search search(sized, parameter, axis);
  const std::size_t before = mends.size();
  for (const std::optional<Mend>& mend : {search.downwards(), search.upwards()}) {
    if (mend && std::ranges::find(mends, *mend) == mends.end()) {
      mends.push_back(*mend);
    }
  }
  return mends.size() > before;
}

/// How far a mend is from what stands; far outside the range counts as its end.
std::int64_t distance(const SizedLayer& sized, const Mend& mend) {
  std::int64_t largest = 0;
  for (const Axis axis : axes) {
    if (!mend.axis || *mend.axis == axis) {
      const std::int64_t value =
          std::clamp(parameter_value(sized, mend.parameter, axis), -max_parameter, 2 * max_parameter);
      largest = std::max(largest, std::max(value, mend.value) - std::min(value, mend.value));
    }
  }
  return largest;
}

}  // namespace

std::vector<Mend> single_mends(const SizedLayer& sized) {
  std::vector<Mend> mends;
  if (is_valid(sized)) {
    return mends;
  }
  for (const Parameter parameter : parameters) {
    bool found = false;
    if (has_axes(parameter)) {
      found = add(sized, parameter, Axis::height, mends);
      found = add(sized, parameter, Axis::width, mends) || found;
    }
    if (!found) {
      add(sized, parameter, std::nullopt, mends);
    }
  }
  std::ranges::stable_sort(mends, {}, [&](const Mend& mend) { return distance(sized, mend); });
  return mends;
}

}  // namespace convscope
