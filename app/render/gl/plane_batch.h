#pragma once

#include <span>
#include <vector>

#include "app/render/gl/handles.h"
#include "app/render/gl/kept_drawing.h"
#include "app/render/gl/plane_block.h"
#include "app/render/gl/plane_features.h"
#include "app/render/gl/plane_part.h"
#include "app/render/gl/plane_programs.h"
#include "app/render/gl/quad_batch.h"
#include "app/render/gl/texel_layers.h"

namespace convscope::gl {

/// What one draw call's parts have in common.
struct PlaneKind {
  PlaneFeatures features = no_feature;
  bool blended = true;
  TexelArray* cells = nullptr;  ///< Where cells_feature finds its colours.
  bool operator==(const PlaneKind&) const = default;
};

/// A program that can draw parts of a kind, with the blending and the texture that they need.
void use(const PlaneKind& kind, const Program& program);

void upload(const Buffer& buffer, GLuint binding, std::span<const std::byte> bytes);

/// Parts of planes that wait to be drawn by one call, in their order.
class PlaneBatch {
 public:
  PlaneBatch();

  /// Parts that cannot be drawn with those that wait, or would make them dearer than a draw call, draw those first.
  /// `pixels`: how many the parts have, about. Without waiting_feature and padding_feature.
  void add(const PlaneKind& kind, const BatchBlock& block, std::span<const PlanePart> parts, float pixels,
           PlanePrograms& programs);
  void flush(PlanePrograms& programs);
  /// Call once before a frame.
  void begin_frame() { kept_.begin_frame(); }

 private:
  struct Part {
    PlanePart part;
    float plane = 0;  ///< Number in planes_.
  };

  [[nodiscard]] bool is_worth_keeping() const;
  [[nodiscard]] KeptDrawing::Source source() const;

  PlaneKind kind_;
  float pixels_ = 0;
  std::vector<BatchBlock> planes_;
  std::vector<Part> parts_;
  QuadBatch quads_{4, 1};
  KeptDrawing kept_;
  Buffer block_;  ///< As large as the shader's; its beginning is uploaded.
};

}  // namespace convscope::gl
