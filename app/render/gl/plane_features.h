#pragma once

#include <cstdint>

namespace convscope::gl {

/// What a part of a plane has beyond a fill, as bits: each set of them is a program of its own, which has nothing else
/// to compute.
enum PlaneFeature : std::uint32_t {
  no_feature = 0,
  edge_feature = 1U << 0U,     ///< The plane's outline.
  lines_feature = 1U << 1U,    ///< Inner grid lines; what has the outline has them, too.
  cells_feature = 1U << 2U,    ///< Colours from a texture.
  smooth_feature = 1U << 3U,   ///< Those with soft edges, for small cells.
  pending_feature = 1U << 4U,  ///< Computed cells beside cells that are not computed yet.
  waiting_feature = 1U << 5U,  ///< Only cells that are not computed yet.
  stretch_feature = 1U << 6U,  ///< Empty cells between those with values.
  hatch_feature = 1U << 7U,    ///< Cells that are never read.
  lattices_feature = 1U << 8U,
  one_lattice_feature = 1U << 9U,    ///< No more than one.
  lattice_fill_feature = 1U << 10U,  ///< Lattices with colours of their own.
  lattice_cut_feature = 1U << 11U,   ///< Lattices whose cells are taken out.
  padding_feature = 1U << 12U,       ///< Nothing of the plane itself.
  solid_feature = 1U << 13U,         ///< Nothing is seen through the texture's colours.
  mask_feature = 1U << 15U,          ///< Among them cells that are: a texture tells which.
  batch_feature = 1U << 14U,         ///< Parts of several planes, each with its plane's number.
  kept_feature = 1U << 16U,          ///< All of it from a KeptDrawing.
};
using PlaneFeatures = std::uint32_t;

}  // namespace convscope::gl
