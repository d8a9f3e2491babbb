#include "app/render/gl/kept_drawing.h"

#include <cstring>
#include <utility>

namespace convscope::gl {
namespace {

/// That do not draw it, before its memory is freed.
constexpr std::uint64_t frames_kept = 8;

}  // namespace

bool KeptDrawing::Source::operator==(const Source& other) const {
  // NOLINTNEXTLINE(bugprone-suspicious-memory-comparison): numbers without gaps; a -0 for a 0 is only drawn anew.
  return features == other.features && std::memcmp(&block, &other.block, sizeof block) == 0 && parts == other.parts &&
         cells == other.cells && uploads == other.uploads && viewport == other.viewport;
}

void KeptDrawing::begin_frame() {
  ++frame_;
  if (filled_ && seen_ + frames_kept < frame_) {
    texture_ = {};
    filled_ = false;
  }
}

bool KeptDrawing::is_still(Source source) {
  // A texture that is gone may have left its address to another, but not from one frame to the next.
  const bool still = seen_ + 1 == frame_ && source == source_;
  filled_ = filled_ && still;
  source_ = std::move(source);
  seen_ = frame_;
  return still;
}

GLuint KeptDrawing::texture(const std::function<void()>& draw) {
  if (!filled_) {
    fill(draw);
    filled_ = true;
  }
  return texture_.id();
}

void KeptDrawing::fill(const std::function<void()>& draw) {
  GLint bound = 0;
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &bound);
  const auto& [left, bottom, width, height] = source_.viewport;
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, left + width, bottom + height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer_.id());
  glFramebufferTexture2D(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id(), 0);
  draw();
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(bound));
}

}  // namespace convscope::gl
