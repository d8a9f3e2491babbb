#include "app/render/svg_groups.h"

#include <cairo-svg.h>
#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "app/render/cairo_handles.h"
#include "app/render/cairo_item.h"
#include "app/render/cairo_vector_text.h"
#include "app/render/svg_names.h"
#include "engine/check.h"

namespace convscope {
namespace {

cairo_status_t append(void* text, const unsigned char* data, unsigned size) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

/// The text between two marks from `at` on, and `at` moved behind it; empty when there is none.
std::string_view between(std::string_view text, std::string_view first, std::string_view last, std::size_t& at) {
  const std::size_t start = text.find(first, at);
  const std::size_t end = start == std::string_view::npos ? start : text.find(last, start);
  if (end == std::string_view::npos) {
    return {};
  }
  at = end + last.size();
  return text.substr(start + first.size(), end - start - first.size());
}

/// The elements of a file's <defs>, without letters that were there before. Cairo has letters in a <g> at the
/// beginning.
std::string new_definitions(std::string_view definitions, SvgNames& names) {
  constexpr std::string_view mark = " id=\"glyph";
  std::string letters;
  std::size_t rest = 0;
  for (std::size_t at = definitions.find(mark); at != std::string_view::npos; at = definitions.find(mark, rest)) {
    const std::size_t begin = definitions.rfind('<', at);
    const std::size_t content = definitions.find('>', at) + 1;
    const std::string_view tag = definitions.substr(begin + 1, definitions.find(' ', begin) - begin - 1);
    const std::size_t end = definitions.find(fmt::format("</{}>\n", tag), content);
    CHECK_LT(end, definitions.size());
    const std::size_t name = at + std::string_view(" id=\"").size();
    rest = end + tag.size() + 4;
    if (names.add_letter(definitions.substr(name, definitions.find('"', name) - name),
                         definitions.substr(content, end - content))) {
      letters += definitions.substr(begin, rest - begin);
    }
  }
  if (rest > 0) {
    rest = definitions.find("</g>\n", rest) + std::string_view("</g>\n").size();
  }
  return names.renamed(letters.append(definitions.substr(rest)));
}

/// The invisible text over its outlines.
std::string text_element(const ShownText& shown) {
  const style::TextAxes& axes = shown.axes;
  return fmt::format(R"svg(<text transform="matrix({:.6g} {:.6g} {:.6g} {:.6g} {:.6g} {:.6g})" font-size="{:.6g}")svg"
                     R"svg( textLength="{:.6g}" fill-opacity="0">{}</text>)svg"
                     "\n",
                     axes.right.x, axes.right.y, axes.down.x, axes.down.y, shown.pen.x, shown.pen.y, shown.size,
                     shown.width, xml_escaped(shown.text));
}

}  // namespace

struct SvgDrawing::Surfaces {
  explicit Surfaces(Vec2 size) {
    surface.reset(cairo_svg_surface_create_for_stream(append, &written, size.x, size.y));
    // Version 1.2 has pages: each group is one of them, until `take` takes them apart.
    cairo_svg_surface_restrict_to_version(surface.get(), CAIRO_SVG_VERSION_1_2);
    collect_text(surface.get(), shown);
    context.reset(cairo_create(surface.get()));
  }

  std::string written;
  CairoSurface surface;
  CairoContext context;
  std::vector<ShownText> shown;
  std::vector<std::string> texts;  ///< Of each group.
};

SvgDrawing::SvgDrawing(Vec2 size) : size_(size) {}
SvgDrawing::~SvgDrawing() = default;

std::size_t SvgDrawing::count() const { return surfaces_ ? surfaces_->texts.size() : 0; }

void SvgDrawing::add_group(const Scene& scene, std::span<const SceneItem> items, const FontSet& fonts) {
  if (!surfaces_) {
    surfaces_ = std::make_unique<Surfaces>(size_);
  }
  surfaces_->shown.clear();
  for (const SceneItem& item : items) {
    draw_item(surfaces_->context.get(), scene, item, fonts);
  }
  cairo_show_page(surfaces_->context.get());
  std::string texts;
  for (const ShownText& shown : surfaces_->shown) {
    texts += text_element(shown);
  }
  surfaces_->texts.push_back(std::move(texts));
}

SvgGroups SvgDrawing::take() {
  if (!surfaces_) {
    return {};
  }
  cairo_show_page(surfaces_->context.get());  // Cairo speaks of pages only when there are two at least.
  surfaces_->context.reset();
  cairo_surface_finish(surfaces_->surface.get());
  const std::string_view written = surfaces_->written;
  names_.begin_file();
  SvgGroups result;
  std::size_t at = 0;
  const std::size_t pages = written.find("<pageSet>");
  result.definitions = new_definitions(between(written.substr(0, pages), "<defs>\n", "</defs>", at), names_);
  at = pages;
  for (const std::string& texts : surfaces_->texts) {
    const std::string_view page = between(written, "<page>\n", "</page>\n", at);
    const std::size_t start = page.find('\n') + 1;  // Behind <g id="surface1">, which every page has.
    const std::size_t end = page.rfind("</g>");
    CHECK_LE(start, end);
    result.groups.push_back(fmt::format("<g>\n{}{}</g>\n", names_.renamed(page.substr(start, end - start)), texts));
  }
  surfaces_.reset();
  return result;
}

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += letter;
    }
  }
  return escaped;
}

std::string css_color(const Color& color) {
  const auto channel = [](float value) { return std::lround(value * 255); };
  return fmt::format("rgb({},{},{})", channel(color.red), channel(color.green), channel(color.blue));
}

}  // namespace convscope
