#include "app/render/gl/plane_textures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace convscope::gl {
namespace {

/// Larger pictures of a plane are made around what is shown.
constexpr std::int64_t max_whole_texels = std::int64_t{1} << 22;
constexpr std::uint64_t frames_kept = 8;
/// Of planes with more cells only those texels are made that are seen: most of what lies behind others is not.
constexpr std::int64_t cells_worth_choosing = std::int64_t{1} << 18;

float to_float(std::int64_t value) { return static_cast<float>(value); }

/// Rows of texels whose values differ between two tensors of one shape, within a range.
std::vector<std::int64_t> changed_rows(const ChannelValues& before, const ChannelValues& after, const TexelGrid& grid,
                                       const TexelRange& range) {
  const Shape& shape = after.tensor->shape();
  const std::span<const float> old_values = before.tensor->channel(before.batch, before.channel);
  const std::span<const float> new_values = after.tensor->channel(after.batch, after.channel);
  std::vector<std::int64_t> rows;
  for (std::int64_t row = range.first_row; row < range.last_row; ++row) {
    const std::int64_t begin = row * grid.block.height * shape.width;
    const std::int64_t end = std::min((row + 1) * grid.block.height, shape.height) * shape.width;
    const auto first = static_cast<std::size_t>(begin);
    const auto count = static_cast<std::size_t>(end - begin);
    if (!same_bits(old_values.subspan(first, count), new_values.subspan(first, count))) {
      rows.push_back(row);
    }
  }
  return rows;
}

/// How many planes show the same tensor, at most.
std::int64_t pictures_like(const Plane& plane) {
  const auto* fill = std::get_if<ValueFill>(&plane.cell_fill);
  return fill == nullptr ? 1 : fill->values.tensor->shape().batch * fill->values.tensor->shape().channels;
}

bool are_solid(std::span<const Texel> texels, const TexelChoice& choice) {
  const auto is_solid = [](Texel texel) { return texel >> 24U == 0xff; };
  for (std::int64_t row = choice.range().first_row; row < choice.range().last_row; ++row) {
    for (const TexelChoice::Run& run : choice.runs(row)) {
      const auto count = static_cast<std::size_t>(run.last - run.first);
      if (!std::ranges::all_of(texels.subspan(choice.place(row, run.first), count), is_solid)) {
        return false;
      }
    }
  }
  return true;
}

/// Whether a plane is large, and less than half of it is seen.
bool is_worth_choosing(const Size& cells, std::span<const PlanePart> shown) {
  float seen = 0;
  for (const PlanePart& part : shown) {
    seen += (part.right - part.left) * (part.bottom - part.top);
  }
  const std::int64_t count = cells.height * cells.width;
  return count > cells_worth_choosing && seen < to_float(count) / 2;
}

}  // namespace

PlaneTextures::PlaneTextures(TexelLayers& layers) : layers_(&layers) { glGetIntegerv(GL_MAX_TEXTURE_SIZE, &max_size_); }

TexelPlace PlaneTextures::cells(const Plane& plane, const style::CellAxes& axes, std::span<const PlanePart> shown,
                                const std::function<void()>& before_upload) {
  const bool reads_matter = std::holds_alternative<SwatchFill>(plane.cell_fill);
  CellsKey key{plane.cell_fill,
               reads_matter ? plane.reads : nullptr,
               value_cells(plane),
               texel_grid(plane, cell_across(axes)),
               {}};
  const TexelRange all = all_texels(plane, key.grid);
  const bool whole = all.rows() * all.columns() <= max_whole_texels && std::max(all.rows(), all.columns()) <= max_size_;
  const PlanePart bounds = std::accumulate(shown.begin() + 1, shown.end(), shown.front(), around);
  const TexelRange needed = texels_in(plane, key.grid, bounds);
  const bool kept = !whole && key.grid == cells_key_.grid && cells_key_.range.contains(needed);
  key.range = whole ? all : kept ? cells_key_.range : with_room(needed, all, max_size_);
  const bool some = whole && is_worth_choosing(key.cells, shown);
  const auto choice = [&] { return some ? TexelChoice(plane, key.grid, key.range, shown) : TexelChoice(key.range); };
  if (key != cells_key_) {
    before_upload();
    upload_cells(plane, key, choice());
    shown_.assign(shown.begin(), shown.end());
  } else if (!made_.is_all() && !std::ranges::equal(shown_, shown)) {
    if (!made_.contains(choice())) {  // It has moved, and will move on.
      before_upload();
      upload_anew(plane, key, TexelChoice(key.range));
    }
    shown_.assign(shown.begin(), shown.end());
  }
  cells_key_ = key;  // Of equal tensors the newer one: it is known by its address in the next frame.
  const Vec2 factor{to_float(key.grid.parts.width) / to_float(key.grid.block.width),
                    to_float(key.grid.parts.height) / to_float(key.grid.block.height)};
  return {factor,
          {-to_float(key.range.first_column), -to_float(key.range.first_row)},
          {to_float(key.range.columns()), to_float(key.range.rows())},
          cells_solid_,
          cells_.array(),
          static_cast<float>(cells_.number())};
}

void PlaneTextures::upload_anew(const Plane& plane, const CellsKey& key, TexelChoice choice) {
  const std::vector<Texel> texels = cell_texels(plane, key.grid, choice);
  cells_solid_ = are_solid(texels, choice);
  if (const Size size{key.range.rows(), key.range.columns()}; !cells_.has_size(size)) {
    cells_ = {};  // Another of its size may do with it.
    cells_ = layers_->take(size, pictures_like(plane));
  }
  cells_.upload(0, key.range.rows(), texels.data());
  made_ = std::move(choice);
}

void PlaneTextures::upload_cells(const Plane& plane, const CellsKey& key, TexelChoice needed) {
  CellsKey with_these_values = cells_key_;
  const auto* old_fill = std::get_if<ValueFill>(&cells_key_.fill);
  const auto* new_fill = std::get_if<ValueFill>(&key.fill);
  if (old_fill != nullptr && new_fill != nullptr) {
    with_these_values.fill = ValueFill{new_fill->values, old_fill->scale};
  }
  if (old_fill == nullptr || with_these_values != key || !made_.contains(needed)) {
    upload_anew(plane, key, std::move(needed));
    return;
  }
  for (const std::int64_t row : changed_rows(old_fill->values, new_fill->values, key.grid, key.range)) {
    const TexelChoice line = made_.row(row);
    const std::vector<Texel> texels = cell_texels(plane, key.grid, line);
    cells_solid_ = cells_solid_ && are_solid(texels, line);
    cells_.upload(row - key.range.first_row, 1, texels.data());
  }
}

void PlaneTextureCache::begin_frame() {
  ++frame_;
  std::erase_if(planes_, [this](const auto& entry) { return entry.second.frame + frames_kept < frame_; });
}

PlaneTextures& PlaneTextureCache::of(const Plane& plane) {
  auto found = planes_.find(plane.name);
  if (found == planes_.end()) {
    found = planes_.emplace(plane.name, Entry{PlaneTextures(layers_)}).first;
  }
  Entry& entry = found->second;
  entry.frame = frame_;
  return entry.textures;
}

}  // namespace convscope::gl
