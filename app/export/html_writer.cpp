#include "app/export/html_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/export/page_picture.h"
#include "app/export/svg_writer.h"
#include "app/export/theme_colors.h"
#include "app/scene/palette.h"
#include "app/scene/text_width.h"
#include "app/text/export_page.h"
#include "app/text/phrases.h"
#include "embedded/export.h"

namespace convscope {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

/// The page's template with the values in the places of their {{names}}; {{picture}} is written by `picture`.
Status write_filled(std::string_view page, const Values& values, const std::function<Status()>& picture,
                    const TextSink& sink) {
  Status written = Done{};
  for (std::size_t at = 0; written && at < page.size();) {
    const std::size_t start = page.find("{{", at);
    written = sink(page.substr(at, start - at));
    if (!written || start == std::string_view::npos) {
      break;
    }
    const std::size_t end = page.find("}}", start);
    const std::string_view name = page.substr(start + 2, end - start - 2);
    written = name == "picture" ? picture() : sink(values.find(name)->second);
    at = end + 2;
  }
  return written;
}

std::string formula_of(const PageNotes& notes) {
  if (notes.formula.empty()) {
    return "";
  }
  std::string list =
      fmt::format("<h2>{}</h2>\n<ol id=\"formula\">\n", xml_escaped(text::window::output_size.in(notes.language)));
  for (const std::string& line : notes.formula) {
    list += fmt::format("<li>{}</li>\n", xml_escaped(line));
  }
  return list + "</ol>\n";
}

/// What the page says of a tick: a step, or a part of one. All frames that slide on from it say the same.
struct PageTick {
  std::string place;
  std::string sum;
};

/// The ticks, and which of them each frame shows.
struct PageTicks {
  std::vector<PageTick> ticks;
  std::vector<std::size_t> of_frame;
};

PageTicks ticks_of(const ExportJob& job) {
  const Animation& animation = job.animation;
  const auto moment_of = [&](std::int64_t frame) { return animation.moment ? animation.moment(frame) : Moment{frame}; };
  const std::int64_t steps = moment_of(animation.frames.count - 1).step + 1;
  PageTicks all;
  std::pair<std::int64_t, std::int64_t> shown{-1, -1};
  for (std::int64_t frame = 0; frame < animation.frames.count; ++frame) {
    const Moment moment = moment_of(frame);
    if (shown != std::pair(moment.step, moment.part)) {
      shown = {moment.step, moment.part};
      all.ticks.push_back({text::page::place_of(job.notes.language, moment.step, steps, moment.part, moment.parts),
                           job.notes.sum ? job.notes.sum(moment) : ""});
    }
    all.of_frame.push_back(all.ticks.size() - 1);
  }
  return all;
}

/// The place of the shown cell's sum, where there are sums, and all of them for the script.
std::string sums_of(const PageTicks& all, const PageNotes& notes) {
  const bool shown = notes.sum != nullptr;
  std::string list = shown ? fmt::format("<h2>{}</h2>\n", xml_escaped(text::window::this_cell.in(notes.language))) : "";
  list += fmt::format("<p id=\"sum\"{}></p>\n<ol id=\"ticks\" hidden>\n", shown ? "" : " hidden");
  for (const PageTick& tick : all.ticks) {
    list += fmt::format("<li data-place=\"{}\">{}</li>\n", xml_escaped(tick.place), xml_escaped(tick.sum));
  }
  return list + "</ol>\n";
}

/// How many digits wide the widest place is.
long longest_place(const PageTicks& all) {
  float longest = 0;
  for (const PageTick& tick : all.ticks) {
    longest = std::max(longest, text_width(tick.place, 1 / character_width));
  }
  return std::lround(std::ceil(longest));
}

/// The page's own colours: the theme's, or one for a light page and one for a dark one.
void add_colors(const Palette& light, const Palette& dark, ThemeColors& colors, Values& values) {
  const auto add = [&](const char* name, Color Palette::*color) {
    values[name] = colors.named(css_color(light.*color), css_color(dark.*color));
  };
  add("background", &Palette::background);
  add("text", &Palette::text);
  add("notes", &Palette::notes);
  add("panel", &Palette::panel);
  add("edge", &Palette::edge);
  add("accent", &Palette::accent);
}

/// The drawn frames and the colours around them. `both`: whether the page has the dark theme, too.
void add_drawn(const DrawnFrames& drawn, bool both, Theme theme, ThemeColors& colors, Values& values) {
  const SvgAnimation& shown = drawn.animation;
  const Palette light = palette_of(theme);
  add_colors(light, both ? palette_of(Theme::dark) : light, colors, values);
  if (!both && shown.background.alpha > 0) {
    values["background"] = css_color(shown.background);
  }
  values["width"] = std::to_string(std::lround(shown.size.x));
  values["height"] = std::to_string(std::lround(shown.size.y));
  values["scheme"] = both ? "light dark" : theme == Theme::light ? "light" : "dark";
  values["light_colors"] = colors.values(false);
  values["dark_colors"] = colors.values(true);
}

void add_words(text::Language language, Values& values) {
  const auto add = [&](const char* name, const text::Phrase& phrase) {
    values[name] = xml_escaped(phrase.in(language));
  };
  values["language"] = text::code_of(language);
  add("controls", text::picture::page_controls);
  add("place", text::picture::page_place);
  add("first", text::window::first);
  add("back", text::window::back);
  add("play", text::window::play);
  add("pause", text::window::pause);
  add("forward", text::window::forward);
  add("last", text::window::last);
}

/// What the page takes from the job; kept for when the frames are drawn.
Values values_of(const ExportJob& job) {
  const Animation& animation = job.animation;
  const std::int64_t last_frame = animation.frames.count - 1;
  Values values;
  add_words(job.notes.language, values);
  const std::string title =
      job.notes.title.empty() ? text::picture::page_untitled.in(job.notes.language) : job.notes.title;
  values["title"] = xml_escaped(title);
  values["heading"] = job.notes.title.empty() ? "" : fmt::format("<h1>{}</h1>\n", xml_escaped(title));
  values["formula"] = formula_of(job.notes);
  const PageTicks ticks = ticks_of(job);
  values["sums"] = sums_of(ticks, job.notes);
  values["ticks"] = fmt::format("{}", fmt::join(ticks.of_frame, ","));
  values["place_width"] = std::to_string(longest_place(ticks));
  values["frames"] = std::to_string(animation.frames.count);
  values["last_frame"] = std::to_string(last_frame);
  values["seconds"] = fmt::format("{:.9g}", animation.seconds_per_frame);
  values["hold"] = fmt::format("{:.9g}", animation.hold_seconds);
  values["loop"] = job.loop ? "true" : "false";
  return values;
}

}  // namespace

Result<std::unique_ptr<FrameWriter>> open_html(const ExportJob& job, const std::filesystem::path& path,
                                               const FontSet& fonts) {
  const auto write = [values = values_of(job), theme = job.notes.theme, frames = job.animation.frames.count](
                         const DrawnFrames& drawn, const TextSink& sink) -> Status {
    PagePicture picture(drawn, frames);
    Result<bool> both = picture.find_both_themes();
    if (!both) {
      return both.error();
    }
    Values all = values;
    add_drawn(drawn, both.value(), theme, picture.colors(), all);
    return write_filled(
        embedded::assets_export_page_html, all, [&] { return picture.write(sink); }, sink);
  };
  return open_svg_text(job, path, fonts, true, write);
}

}  // namespace convscope
