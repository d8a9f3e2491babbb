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
#include "app/export/page_ticks.h"
#include "app/export/svg_writer.h"
#include "app/export/theme_colors.h"
#include "app/scene/palette.h"
#include "app/text/phrases.h"
#include "embedded/export.h"

namespace convscope {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;
/// What may be long is written when it is its turn.
using Writers = std::map<std::string, std::function<Status()>, std::less<>>;

/// The page's template with the values in the places of their {{names}}, and what writers write.
Status write_filled(std::string_view page, const Values& values, const Writers& writers, const TextSink& sink) {
  Status written = Done{};
  for (std::size_t at = 0; written && at < page.size();) {
    const std::size_t start = page.find("{{", at);
    written = sink(page.substr(at, start - at));
    if (!written || start == std::string_view::npos) {
      break;
    }
    const std::size_t end = page.find("}}", start);
    const std::string_view name = page.substr(start + 2, end - start - 2);
    const auto writer = writers.find(name);
    written = writer != writers.end() ? writer->second() : sink(values.find(name)->second);
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
  values["place_width"] = std::to_string(longest_place(job));
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
  const auto write = [&job, values = values_of(job)](const DrawnFrames& drawn, const TextSink& sink) -> Status {
    PagePicture picture(drawn, job.animation.frames.count);
    const Result<bool> both = picture.find_both_themes();
    if (!both) {
      return both.error();
    }
    Values all = values;
    add_drawn(drawn, both.value(), job.notes.theme, picture.colors(), all);
    const Writers writers{{"picture", [&] { return picture.write(sink); }},
                          {"sums", [&] { return write_sums(job, sink); }},
                          {"ticks", [&] { return write_ticks_of_frames(job, sink); }}};
    return write_filled(embedded::assets_export_page_html, all, writers, sink);
  };
  return open_svg_text(job, path, fonts, true, write);
}

}  // namespace convscope
