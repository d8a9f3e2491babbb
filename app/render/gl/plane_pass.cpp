#include "app/render/gl/plane_pass.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <utility>

#include "app/render/gl/plane_areas.h"
#include "app/render/gl/plane_block.h"
#include "app/render/gl/plane_mesh.h"
#include "app/render/style.h"

namespace convscope::gl {
namespace {

/// Parts that need a texture of their plane alone, or several lattices, are drawn by themselves.
bool is_alone(PlaneFeatures features) {
  const bool several = (features & lattices_feature) != 0 && (features & one_lattice_feature) == 0;
  return several || (features & (mask_feature | lattice_fill_feature)) != 0;
}

/// The shader's block is as long as this for one lattice; for more it is whole.
std::span<const std::byte> used_bytes(const LatticeBlock& block) {
  const auto bytes = std::as_bytes(std::span(&block, 1));
  return block.count.x > 1 ? bytes : bytes.first(offsetof(LatticeBlock, lattices) + sizeof(LatticeBlock::Lattice));
}

PlaneFeatures lattice_features(const Plane& plane, std::uint64_t chosen) {
  if (chosen == 0) {
    return no_feature;
  }
  PlaneFeatures features = lattices_feature | (std::has_single_bit(chosen) ? one_lattice_feature : no_feature);
  for (std::size_t i = 0; i < std::min(plane.lattices.size(), max_lattices); ++i) {
    const CellLattice& lattice = plane.lattices[i];
    if ((chosen >> i & 1U) == 0) {
      continue;
    }
    if (lattice.fill && lattice.fill->values.tensor && !lattice.cut) {
      features |= lattice_fill_feature;
    }
    if (lattice.cut) {
      features |= lattice_cut_feature;
    }
  }
  return features;
}

/// `of_plane`: those of all computed cells.
PlaneFeatures part_features(const Plane& plane, const PartKind& kind, PlaneFeatures of_plane) {
  const PlaneFeatures marks = lattice_features(plane, kind.lattices) |
                              (kind.unread != Unread::none ? hatch_feature : no_feature) |
                              (kind.unread == Unread::some ? mask_feature : no_feature);
  if (kind.place == PartPlace::padding) {
    return padding_feature | marks;
  }
  PlaneFeatures features = of_plane | marks;
  if (kind.computed == Computed::none) {
    features = (features | waiting_feature) & ~PlaneFeatures{cells_feature | smooth_feature | solid_feature};
  } else if (kind.computed == Computed::some) {
    features |= pending_feature;
  }
  return kind.place == PartPlace::edge ? (features | edge_feature) & ~PlaneFeatures{lines_feature} : features;
}

/// Whether nothing of what lies below a part is seen, so that it need not be read.
bool covers_all(const Plane& plane, const PartKind& kind) {
  const bool cut = (lattice_features(plane, kind.lattices) & lattice_cut_feature) != 0;
  return kind.place == PartPlace::inner && is_opaque_but_for_cuts(plane) && !cut;
}

/// A part as drawn together with others. What it lacks is there, too, but shows nothing; what all of its cells have in
/// common is no feature.
struct BatchedPart {
  PlaneFeatures features = no_feature;
  BatchBlock block;
};

BatchedPart batched(const Plane& plane, const PartKind& kind, PlaneFeatures features, const PlaneBlock& block,
                    Vec2 cell) {
  BatchedPart part{features & ~PlaneFeatures{waiting_feature | padding_feature}, {block}};
  PlaneBlock& own = part.block.plane;
  if (kind.place == PartPlace::padding) {
    own.fill_color = {};
    own.line_color = {};
    part.features |= edge_feature;
  }
  if (kind.computed == Computed::none) {
    own.fill_color = block.pending_color;
    own.filled.x = 2 * block.cell.w + 1;
  }
  if ((features & cells_feature) == 0) {
    own.lines.w = no_layer;
  }
  if (kind.unread == Unread::none) {
    own.hatch_color = {};
  }
  if (kind.lattices != 0) {
    const auto number = static_cast<std::size_t>(std::countr_zero(kind.lattices));
    part.block.lattice = lattice_place(plane.lattices[number], cell, plane.opacity);
  }
  return part;
}

float pixels_of(std::span<const PlanePart> parts, const style::CellAxes& axes) {
  float cells = 0;
  for (const PlanePart& part : parts) {
    cells += (part.right - part.left) * (part.bottom - part.top);
  }
  return cells * std::abs(axes.determinant());
}

/// Across, in pixels.
float smallest_texel(const Plane& plane, Vec2 cell) {
  const TexelGrid grid = texel_grid(plane, cell);
  const auto size = [](float pixels, std::int64_t by, std::int64_t block, std::int64_t parts) {
    return pixels * static_cast<float>(by * block) / static_cast<float>(parts);
  };
  return std::min(size(cell.x, plane.stretch.by.width, grid.block.width, grid.parts.width),
                  size(cell.y, plane.stretch.by.height, grid.block.height, grid.parts.height));
}

}  // namespace

Result<PlanePass> PlanePass::create(double patience) {
  auto programs = PlanePrograms::create(patience);
  if (!programs) {
    return programs.error();
  }
  return PlanePass(std::move(programs).value());
}

void PlanePass::draw(const Scene& scene, const Plane& plane, std::span<const SceneItem> above) {
  const style::CellAxes axes = style::cell_axes(scene.camera, plane);
  if (axes.determinant() == 0 || plane.rows < 1 || plane.columns < 1 || plane.opacity <= 0) {
    return;
  }
  const PlaneMesh mesh = plane_mesh(scene, plane, above);
  if (mesh.empty()) {
    return;
  }
  PlaneBlock block = plane_block(scene, plane, axes);
  const PlaneFeatures features = use_textures(plane, axes, mesh, block);
  const Vec2 cell = cell_across(axes);
  bool uploaded = false;
  for (const PartGroup& group : mesh) {
    const PlaneKind kind{part_features(plane, group.kind, features), !covers_all(plane, group.kind), cells_};
    if (!is_alone(kind.features)) {
      const BatchedPart part = batched(plane, group.kind, kind.features, block, cell);
      TexelArray* const cells = (part.features & cells_feature) != 0 ? cells_ : nullptr;
      batch_.add({part.features, kind.blended, cells}, part.block, group.parts, pixels_of(group.parts, axes),
                 programs_);
      continue;
    }
    flush();
    if (!uploaded) {
      upload(plane_block_, plane_binding, std::as_bytes(std::span(&block, 1)));
      uploaded = true;
    }
    if (group.kind.lattices != 0) {
      const LatticeBlock lattices = lattice_block(plane, group.kind.lattices, cell, color_rows_);
      upload(lattice_block_, lattice_binding, used_bytes(lattices));
    }
    use(kind, programs_.of(kind.features));
    parts_.draw(std::as_bytes(std::span(group.parts)));
    glEnable(GL_BLEND);
  }
}

PlaneFeatures PlanePass::use_textures(const Plane& plane, const style::CellAxes& axes, const PlaneMesh& mesh,
                                      PlaneBlock& block) {
  PlaneFeatures features = plane.stretch.by != Size{1, 1} ? stretch_feature : no_feature;
  if (plane.line.alpha > 0 && std::max(block.lines.x, block.lines.y) > 0) {
    features |= lines_feature;
  }
  const bool any_computed =
      std::ranges::any_of(mesh, [](const PartGroup& group) { return group.kind.computed != Computed::none; });
  if (has_cell_colors(plane) && any_computed) {
    const bool smooth = smallest_texel(plane, cell_across(axes)) < style::soft_below;
    const TexelPlace place = textures_.of(plane).cells(plane, axes, all_parts(mesh), [this] { flush(); });
    set_cells(block, place);
    cells_ = place.array;
    features |= cells_feature | (smooth ? smooth_feature : no_feature) |
                (place.solid && plane.opacity == 1 ? solid_feature : no_feature);
  }
  if (std::ranges::any_of(mesh, [](const PartGroup& group) { return group.kind.unread == Unread::some; })) {
    glActiveTexture(GL_TEXTURE0 + unread_unit);
    set_unread(block, textures_.of(plane).bind_unread(plane, axes));
  }
  color_rows_.clear();
  if ((lattice_features(plane, ~std::uint64_t{0}) & lattice_fill_feature) != 0) {
    glActiveTexture(GL_TEXTURE0 + lattice_colors_unit);
    color_rows_ = textures_.of(plane).bind_lattice_colors(plane);
  }
  return features;
}

}  // namespace convscope::gl
