#include "app/scene/blend.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <unordered_map>

#include "app/scene/blend_items.h"

namespace convscope {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

std::string_view name_of(const SceneItem& item) {
  return std::visit([](const auto& one) -> std::string_view { return one.name; }, item);
}

bool same_thing(const SceneItem& a, const SceneItem& b) {
  if (a.index() != b.index()) {
    return false;
  }
  const auto* plane = std::get_if<Plane>(&a);
  const auto* other = std::get_if<Plane>(&b);
  return plane == nullptr || (plane->rows == other->rows && plane->columns == other->columns);
}

/// For each item of `items` the number of its counterpart in `others`, or none.
std::vector<std::size_t> counterparts(const std::vector<SceneItem>& items, const std::vector<SceneItem>& others) {
  std::unordered_map<std::string_view, std::size_t> numbers;
  numbers.reserve(others.size());
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (const std::string_view name = name_of(others[i]); !name.empty()) {
      numbers.emplace(name, i);
    }
  }
  std::vector<std::size_t> found(items.size(), none);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto number = numbers.find(name_of(items[i]));
    if (number != numbers.end() && same_thing(items[i], others[number->second])) {
      found[i] = number->second;
      numbers.erase(number);
    }
  }
  return found;
}

/// Mixes two scenes in the order of the nearer one. An item that the farther one has alone comes right after the one
/// that it follows there.
class Mixer {
 public:
  Mixer(const Scene& near, const Scene& far, float share)
      : near_(near), far_(far), share_(share), in_near_(counterparts(far.items, near.items)) {}

  /// `share`: how far it is from the nearer to the farther one, at most a half.
  [[nodiscard]] std::vector<SceneItem> items() {
    std::vector<std::size_t> in_far(near_.items.size(), none);
    for (std::size_t i = 0; i < in_near_.size(); ++i) {
      if (in_near_[i] != none) {
        in_far[in_near_[i]] = i;
      }
    }
    items_.reserve(near_.items.size() + far_.items.size());
    add_alone_from(0);
    for (std::size_t i = 0; i < near_.items.size(); ++i) {
      const SceneItem here = on_picture(near_.items[i], near_.camera);
      if (in_far[i] == none) {
        items_.push_back(faded(here, 1 - share_));
        continue;
      }
      items_.push_back(between(here, on_picture(far_.items[in_far[i]], far_.camera), share_));
      add_alone_from(in_far[i] + 1);
    }
    return std::move(items_);
  }

 private:
  /// Items of the farther scene from a number on, up to the next that the nearer one has, too.
  void add_alone_from(std::size_t number) {
    for (std::size_t i = number; i < in_near_.size() && in_near_[i] == none; ++i) {
      items_.push_back(faded(on_picture(far_.items[i], far_.camera), share_));
    }
  }

  const Scene& near_;
  const Scene& far_;
  float share_;
  std::vector<std::size_t> in_near_;  ///< Of the farther scene's items.
  std::vector<SceneItem> items_;
};

}  // namespace

Scene blend(const Scene& from, const Scene& to, float share) {
  if (!(share > 0)) {
    return from;
  }
  if (share >= 1) {
    return to;
  }
  const bool near_from = share < 0.5F;
  Scene scene;
  scene.size = to.size;
  scene.content_scale = to.content_scale;
  scene.background = mixed(from.background, to.background, share);
  scene.items = near_from ? Mixer(from, to, share).items() : Mixer(to, from, 1 - share).items();
  return scene;
}

}  // namespace convscope
