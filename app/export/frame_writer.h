#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "app/export/libav_handles.h"
#include "app/export/stored_picture.h"
#include "app/render/cairo_renderer.h"
#include "app/render/fonts.h"
#include "app/render/image.h"
#include "app/scene/scene.h"
#include "app/text/result.h"

namespace convscope {

/// What a format makes of one scene by itself: a picture, an encoder's frame, a finished file's bytes, or the scene as
/// it is.
using MadeFrame = std::variant<Scene, Image, StoredPicture, LibavFrame, std::vector<std::byte>>;

/// What a thread draws with.
struct Easel {
  FontSet fonts;
  CairoLeavings picture{};  ///< Of the frame before.
};

/// One format at work: it opens its files when it is created, takes the frames in order and finishes. One that is
/// destroyed unfinished is given up and leaves nothing.
class FrameWriter {
 public:
  FrameWriter() = default;
  virtual ~FrameWriter() = default;
  FrameWriter(const FrameWriter&) = delete;
  FrameWriter& operator=(const FrameWriter&) = delete;

  /// The part of a frame's work that needs no other frame. Several threads call it at once, each with an easel of its
  /// own.
  [[nodiscard]] virtual Result<MadeFrame> make(const Scene& scene, Easel& easel) const = 0;

  /// Takes a frame that `make` made, frame 0 first. Frames that are left out look like the one before.
  [[nodiscard]] virtual Status add(std::int64_t frame, MadeFrame made) = 0;

  /// After the last frame; those left out at the end look like the one before, too. The files get their names.
  [[nodiscard]] virtual Status finish() = 0;
};

}  // namespace convscope
