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

/// Parts with one of these need textures or lattices of their plane alone.
constexpr PlaneFeatures unbatched_features = cells_feature | hatch_feature | lattices_feature;

void upload(const Buffer& buffer, GLuint binding, std::span<const std::byte> bytes) {
  glBindBuffer(GL_UNIFORM_BUFFER, buffer.id());
  glBufferData(GL_UNIFORM_BUFFER, static_cast<GLsizeiptr>(bytes.size()), bytes.data(), GL_STREAM_DRAW);
  glBindBufferBase(GL_UNIFORM_BUFFER, binding, buffer.id());
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

Result<PlanePass> PlanePass::create() {
  auto programs = PlanePrograms::create();
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
  const PlaneFeatures features = bind_textures(plane, axes, mesh, block);
  bool uploaded = false;
  for (const PartGroup& group : mesh) {
    const Kind kind{part_features(plane, group.kind, features), !covers_all(plane, group.kind)};
    if ((kind.features & unbatched_features) == 0) {
      add({kind.features | batch_feature, kind.blended}, block, group.parts);
      continue;
    }
    flush();
    if (!uploaded) {
      upload(plane_block_, plane_binding, std::as_bytes(std::span(&block, 1)));
      uploaded = true;
    }
    if (group.kind.lattices != 0) {
      const LatticeBlock lattices = lattice_block(plane, group.kind.lattices, cell_across(axes), color_rows_);
      upload(lattice_block_, lattice_binding, used_bytes(lattices));
    }
    use(kind);
    parts_.draw(std::as_bytes(std::span(group.parts)));
    glEnable(GL_BLEND);
  }
}

void PlanePass::use(const Kind& kind) {
  glUseProgram(programs_.of(kind.features).id());
  if (kind.blended) {
    glEnable(GL_BLEND);
  } else {
    glDisable(GL_BLEND);
  }
}

void PlanePass::add(const Kind& kind, const PlaneBlock& block, std::span<const PlanePart> parts) {
  if (kind != batch_kind_ || batch_planes_.size() == max_batch) {
    flush();
    batch_kind_ = kind;
  }
  const auto number = static_cast<float>(batch_planes_.size());
  batch_planes_.push_back(block);
  for (const PlanePart& part : parts) {
    batch_parts_.push_back({part, number});
  }
}

void PlanePass::flush() {
  if (batch_planes_.empty()) {
    return;
  }
  batch_planes_.resize(max_batch);  // The shader's block is always whole.
  upload(batch_block_, plane_binding, std::as_bytes(std::span(batch_planes_)));
  use(batch_kind_);
  batch_.draw(std::as_bytes(std::span(batch_parts_)));
  glEnable(GL_BLEND);
  batch_planes_.clear();
  batch_parts_.clear();
}

PlaneFeatures PlanePass::bind_textures(const Plane& plane, const style::CellAxes& axes, const PlaneMesh& mesh,
                                       PlaneBlock& block) {
  PlaneFeatures features = plane.stretch.by != Size{1, 1} ? stretch_feature : no_feature;
  if (plane.line.alpha > 0 && std::max(block.lines.x, block.lines.y) > 0) {
    features |= lines_feature;
  }
  const bool any_computed =
      std::ranges::any_of(mesh, [](const PartGroup& group) { return group.kind.computed != Computed::none; });
  if (has_cell_colors(plane) && any_computed) {
    const bool smooth = smallest_texel(plane, cell_across(axes)) < style::soft_below;
    glActiveTexture(GL_TEXTURE0 + cells_unit);
    const TexelPlace place = textures_.of(plane).bind_cells(plane, axes, bounds(mesh), smooth);
    set_cells(block, place);
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
