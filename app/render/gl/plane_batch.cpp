#include "app/render/gl/plane_batch.h"

#include <cstddef>
#include <optional>

namespace convscope::gl {
namespace {

/// Pixels of parts in a dearer program that cost as much as a draw call.
constexpr float dear_pixels = 6000;
/// Filtered pixels that make it worth to keep what was drawn.
constexpr float worth_keeping = 250000;

/// The kind by which both can be drawn: what one lacks shows nothing of it. None: there is no such kind.
std::optional<PlaneKind> joined(const PlaneKind& a, const PlaneKind& b) {
  const PlaneFeatures both = a.features & b.features;
  const PlaneFeatures different = a.features ^ b.features;
  const bool same_texels = a.cells == b.cells && (different & smooth_feature) == 0;
  if ((different & stretch_feature) != 0 || ((both & cells_feature) != 0 && !same_texels)) {
    return std::nullopt;
  }
  PlaneKind kind{a.features | b.features, a.blended || b.blended, a.cells != nullptr ? a.cells : b.cells};
  if ((both & solid_feature) == 0) {
    kind.features &= ~PlaneFeatures{solid_feature};
  }
  if ((kind.features & edge_feature) != 0) {
    kind.features &= ~PlaneFeatures{lines_feature};
  }
  return kind;
}

}  // namespace

void use(const PlaneKind& kind, const Program& program) {
  glUseProgram(program.id());
  if (kind.blended) {
    glEnable(GL_BLEND);
  } else {
    glDisable(GL_BLEND);
  }
  if ((kind.features & cells_feature) == 0) {
    return;
  }
  glActiveTexture(GL_TEXTURE0 + cells_unit);
  glBindTexture(GL_TEXTURE_2D_ARRAY, kind.cells->texture.id());
  if (const bool smooth = (kind.features & smooth_feature) != 0; smooth != kind.cells->smooth) {
    glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MIN_FILTER, smooth ? GL_LINEAR : GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAG_FILTER, smooth ? GL_LINEAR : GL_NEAREST);
    kind.cells->smooth = smooth;
  }
}

void upload(const Buffer& buffer, GLuint binding, std::span<const std::byte> bytes) {
  glBindBuffer(GL_UNIFORM_BUFFER, buffer.id());
  glBufferData(GL_UNIFORM_BUFFER, static_cast<GLsizeiptr>(bytes.size()), bytes.data(), GL_STREAM_DRAW);
  glBindBufferBase(GL_UNIFORM_BUFFER, binding, buffer.id());
}

PlaneBatch::PlaneBatch() {
  glBindBuffer(GL_UNIFORM_BUFFER, block_.id());
  glBufferData(GL_UNIFORM_BUFFER, max_batch * sizeof(BatchBlock), nullptr, GL_STREAM_DRAW);
}

void PlaneBatch::add(const PlaneKind& kind, const BatchBlock& block, std::span<const PlanePart> parts, float pixels,
                     PlanePrograms& programs) {
  const std::optional<PlaneKind> both = planes_.empty() ? kind : joined(kind_, kind);
  const auto dearer = [&](const PlaneKind& than, float count) { return both == than ? 0 : count; };
  if (!both || planes_.size() == max_batch || dearer(kind_, pixels_) + dearer(kind, pixels) > dear_pixels) {
    flush(programs);
  }
  kind_ = planes_.empty() ? kind : *both;
  pixels_ = (planes_.empty() ? 0 : pixels_) + pixels;
  const auto number = static_cast<float>(planes_.size());
  planes_.push_back(block);
  for (const PlanePart& part : parts) {
    parts_.push_back({part, number});
  }
}

bool PlaneBatch::is_worth_keeping() const {
  const bool filtered = (kind_.features & smooth_feature) != 0;
  return planes_.size() == 1 && !kind_.blended && filtered && pixels_ > worth_keeping;
}

KeptDrawing::Source PlaneBatch::source() const {
  KeptDrawing::Source source{kind_.features, planes_.front(), {}, kind_.cells, kind_.cells->uploads, {}};
  for (const Part& part : parts_) {
    source.parts.push_back(part.part);
  }
  glGetIntegerv(GL_VIEWPORT, source.viewport.data());
  return source;
}

void PlaneBatch::flush(PlanePrograms& programs) {
  if (planes_.empty()) {
    return;
  }
  glBindBuffer(GL_UNIFORM_BUFFER, block_.id());
  glBufferSubData(GL_UNIFORM_BUFFER, 0, static_cast<GLsizeiptr>(planes_.size() * sizeof(BatchBlock)), planes_.data());
  glBindBufferBase(GL_UNIFORM_BUFFER, plane_binding, block_.id());
  PlaneKind kind = kind_;
  kind.features |= batch_feature;
  quads_.set(std::as_bytes(std::span(parts_)));
  const auto draw = [&] {
    use(kind, programs.for_pixels(kind.features, pixels_));
    quads_.draw();
  };
  if (is_worth_keeping() && kept_.is_still(source())) {
    glActiveTexture(GL_TEXTURE0 + kept_unit);
    const GLuint texture = kept_.texture(draw);
    glActiveTexture(GL_TEXTURE0 + kept_unit);
    glBindTexture(GL_TEXTURE_2D, texture);
    use({kept_feature | batch_feature, false, nullptr}, programs.of(kept_feature | batch_feature));
    quads_.draw();
  } else {
    draw();
  }
  glEnable(GL_BLEND);
  planes_.clear();
  parts_.clear();
}

}  // namespace convscope::gl
