#include "app/export/svg_file.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>

namespace convscope {
namespace {

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

Status write_states(const SvgAnimation& animation, const Spool& texts, const SvgPlayback& playback,
                    const TextSink& sink) {
  SvgStateReader states(animation, texts);
  while (true) {
    const Result<std::optional<SvgState>> state = states.next();
    if (!state || !state.value()) {
      return state ? Status(Done{}) : state.error();
    }
    const Result<std::string> group = texts.read(state.value()->group);
    if (!group) {
      return group.error();
    }
    const bool always = state.value()->begin == 0 && state.value()->end == playback.frames;
    if (Status written = sink(always ? group.value() : timed(*state.value(), group.value(), playback)); !written) {
      return written;
    }
  }
}

}  // namespace

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
  if (written) {
    written = write_states(animation, texts, playback, sink);
  }
  return written ? sink("</svg>\n") : written;
}

}  // namespace convscope
