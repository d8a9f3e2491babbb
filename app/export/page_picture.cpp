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

Result<bool> PagePicture::find_both_themes() {
  const std::vector<SvgState>& states = drawn_.animation.states;
  if (!drawn_.dark || drawn_.dark->states.size() != states.size()) {
    return false;
  }
  Result<bool> same = have_same_definitions();
  for (std::size_t i = 0; same && same.value() && i < states.size(); ++i) {
    const SvgState& dark = drawn_.dark->states[i];
    const Result<std::optional<std::string>> group = group_of(i, true);
    if (!group) {
      return group.error();
    }
    same = group.value() && states[i].begin == dark.begin && states[i].end == dark.end;
  }
  both_ = same && same.value();
  if (!both_) {
    colors_ = {};  // What can be said of one theme alone stays in it.
  }
  return same;
}

Result<std::optional<std::string>> PagePicture::group_of(std::size_t state, bool both) {
  Result<std::string> light = drawn_.texts.read(drawn_.animation.states[state].group);
  if (!light || !both) {
    return light ? Result<std::optional<std::string>>(std::optional(std::move(light).value())) : light.error();
  }
  const Result<std::string> dark = drawn_.dark_texts->read(drawn_.dark->states[state].group);
  return dark ? Result<std::optional<std::string>>(colors_.merged(light.value(), dark.value())) : dark.error();
}

Status PagePicture::write(const TextSink& sink) {
  Status written = write_definitions(drawn_.animation, drawn_.texts, sink);
  if (written && !both_) {  // Where both themes are shown the page's background is the picture's, too.
    written = sink(svg_background(drawn_.animation));
  }
  for (std::size_t i = 0; written && i < drawn_.animation.states.size(); ++i) {
    const SvgState& state = drawn_.animation.states[i];
    const Result<std::optional<std::string>> group = group_of(i, both_);
    if (!group) {
      return group.error();
    }
    const bool always = state.begin == 0 && state.end == frames_;
    written = sink(always ? *group.value()
                          : fmt::format("<g data-begin=\"{}\" data-end=\"{}\"{}>\n{}</g>\n", state.begin, state.end,
                                        state.begin == 0 ? "" : " style=\"display:none\"", *group.value()));
  }
  return written;
}

}  // namespace convscope
