#pragma once

#include <future>
#include <memory>
#include <optional>

#include "app/export/export_task.h"
#include "app/export/preview.h"
#include "app/platform/desktop_opener.h"
#include "app/platform/preview_painter.h"
#include "app/render/fonts.h"
#include "app/render/gl/picture_texture.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Begins and ends the exports that the window asks for, one at a time, in a thread of its own; draws the sheet's
/// preview; opens what is finished; copies the current frame. Lives while the window's OpenGL context is current.
class Exports {
 public:
  Exports(Workspace& workspace, FontFiles fonts) : workspace_(workspace), fonts_(std::move(fonts)) {}

  /// Once a frame: does what is asked, and tells how far it is.
  void serve();
  /// After so many seconds it wants to be served again; nothing: after the next event.
  [[nodiscard]] std::optional<double> next_serve() const;

 private:
  void serve_task();
  [[nodiscard]] Status start();
  void finish(const ExportState& state);
  void serve_preview();
  void serve_copy();
  void serve_desktop();
  void say(const Status& status, const text::Text& done);

  Workspace& workspace_;
  FontFiles fonts_;
  std::unique_ptr<ExportTask> task_;
  FinishedExport written_;  ///< What it will have written.
  std::unique_ptr<PreviewPainter> painter_;
  std::optional<PreviewRequest> previewed_;
  std::optional<PictureTexture> texture_;
  std::future<Status> copy_;
  DesktopOpener opener_;
  int frames_to_show_ = 0;  ///< Until the panels have found their places around something new.
};

}  // namespace convscope
