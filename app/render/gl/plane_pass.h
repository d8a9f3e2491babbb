#pragma once

#include <span>
#include <vector>

#include "app/render/gl/handles.h"
#include "app/render/gl/plane_batch.h"
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
  /// `patience`: as for GlRenderer::create.
  static Result<PlanePass> create(double patience);

  void begin_frame() {
    programs_.begin_frame();
    textures_.begin_frame();
    batch_.begin_frame();
  }
  /// `above`: the scene's items after the plane; what they hide is not drawn. Planes wait to be drawn
  /// together: flush before anything else draws.
  void draw(const Scene& scene, const Plane& plane, std::span<const SceneItem> above);
  void flush() { batch_.flush(programs_); }

 private:
  explicit PlanePass(PlanePrograms programs) : programs_(std::move(programs)) {}
  /// Describes the textures that a plane needs. Returns the features of all of its computed parts.
  PlaneFeatures use_textures(const Plane& plane, const style::CellAxes& axes, const PlaneMesh& mesh, PlaneBlock& block);

  PlanePrograms programs_;
  PlaneTextureCache textures_;
  std::vector<float> color_rows_;  ///< Of the plane being drawn: see PlaneTextures::bind_lattice_colors.
  TexelArray* cells_ = nullptr;    ///< Of the plane being drawn.
  QuadBatch parts_{4};
  Buffer plane_block_;
  Buffer lattice_block_;
  PlaneBatch batch_;
};

}  // namespace convscope::gl
