#include "app/export/page_picture.h"

#include <fmt/format.h>

#include <utility>

namespace convscope {

Result<bool> PagePicture::have_same_definitions() const {
  const auto& light = drawn_.animation.definitions;
  const auto& dark = drawn_.dark->definitions;
  for (std::size_t i = 0; light.size() == dark.size() && i < light.size(); ++i) {
    const Result<std::string> one = drawn_.texts.read(light[i]);
    const Result<std::string> other = drawn_.dark_texts->read(dark[i]);
    if (!one || !other) {
      return one ? other.error() : one.error();
    }
    if (one.value() != other.value()) {
      return false;
    }
  }
  return light.size() == dark.size();
}

Result<bool> PagePicture::have_same_states() {
  SvgStateReader light_states(drawn_.animation, drawn_.texts);
  SvgStateReader dark_states(*drawn_.dark, *drawn_.dark_texts);
  while (true) {
    const Result<std::optional<SvgState>> light = light_states.next();
    const Result<std::optional<SvgState>> dark = dark_states.next();
    if (!light || !dark) {
      return light ? dark.error() : light.error();
    }
    if (!light.value() || !dark.value()) {
      return !light.value() && !dark.value();
    }
    const Result<std::optional<std::string>> group = group_of(*light.value(), dark.value());
    if (!group) {
      return group.error();
    }
    if (!group.value() || light.value()->begin != dark.value()->begin || light.value()->end != dark.value()->end) {
      return false;
    }
  }
}

Result<bool> PagePicture::find_both_themes() {
  Result<bool> same = drawn_.dark ? have_same_definitions() : false;
  if (same && same.value()) {
    same = have_same_states();
  }
  both_ = same && same.value();
  if (!both_) {
    colors_ = {};  // What can be said of one theme alone stays in it.
  }
  return same;
}

Result<std::optional<std::string>> PagePicture::group_of(const SvgState& light, const std::optional<SvgState>& dark) {
  Result<std::string> text = drawn_.texts.read(light.group);
  if (!text || !dark) {
    return text ? Result<std::optional<std::string>>(std::optional(std::move(text).value())) : text.error();
  }
  const Result<std::string> dark_text = drawn_.dark_texts->read(dark->group);
  return dark_text ? Result<std::optional<std::string>>(colors_.merged(text.value(), dark_text.value()))
                   : dark_text.error();
}

Status PagePicture::write(const TextSink& sink) {
  Status written = write_definitions(drawn_.animation, drawn_.texts, sink);
  if (written && !both_) {  // Where both themes are shown the page's background is the picture's, too.
    written = sink(svg_background(drawn_.animation));
  }
  SvgStateReader light_states(drawn_.animation, drawn_.texts);
  std::optional<SvgStateReader> dark_states;
  if (both_) {
    dark_states.emplace(*drawn_.dark, *drawn_.dark_texts);
  }
  while (written) {
    const Result<std::optional<SvgState>> state = light_states.next();
    const Result<std::optional<SvgState>> dark = dark_states ? dark_states->next() : std::optional<SvgState>();
    if (!state || !dark) {
      return state ? dark.error() : state.error();
    }
    if (!state.value()) {
      break;
    }
    written = write_state(*state.value(), dark.value(), sink);
  }
  return written;
}

Status PagePicture::write_state(const SvgState& state, const std::optional<SvgState>& dark, const TextSink& sink) {
  const Result<std::optional<std::string>> group = group_of(state, dark);
  if (!group) {
    return group.error();
  }
  const bool always = state.begin == 0 && state.end == frames_;
  return sink(always ? *group.value()
                     : fmt::format("<g data-begin=\"{}\" data-end=\"{}\"{}>\n{}</g>\n", state.begin, state.end,
                                   state.begin == 0 ? "" : " style=\"display:none\"", *group.value()));
}

}  // namespace convscope
