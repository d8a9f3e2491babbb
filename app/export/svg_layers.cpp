#include "app/export/svg_layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace convscope {
namespace {

/// So many are drawn before they are put away.
constexpr std::size_t groups_at_once = 256;

/// Makes a group appear and vanish. Players that know no animation show the first frame.
std::string timed(const SvgState& state, const std::string& group, const SvgPlayback& playback) {
  const auto share = [&](std::int64_t frame) {
    return static_cast<double>(frame) * playback.seconds_per_frame / playback.seconds;
  };
  std::string values = state.begin == 0 ? "inline" : "none;inline";
  std::string times = state.begin == 0 ? "0" : fmt::format("0;{:.9g}", share(state.begin));
  if (state.end < playback.frames) {
    values += ";none";
    times += fmt::format(";{:.9g}", share(state.end));
  }
  return fmt::format(
      R"(<g{}><animate attributeName="display" calcMode="discrete" values="{}" keyTimes="{}" dur="{:.9g}s" {}/>)"
      "\n{}</g>\n",
      state.begin == 0 ? "" : R"( display="none")", values, times, playback.seconds,
      playback.loop ? R"(repeatCount="indefinite")" : R"(fill="freeze")", group);
}

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
  return Done{};
}

Result<SvgAnimation> SvgLayers::finish(std::int64_t frames) {
  if (Status put = put_away(); !put) {
    return put.error();
  }
  SvgAnimation animation{size_, background_, definitions_, {}};
  for (Layer& layer : layers_) {
    close(layer, frames);
    animation.states.insert(animation.states.end(), layer.states.begin(), layer.states.end());
    layer.states = {};
  }
  return animation;
}

Status write_definitions(const SvgAnimation& animation, const Spool& texts, const TextSink& sink) {
  if (animation.definitions.empty()) {
    return Done{};
  }
  Status written = sink("<defs>\n");
  for (const SpoolPlace& place : animation.definitions) {
    const Result<std::string> text = texts.read(place);
    written = !written ? written : text ? sink(text.value()) : Status(text.error());
  }
  return written ? sink("</defs>\n") : written;
}

std::string svg_background(const SvgAnimation& animation) {
  return animation.background.alpha > 0
             ? fmt::format(R"(<rect width="100%" height="100%" fill="{}" fill-opacity="{:.6g}"/>)"
                           "\n",
                           css_color(animation.background), animation.background.alpha)
             : std::string();
}

Status write_svg(const SvgAnimation& animation, const Spool& texts, const SvgPlayback& playback,
                 const std::string& title, const TextSink& sink) {
  std::string head = fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{0}" height="{1}" viewBox="0 0 {0} {1}">
)",
      std::lround(animation.size.x), std::lround(animation.size.y));
  if (!title.empty()) {
    head += fmt::format("<title>{}</title>\n", xml_escaped(title));
  }
  Status written = sink(head);
  if (written) {
    written = write_definitions(animation, texts, sink);
  }
  if (written) {
    written = sink(svg_background(animation));
  }
  for (std::size_t i = 0; written && i < animation.states.size(); ++i) {
    const SvgState& state = animation.states[i];
    const Result<std::string> group = texts.read(state.group);
    const bool always = state.begin == 0 && state.end == playback.frames;
    written = !group ? Status(group.error()) : sink(always ? group.value() : timed(state, group.value(), playback));
  }
  return written ? sink("</svg>\n") : written;
}

}  // namespace convscope
