#pragma once

#include <functional>
#include <optional>

#include "app/compute/live_step.h"
#include "app/render/gl/renderer.h"
#include "app/scene/scene.h"
#include "app/timeline/look_change.h"
#include "app/ui/cell_entry.h"
#include "app/ui/stage_input.h"
#include "app/ui/stage_tip.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Where the picture lies: the stage in the window's units, the same in the framebuffer's pixels, and how many of these
/// a unit of the picture's sizes has.
struct PicturePlace {
  ControlRect stage;
  Viewport viewport;
  float content_scale = 1;
};

/// The window's picture from frame to frame: what the mouse does to it, what it points at, and the camera between two
/// looks.
class LivePicture {
 public:
  /// Called from another thread when the next frame has something new to show.
  void set_ready(std::function<void()> ready) { step_.set_ready(std::move(ready)); }

  /// The workspace's picture after what the mouse has done to it; its tip and the pinned cell's box are drawn by the
  /// way. `now`: of the frame, in seconds. Empty where there is no room or no result.
  [[nodiscard]] Scene scene(Ui& ui, Workspace& workspace, const PicturePlace& place, double now);

  /// What the last scene's mouse points at; empty: nothing.
  [[nodiscard]] const CellTip& tip() const { return tip_; }
  /// Whether it goes from one look to another.
  [[nodiscard]] bool moves() const { return look_change_.runs(); }
  /// Whether a step's values are still being computed.
  [[nodiscard]] bool is_behind() const { return step_.is_behind(); }

 private:
  /// `pointed`: as in Showing.
  [[nodiscard]] Scene scene_for(Workspace& workspace, const Stage& room, const std::optional<CellRef>& pointed,
                                double now);
  void draw_cell_entry(Ui& ui, Workspace& workspace, const StageView& view);

  LiveStep step_;
  LookChange look_change_;
  StageInput stage_input_;
  CellEntry cell_entry_;
  CurrentFocus focus_;
  CellTip tip_;
};

}  // namespace convscope
