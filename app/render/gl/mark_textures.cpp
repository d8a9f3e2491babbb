#include "app/render/gl/mark_textures.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "app/render/gl/cell_texels.h"
#include "app/render/gl/plane_unread.h"

namespace convscope::gl {
namespace {

void set_up(const Texture& texture) {
  glBindTexture(GL_TEXTURE_2D, texture.id());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
}

float to_float(std::int64_t value) { return static_cast<float>(value); }

std::uint8_t unread_share(const AxisReads& reads, std::int64_t first, std::int64_t last) {
  std::int64_t unread = 0;
  for (std::int64_t place = first; place < last; ++place) {
    unread += is_read(reads, place) ? 0 : 1;
  }
  return static_cast<std::uint8_t>((255 * unread + (last - first) / 2) / (last - first));
}

std::int64_t cells_a_texel(float cell, float count, int max_size) {
  const float needed = std::max(std::floor(1 / std::max(cell, 1e-4F)), std::ceil(count / static_cast<float>(max_size)));
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(needed));
}

int largest_texture() {
  int size = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &size);
  return size;
}

}  // namespace

UnreadTexture::UnreadTexture() : max_size_(largest_texture()) { set_up(texture_); }

TexelPlace UnreadTexture::bind(const Plane& plane, const style::CellAxes& axes) {
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  const PlanePart padded = padded_plane(plane);
  const Vec2 cell = cell_across(axes);
  const Key key{plane.reads,
                padded,
                {cells_a_texel(cell.y, padded.bottom - padded.top, max_size_),
                 cells_a_texel(cell.x, padded.right - padded.left, max_size_)}};
  if (key != key_) {
    const auto line = [](const AxisReads& reads, float low, float high, std::int64_t block) {
      std::vector<std::uint8_t> shares;
      const auto end = static_cast<std::int64_t>(high);
      for (auto first = static_cast<std::int64_t>(low); first < end; first += block) {
        shares.push_back(unread_share(reads, first, std::min(first + block, end)));
      }
      return shares;
    };
    std::vector<std::uint8_t> texels = line(plane.reads->columns, padded.left, padded.right, key.block.width);
    const std::vector<std::uint8_t> rows = line(plane.reads->rows, padded.top, padded.bottom, key.block.height);
    const std::size_t width = std::max(texels.size(), rows.size());
    texels.resize(width);
    texels.insert(texels.end(), rows.begin(), rows.end());
    texels.resize(2 * width);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, static_cast<GLsizei>(width), 2, 0, GL_RED, GL_UNSIGNED_BYTE, texels.data());
    size_ = {static_cast<float>(width), 2};
    key_ = key;
  }
  const Vec2 factor{1 / to_float(key.block.width), 1 / to_float(key.block.height)};
  return {factor, {-padded.left * factor.x, -padded.top * factor.y}, size_};
}

LatticeColors::LatticeColors() : max_size_(largest_texture()) { set_up(texture_); }

std::vector<float> LatticeColors::bind(const Plane& plane) {
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  std::vector<ValueFill> fills;
  std::vector<float> first_rows;
  std::int64_t rows = 1;
  std::int64_t columns = 1;
  for (const CellLattice& lattice : plane.lattices) {
    const bool has_colors = lattice.fill && lattice.fill->values.tensor && !lattice.cut;
    const bool has_room = has_colors && rows + lattice.rows <= max_size_ && lattice.columns <= max_size_;
    first_rows.push_back(has_room ? to_float(rows) : 0);
    if (has_room) {
      fills.push_back(*lattice.fill);
      rows += lattice.rows;
      columns = std::max(columns, lattice.columns);
    }
  }
  if (fills == fills_) {
    fills_ = std::move(fills);
    return first_rows;
  }
  std::vector<Texel> texels(static_cast<std::size_t>(rows * columns));
  auto row = texels.begin() + columns;
  for (const ValueFill& fill : fills) {
    const std::vector<Texel> own = value_texels(fill);
    const std::int64_t width = fill.values.tensor->shape().width;
    for (auto from = own.begin(); from != own.end(); from += width, row += columns) {
      std::copy_n(from, width, row);
    }
  }
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, static_cast<GLsizei>(columns), static_cast<GLsizei>(rows), 0, GL_RGBA,
               GL_UNSIGNED_BYTE, texels.data());
  fills_ = std::move(fills);
  return first_rows;
}

}  // namespace convscope::gl
