#pragma once

#include <optional>

#include "app/scene/build.h"
#include "app/scene/hit.h"
#include "app/ui/stage_tip.h"
#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// The stage as it is seen: where it lies in the window, and the picture that it shows.
struct StageView {
  ControlRect place;
  const Stage& stage;  ///< What the picture was made for.
  const Scene& scene;

  /// A position in the window to a pixel of the picture, and a part of the picture to its place in the window.
  [[nodiscard]] Vec2 pixel_of(ImVec2 position) const;
  [[nodiscard]] ControlRect place_of(const PixelBox& box) const;

 private:
  [[nodiscard]] float density() const { return stage.size.x / place.width; }
};

/// What the tip of a cell has to mind on the picture with the cell's touch; none where the cell cannot be seen.
[[nodiscard]] std::optional<TipSurround> tip_surround(const StageView& view, const CellRef& cell);

/// The mouse on the stage. Where no panel wants it, resting sets what is hovered; a click pins the cell until the next
/// one; dragging pans, or turns the stack (with Shift or the middle button it pans, too); the wheel zooms around the
/// pointer; a double click puts the camera back. On a pinned cell of input or weight the wheel and a drag upwards or
/// downwards change its value. While painting, the left button gives the cells that it goes over their value.
/// Keys pin one cell after the other.
class StageInput {
 public:
  /// Once a frame, after the panels and within ImGui's frame.
  void take(const Ui& ui, const StageView& view, Workspace& workspace);

 private:
  /// A button that went down on the stage.
  struct Press {
    int button = 0;
    ImVec2 at{};    ///< Where.
    ImVec2 seen{};  ///< Where the mouse was in the last frame.
    bool dragging = false;
    bool clicks = true;            ///< Whether letting go without a drag pins.
    std::optional<float> value{};  ///< Of the pinned cell that it went down on.
  };

  /// Pins the cell that a key wants: the current one, and from there on the next.
  void move_pin(const StageView& view, Workspace& workspace) const;
  void press(const StageView& view, Workspace& workspace);
  void paint(const StageView& view, Workspace& workspace);
  void drag(const Ui& ui, const StageView& view, Workspace& workspace);
  void release(const StageView& view, Workspace& workspace);

  std::optional<Press> press_;
  std::optional<CellRef> pinned_before_;  ///< The last click; a double click takes it back.
};

}  // namespace convscope
