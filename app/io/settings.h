#pragma once

#include <array>
#include <filesystem>
#include <optional>

#include "app/document/view_names.h"
#include "app/text/result.h"

namespace convscope {

/// The interface's language: the locale's, or one that was chosen.
enum class LanguageChoice { locale, english, korean };
inline constexpr std::array language_choices{NamedChoice<LanguageChoice>{LanguageChoice::locale, "locale"},
                                             NamedChoice<LanguageChoice>{LanguageChoice::english, "en"},
                                             NamedChoice<LanguageChoice>{LanguageChoice::korean, "ko"}};

/// A panel beside the stage: width in pixels at scale 1, 0 as its content wants it.
struct PanelSettings {
  bool shown = true;
  double width = 0;
  bool operator==(const PanelSettings&) const = default;
};

/// What a user has chosen about the program, whatever the document.
struct Settings {
  Theme theme = Theme::light;
  LanguageChoice language = LanguageChoice::locale;
  AxisOrder axis_order = AxisOrder::channels_first;
  double interface_scale = 1;  ///< Times the display's own, from 0.5 to 4.
  PanelSettings layer_panel{};
  PanelSettings arithmetic_panel{};
  bool operator==(const Settings&) const = default;
};

/// What a file gave, and what was wrong with it: a broken one must not keep the program from starting.
template <typename T>
struct Tolerated {
  T value;
  std::optional<Error> problem{};
};

/// A missing file is all defaults. What cannot be read has its default, and the first such problem is told. Keys that
/// are not known, as a newer program writes them, are left alone.
[[nodiscard]] Tolerated<Settings> read_settings(const std::filesystem::path& file);

/// What one window has changed since it read the settings, put over what the file says now: another window may have
/// changed others.
[[nodiscard]] Settings merged(const Settings& read, const Settings& changed, const Settings& now);

/// Makes the file's folder where it is missing; the file appears when it is complete. Keys that are not known stay in
/// it.
[[nodiscard]] Status write_settings(const std::filesystem::path& file, const Settings& settings);

}  // namespace convscope
