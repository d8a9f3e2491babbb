#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "app/render/gl/plane_textures.h"
#include "app/render/style.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// A vec4 of a shader.
struct Four {
  float x = 0;
  float y = 0;
  float z = 0;
  float w = 0;
};

/// As in shaders/plane_block.glsl, which says what each holds.
struct PlaneBlock {
  Four picture;
  Four axes;
  Four cell;
  Four count;
  Four lines;
  Four filled;
  Four texels;
  Four texel;
  Four stretch;
  Four padded;
  Four hatch;
  Four unread;
  Four fill_color;
  Four pending_color;
  Four gap_color;
  Four line_color;
  Four hatch_color;
};

/// Of a plane without colours from a texture.
inline constexpr float no_layer = -1;

/// As in shaders/plane_block.glsl.
struct LatticePlace {
  Four place;
  Four size;
  Four overlay;
  Four cuts;
};
/// One that shows nothing.
inline constexpr LatticePlace no_lattice{{0, 0, 1, 1}, {}, {}, {}};

/// A plane that is drawn together with others, and its lattice.
struct BatchBlock {
  PlaneBlock plane;
  LatticePlace lattice = no_lattice;
};

/// So many planes are drawn together at most: OpenGL promises a block of 16 KiB.
inline constexpr std::size_t max_batch = 48;
static_assert(max_batch * sizeof(BatchBlock) <= 16384);

/// Premultiplied.
[[nodiscard]] Four four(const Color& color, float opacity);

/// Without what the textures add.
[[nodiscard]] PlaneBlock plane_block(const Scene& scene, const Plane& plane, const style::CellAxes& axes);
void set_cells(PlaneBlock& block, const TexelPlace& place);
void set_unread(PlaneBlock& block, const TexelPlace& place);

/// A plane's lattices up to this number are drawn.
inline constexpr std::size_t max_lattices = 64;

/// As in shaders/plane_block.glsl.
struct LatticeBlock {
  struct Lattice {
    LatticePlace place;
    Four colors;
  };
  Four count;
  std::array<Lattice, max_lattices> lattices;
};

/// Those lattices of a plane whose bit is set. `color_rows`: where each lattice's colours begin
/// (PlaneTextures::bind_lattice_colors), or empty.
[[nodiscard]] LatticeBlock lattice_block(const Plane& plane, std::uint64_t chosen, Vec2 cell,
                                         std::span<const float> color_rows);

/// Of one of them.
[[nodiscard]] LatticePlace lattice_place(const CellLattice& lattice, Vec2 cell, float opacity);

}  // namespace convscope::gl
