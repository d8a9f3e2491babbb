#include "app/export/svg_layers.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

namespace convscope {
namespace {

/// So many are drawn before they are put away.
constexpr std::size_t groups_at_once = 256;
/// So many states of a layer, at least, make a block in the spool.
constexpr std::size_t states_at_once = 64;

}  // namespace

Status SvgLayers::add(std::int64_t frame, const Scene& scene) {
  if (!drawing_) {
    size_ = scene.size;
    background_ = scene.background;
    drawing_.emplace(scene.size);
  }
  layers_.resize(std::max(layers_.size(), scene.items.size()));
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    Layer& layer = layers_[i];
    const SceneItem* const item = i < scene.items.size() ? &scene.items[i] : nullptr;
    if (item != nullptr && layer.item == *item) {
      continue;
    }
    close(layer, frame);
    if (item != nullptr) {
      layer.item = *item;
      drawn_.push_back({i, layer.states.size()});
      layer.states.push_back({.begin = frame});
      drawing_->add_group(scene, std::span(item, 1), fonts_);
    }
  }
  return drawing_->count() >= groups_at_once ? put_away() : Done{};
}

void SvgLayers::close(Layer& layer, std::int64_t frame) {
  if (layer.item) {
    layer.item.reset();
    layer.states.back().end = frame;
  }
}

Status SvgLayers::put_away() {
  const SvgGroups taken = drawing_->take();
  if (!taken.definitions.empty()) {
    const Result<SpoolPlace> place = spool_.add(taken.definitions);
    if (!place) {
      return place.error();
    }
    definitions_.push_back(place.value());
  }
  for (std::size_t i = 0; i < drawn_.size(); ++i) {
    const Result<SpoolPlace> place = spool_.add(taken.groups[i]);
    if (!place) {
      return place.error();
    }
    layers_[drawn_[i].layer].states[drawn_[i].state].group = place.value();
  }
  drawn_.clear();
  for (Layer& layer : layers_) {
    if (layer.states.size() > states_at_once) {
      const SvgState newest = layer.states.back();  // Its end may not be known.
      layer.states.pop_back();
      if (Status spooled = spool_states(layer.states, layer.spooled); !spooled) {
        return spooled;
      }
      layer.states.assign(1, newest);
    }
  }
  return Done{};
}

Status SvgLayers::spool_states(std::span<const SvgState> states, std::vector<SpoolPlace>& blocks) {
  const auto bytes = std::as_bytes(states);
  const Result<SpoolPlace> place = spool_.add({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  if (!place) {
    return place.error();
  }
  blocks.push_back(place.value());
  return Done{};
}

Result<SvgAnimation> SvgLayers::finish(std::int64_t frames) {
  if (const Status put = put_away(); !put) {
    return put.error();
  }
  SvgAnimation animation{size_, background_, definitions_, {}};
  std::vector<SvgState> block;
  const auto end_block = [&] {
    Status spooled = block.empty() ? Status(Done{}) : spool_states(block, animation.states);
    block.clear();
    return spooled;
  };
  for (Layer& layer : layers_) {
    close(layer, frames);
    if (!layer.spooled.empty() || block.size() >= states_at_once) {
      if (const Status spooled = end_block(); !spooled) {
        return spooled.error();
      }
    }
    animation.states.insert(animation.states.end(), layer.spooled.begin(), layer.spooled.end());
    block.insert(block.end(), layer.states.begin(), layer.states.end());
    layer = {};
  }
  const Status spooled = end_block();
  return spooled ? Result<SvgAnimation>(std::move(animation)) : spooled.error();
}

Result<std::optional<SvgState>> SvgStateReader::next() {
  if (given_ == block_.size()) {
    if (blocks_ == animation_.states.size()) {
      return std::optional<SvgState>();
    }
    const Result<std::string> bytes = texts_.read(animation_.states[blocks_++]);
    if (!bytes) {
      return bytes.error();
    }
    block_.resize(bytes.value().size() / sizeof(SvgState));
    std::memcpy(block_.data(), bytes.value().data(), block_.size() * sizeof(SvgState));
    given_ = 0;
  }
  return std::optional(block_[given_++]);
}

}  // namespace convscope
