#include "engine/single_mends.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "engine/find_problems.h"

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
  static constexpr std::int64_t near = 256;

  [[nodiscard]] bool in_range(std::int64_t value) const {
    return value >= minimum_of(parameter_) && value <= maximum_of(parameter_);
  }

  [[nodiscard]] SizedLayer changed(std::int64_t value) const {
    SizedLayer layer = sized_;
    set_parameter(layer, parameter_, axis_, value);
    return layer;
  }

  [[nodiscard]] bool mends(std::int64_t value) const { return is_valid(changed(value)); }

  [[nodiscard]] std::optional<Mend> nearest(std::int64_t direction) const {
    const std::optional<Mend> found = scan(direction, 0);
    return found ? found : distant(direction);
  }

  /// The first of the distances from `first` on that mends, if it is near to that.
  [[nodiscard]] std::optional<Mend> scan(std::int64_t direction, std::int64_t first) const {
    for (std::int64_t distance = first; distance <= first + near; ++distance) {
      const std::int64_t value = start_ + direction * distance;
      if (in_range(value) && mends(value)) {
        return mend(value);
      }
    }
    return std::nullopt;
  }

  /// Farther away, sizes and numbers of elements stand in the way, and each changes sides once: what is wrong nearby is
  /// gone from some distance on, while what is wrong beyond only comes. So the first distance where all of the former
  /// is gone is where to look.
  [[nodiscard]] std::optional<Mend> distant(std::int64_t direction) const {
    const std::int64_t room = direction > 0 ? maximum_of(parameter_) - start_ : start_ - minimum_of(parameter_);
    if (room <= near) {
      return std::nullopt;
    }
    const std::vector<Problem> nearby = find_problems(changed(start_ + direction * near));
    std::int64_t failing = near;
    std::int64_t gone = room;
    while (gone - failing > 1) {
      const std::int64_t middle = std::midpoint(failing, gone);
      (any_left(nearby, start_ + direction * middle) ? failing : gone) = middle;
    }
    return scan(direction, gone);
  }

  /// Whether one of some problems is still there at a value.
  [[nodiscard]] bool any_left(const std::vector<Problem>& problems, std::int64_t value) const {
    const std::vector<Problem> left = find_problems(changed(value));
    return std::ranges::any_of(left, [&](const Problem& problem) {
      return std::ranges::any_of(problems, [&](const Problem& other) {
        return problem.reason == other.reason && problem.parameter == other.parameter && problem.axis == other.axis &&
               problem.tensor == other.tensor;
      });
    });
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
