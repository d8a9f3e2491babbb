#include "app/render/gl/plane_programs.h"

#include <array>
#include <optional>
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
/// And of one with values. Soft edges of texels that are not to be soft, being large, lie within single texels.
constexpr PlaneFeatures general_with_cells = general_features | cells_feature | smooth_feature;

/// Those of a program that draws the same, and is there for others, too.
std::optional<PlaneFeatures> general_for(PlaneFeatures features) {
  const PlaneFeatures special = features & ~PlaneFeatures{lines_feature | solid_feature};
  for (const PlaneFeatures general : {general_features, general_with_cells}) {
    if ((special & ~general) == 0) {
      return general;
    }
  }
  return std::nullopt;
}

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
  const std::optional<PlaneFeatures> general = general_for(features);
  if (!general || programs_.contains(features)) {
    return of(features);
  }
  constexpr double dearer_with_cells = 2;
  double& drawn = drawn_[features];
  drawn += *general == general_with_cells ? dearer_with_cells * pixels : pixels;
  if (drawn <= patience_ * (1 + built_)) {
    return of(*general);
  }
  ++built_;
  return of(features);
}

}  // namespace convscope::gl
