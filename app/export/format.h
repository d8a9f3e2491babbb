#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/scene/geometry.h"
#include "app/text/result.h"

namespace convscope {

/// What an animation can be written as.
enum class ExportFormat { gif, apng, webp, mp4, webm, png, svg, pdf, html };

/// What tells the formats apart before anything is drawn.
struct FormatTraits {
  ExportFormat format;
  std::string_view suffix;   ///< Of a file's name, with its dot.
  std::string_view name;     ///< As people write it.
  bool holds_animation;      ///< One file takes all frames.
  bool numbered;             ///< A file a frame is possible, its number in its name.
  bool transparent;          ///< Pixels may let through what lies behind.
  bool even_sides;           ///< Width and height must be even.
  const char* encoder = "";  ///< FFmpeg's; empty: none is needed.
};

/// In the order of ExportFormat.
[[nodiscard]] std::span<const FormatTraits> all_formats();
[[nodiscard]] const FormatTraits& traits(ExportFormat format);

/// By a path's suffix, in any case of letters.
[[nodiscard]] std::optional<ExportFormat> format_of(const std::filesystem::path& path);

/// By the suffix without its dot: "gif".
[[nodiscard]] std::optional<ExportFormat> format_named(std::string_view name);

/// The size that a picture of this size has in the file: sides that must be even and are not get one pixel more.
[[nodiscard]] Vec2 written_size(ExportFormat format, Vec2 size);

/// Whether the libraries of this system can write it: an FFmpeg may come without some encoders.
[[nodiscard]] Status check_encoder(ExportFormat format);

}  // namespace convscope
