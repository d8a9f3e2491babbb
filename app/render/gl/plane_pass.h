#pragma once

#include <span>
#include <vector>

#include "app/render/gl/handles.h"
#include "app/render/gl/plane_block.h"
#include "app/render/gl/plane_features.h"
#include "app/render/gl/plane_mesh.h"
#include "app/render/gl/plane_programs.h"
#include "app/render/gl/plane_textures.h"
#include "app/render/gl/quad_batch.h"
#include "app/scene/scene.h"
#include "app/text/result.h"

namespace convscope::gl {

/// Draws a plane without its padding's dashes, its numbers and its frames, by quads whose fragment shader knows the
/// cells: what it costs follows the pixels that are seen, not the cells.
class PlanePass {
 public:
  static Result<PlanePass> create();

  void begin_frame() { textures_.begin_frame(); }
  /// `above`: the scene's items after the plane; what they hide is not drawn. Small plain planes wait to be drawn
  /// together: flush before anything else draws.
  void draw(const Scene& scene, const Plane& plane, std::span<const SceneItem> above);
  void flush();

 private:
  /// What one draw call's parts have in common.
  struct Kind {
    PlaneFeatures features = no_feature;
    bool blended = true;
    bool operator==(const Kind&) const = default;
  };
  struct BatchPart {
    PlanePart part;
    float plane = 0;  ///< Number in batch_planes_.
  };

  explicit PlanePass(PlanePrograms programs) : programs_(std::move(programs)) {}
  void use(const Kind& kind);
  void add(const Kind& kind, const PlaneBlock& block, std::span<const PlanePart> parts);
  /// Binds and describes the textures that a plane needs. Returns the features of all of its computed parts.
  PlaneFeatures bind_textures(const Plane& plane, const style::CellAxes& axes, const PlaneMesh& mesh,
                              PlaneBlock& block);

  PlanePrograms programs_;
  PlaneTextureCache textures_;
  std::vector<float> color_rows_;  ///< Of the plane being drawn: see PlaneTextures::bind_lattice_colors.
  QuadBatch parts_{4};
  Buffer plane_block_;
  Buffer lattice_block_;
  Kind batch_kind_;
  std::vector<PlaneBlock> batch_planes_;
  std::vector<BatchPart> batch_parts_;
  QuadBatch batch_{4, 1};
  Buffer batch_block_;
};

}  // namespace convscope::gl
