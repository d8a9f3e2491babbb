#include "app/export/format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "app/export/libav_library.h"
#include "app/text/export_errors.h"
#include "engine/check.h"

namespace convscope {
namespace {

constexpr std::array<FormatTraits, 9> all_traits{{
    {ExportFormat::gif, ".gif", "GIF", true, false, true, false},
    {ExportFormat::apng, ".apng", "APNG", true, false, true, false, "apng"},
    {ExportFormat::webp, ".webp", "WebP", true, false, true, false},
    {ExportFormat::mp4, ".mp4", "MP4", true, false, false, true, "libx264"},
    {ExportFormat::webm, ".webm", "WebM", true, false, false, true, "libvpx-vp9"},
    {ExportFormat::png, ".png", "PNG", false, true, true, false},
    {ExportFormat::svg, ".svg", "SVG", true, true, true, false},
    {ExportFormat::pdf, ".pdf", "PDF", true, true, true, false},
    {ExportFormat::html, ".html", "HTML", true, false, true, false},
}};

}  // namespace

std::span<const FormatTraits> all_formats() { return all_traits; }

const FormatTraits& traits(ExportFormat format) {
  const auto* const found = std::ranges::find(all_traits, format, &FormatTraits::format);
  CHECK_LT(found - all_traits.begin(), std::ssize(all_traits));
  return *found;
}

std::optional<ExportFormat> format_of(const std::filesystem::path& path) {
  const std::string suffix = path.extension().string();
  return suffix.empty() ? std::nullopt : format_named(std::string_view(suffix).substr(1));
}

std::optional<ExportFormat> format_named(std::string_view name) {
  const auto same_letter = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  const auto* const found = std::ranges::find_if(all_traits, [&](const FormatTraits& candidate) {
    return std::ranges::equal(name, candidate.suffix.substr(1), same_letter);
  });
  return found == all_traits.end() ? std::nullopt : std::optional(found->format);
}

Vec2 written_size(ExportFormat format, Vec2 size) {
  const auto even = [](float side) { return 2 * std::ceil(std::round(side) / 2); };
  return traits(format).even_sides ? Vec2{even(size.x), even(size.y)} : size;
}

Status check_encoder(ExportFormat format) {
  const FormatTraits& wanted = traits(format);
  if (*wanted.encoder == '\0') {
    return Done{};
  }
  const Libav* const libav = find_libav();
  const bool found = libav != nullptr && libav->avcodec_find_encoder_by_name(wanted.encoder) != nullptr;
  return found ? Status(Done{}) : Status(text::encoder_missing(wanted.name, wanted.encoder));
}

}  // namespace convscope
