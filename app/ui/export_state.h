#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/document/document.h"
#include "app/export/choices.h"
#include "app/scene/geometry.h"
#include "app/text/text.h"

namespace convscope {

/// How far an export is, as the window tells it.
struct ExportProgressState {
  std::int64_t done = 0;
  std::int64_t frames = 0;
  double speed = 0;  ///< Frames a second.
  std::optional<double> seconds_left{};
};

/// The picture in the sheet.
struct ExportPreviewState {
  std::uint32_t texture = 0;  ///< OpenGL's name; 0: nothing is drawn yet.
  Vec2 shown{};               ///< The texture's size in pixels.
  Vec2 size{};                ///< Of the file's pictures.
  text::Text problem{};       ///< Why there is none.
  std::int64_t count = 0;     ///< How many have been drawn since the sheet was opened.
};

/// A file that an export has written.
struct FinishedExport {
  std::filesystem::path file;  ///< The first of several.
  std::int64_t frames = 0;
  double seconds = 0;  ///< That it took.
};

/// What the window knows of exports. Panels set the requests; app/platform/exports.h does them.
struct ExportsState {
  bool open = false;  ///< The sheet with the choices.
  std::string path;   ///< As typed.
  View view;          ///< How the file shows the layer.
  ExportChoices choices;
  ExportPreviewState preview;
  Vec2 preview_room{};           ///< In pixels of the window.
  text::Text refusal;            ///< Why it could not begin.
  bool asks_to_replace = false;  ///< The file is there: may it be replaced?
  bool start = false;            ///< To be begun now.
  bool replace = false;          ///< And may replace what is there.
  bool cancel = false;           ///< To be ended now.
  bool quit_waits = false;       ///< It was asked to quit, which would end the one that runs: shall it?
  bool quit_anyway = false;      ///< It shall.
  std::optional<ExportProgressState> running{};
  std::optional<FinishedExport> finished{};  ///< Until it is put away.
  bool open_file = false;                    ///< The finished one, by the desktop's program for it.
  bool show_folder = false;                  ///< Its folder, likewise.
  bool copy_picture = false;                 ///< The current frame goes to the clipboard.
};

}  // namespace convscope
