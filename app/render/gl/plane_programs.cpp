#include "app/render/gl/plane_programs.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "app/render/gl/program.h"
#include "embedded/render_gl.h"
#include "engine/check.h"

namespace convscope::gl {
namespace {

struct FeatureName {
  PlaneFeature feature;
  std::string_view definition;
};
constexpr std::array feature_names{FeatureName{edge_feature, "#define EDGE\n"},
                                   FeatureName{batch_feature, "#define BATCH\n"},
                                   FeatureName{kept_feature, "#define KEPT\n"},
                                   FeatureName{lines_feature, "#define LINES\n"},
                                   FeatureName{padding_feature, "#define PADDING\n"},
                                   FeatureName{waiting_feature, "#define WAITING\n"},
                                   FeatureName{one_lattice_feature, "#define ONE_LATTICE\n"},
                                   FeatureName{cells_feature, "#define CELLS\n"},
                                   FeatureName{smooth_feature, "#define SMOOTH\n"},
                                   FeatureName{solid_feature, "#define SOLID\n"},
                                   FeatureName{pending_feature, "#define PENDING\n"},
                                   FeatureName{stretch_feature, "#define STRETCH\n"},
                                   FeatureName{hatch_feature, "#define HATCH\n"},
                                   FeatureName{mask_feature, "#define MASK\n"},
                                   FeatureName{lattices_feature, "#define LATTICES\n"},
                                   FeatureName{lattice_fill_feature, "#define LATTICE_FILL\n"},
                                   FeatureName{lattice_cut_feature, "#define LATTICE_CUT\n"}};

/// What the kinds of an ordinary picture have: an outline (and with it lines), cells that are not computed yet, a
/// window.
constexpr PlaneFeatures general_features =
    batch_feature | edge_feature | pending_feature | lattices_feature | one_lattice_feature;

Result<Program> build_plane_program(PlaneFeatures features) {
  std::string definitions;
  for (const FeatureName& name : feature_names) {
    if ((features & name.feature) != 0) {
      definitions += name.definition;
    }
  }
  auto built = build_program(
      {"plane.vert",
       {"#define SHARED flat out\n", definitions, embedded::shaders_plane_block_glsl, embedded::shaders_plane_vert}},
      {"plane.frag",
       {"#define SHARED flat in\n", definitions, embedded::shaders_coverage_glsl, embedded::shaders_plane_block_glsl,
        embedded::shaders_plane_frag}});
  if (!built) {
    return built;
  }
  const GLuint id = built.value().id();
  glUniformBlockBinding(id, glGetUniformBlockIndex(id, "PlaneBlock"), plane_binding);
  if ((features & lattices_feature) != 0 && (features & batch_feature) == 0) {
    glUniformBlockBinding(id, glGetUniformBlockIndex(id, "LatticeBlock"), lattice_binding);
  }
  glUseProgram(id);
  glUniform1i(glGetUniformLocation(id, "cells"), cells_unit);
  glUniform1i(glGetUniformLocation(id, "unread_cells"), unread_unit);
  glUniform1i(glGetUniformLocation(id, "lattice_colors"), lattice_colors_unit);
  glUniform1i(glGetUniformLocation(id, "kept"), kept_unit);
  return built;
}

}  // namespace

Result<PlanePrograms> PlanePrograms::create(double patience) {
  auto general = build_plane_program(general_features);
  if (!general) {
    return general.error();
  }
  return {PlanePrograms(std::move(general).value(), patience)};
}

PlanePrograms::PlanePrograms(Program general, double patience) : patience_(patience) {
  programs_.emplace(general_features, std::move(general));
}

const Program& PlanePrograms::of(PlaneFeatures features) {
  auto found = programs_.find(features);
  if (found == programs_.end()) {
    auto built = build_plane_program(features);
    CHECK_EQ(built.ok(), true);
    found = programs_.emplace(features, std::move(built).value()).first;
  }
  return found->second;
}

const Program& PlanePrograms::for_pixels(PlaneFeatures features, double pixels) {
  const bool is_general = (features & ~(general_features | lines_feature)) == 0;
  if (!is_general || programs_.contains(features)) {
    return of(features);
  }
  double& drawn = drawn_[features];
  drawn += pixels;
  return of(drawn > patience_ ? features : general_features);
}

}  // namespace convscope::gl
