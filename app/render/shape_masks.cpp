#include "app/render/shape_masks.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <string_view>
#include <utility>

#include "app/render/cairo_blend.h"
#include "app/render/cairo_handles.h"

namespace convscope {
namespace {

constexpr cairo_user_data_key_t masks_key{};
/// Of all masks of one picture; shapes beyond are drawn anew each time.
constexpr std::size_t most_pixels = std::size_t{8} << 20U;

struct CairoListDeleter {
  void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
  void operator()(cairo_rectangle_list_t* list) const { cairo_rectangle_list_destroy(list); }
};
using Path = std::unique_ptr<cairo_path_t, CairoListDeleter>;

struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

/// The pixels of the picture that a shape can touch.
Box shape_box(cairo_t* context, ShapeMasks::Kind kind) {
  double left = 0, top = 0, right = 0, bottom = 0;
  cairo_path_extents(context, &left, &top, &right, &bottom);
  // A mitre reaches as far as its limit lets it.
  const double mitre = cairo_get_line_width(context) * std::max(1.0, cairo_get_miter_limit(context)) / 2;
  const double reach = kind == ShapeMasks::Kind::stroke ? 1 + mitre : 1;
  cairo_surface_t* const target = cairo_get_target(context);
  const auto inside = [](double value, int most) {
    return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(most)));
  };
  const int width = cairo_image_surface_get_width(target);
  const int height = cairo_image_surface_get_height(target);
  return {inside(std::floor(left - reach), width), inside(std::floor(top - reach), height),
          inside(std::ceil(right + reach), width), inside(std::ceil(bottom + reach), height)};
}

std::vector<double> dashes_of(cairo_t* context) {
  std::vector<double> dashes(static_cast<std::size_t>(cairo_get_dash_count(context)));
  cairo_get_dash(context, dashes.data(), nullptr);
  return dashes;
}

bool is_clipped(cairo_t* context) {
  const std::unique_ptr<cairo_rectangle_list_t, CairoListDeleter> clip(cairo_copy_clip_rectangle_list(context));
  cairo_surface_t* const target = cairo_get_target(context);
  return clip->status != CAIRO_STATUS_SUCCESS || clip->num_rectangles != 1 ||
         clip->rectangles[0].width != cairo_image_surface_get_width(target) ||
         clip->rectangles[0].height != cairo_image_surface_get_height(target);
}

bool is_opaque_color(cairo_t* context) {
  double alpha = 0;
  return cairo_pattern_get_rgba(cairo_get_source(context), nullptr, nullptr, nullptr, &alpha) == CAIRO_STATUS_SUCCESS &&
         alpha == 1;
}

void draw_by_cairo(cairo_t* context, ShapeMasks::Kind kind) {
  if (kind == ShapeMasks::Kind::stroke) {
    cairo_stroke(context);
  } else {
    cairo_fill(context);
  }
}

std::size_t hash_of(const std::vector<double>& key) {
  return std::hash<std::string_view>{}({reinterpret_cast<const char*>(key.data()), key.size() * sizeof(double)});
}

}  // namespace

void ShapeMasks::begin_picture() {
  std::erase_if(masks_, [](const Mask& mask) { return !mask.used; });
  for (Mask& mask : masks_) {
    mask.used = false;
  }
}

std::vector<double> ShapeMasks::key_of(cairo_t* context, const cairo_path_t& path, Kind kind) {
  cairo_surface_t* const target = cairo_get_target(context);
  std::vector<double> key = dashes_of(context);
  key.reserve(key.size() + 16 + 2 * static_cast<std::size_t>(path.num_data));
  key.insert(key.end(),
             {cairo_get_line_width(context), static_cast<double>(cairo_get_line_cap(context)),
              static_cast<double>(cairo_get_line_join(context)), static_cast<double>(cairo_get_fill_rule(context)),
              static_cast<double>(kind), static_cast<double>(cairo_image_surface_get_width(target)),
              static_cast<double>(cairo_image_surface_get_height(target))});
  for (int i = 0; i < path.num_data; i += path.data[i].header.length) {
    key.push_back(path.data[i].header.type);
    for (int point = 1; point < path.data[i].header.length; ++point) {
      key.insert(key.end(), {path.data[i + point].point.x, path.data[i + point].point.y});
    }
  }
  return key;
}

/// Draws the shape alone and looks at what it covers.
std::vector<ShapeMasks::Covered> ShapeMasks::cover(cairo_t* context, const cairo_path_t& path, Kind kind) {
  const Box box = shape_box(context, kind);
  const CairoSurface drawn(cairo_image_surface_create(CAIRO_FORMAT_A8, box.right - box.left, box.bottom - box.top));
  const CairoContext pen(cairo_create(drawn.get()));
  cairo_translate(pen.get(), -box.left, -box.top);
  cairo_append_path(pen.get(), &path);
  const std::vector<double> dashes = dashes_of(context);
  cairo_set_dash(pen.get(), dashes.data(), static_cast<int>(dashes.size()), 0);
  cairo_set_line_width(pen.get(), cairo_get_line_width(context));
  cairo_set_line_cap(pen.get(), cairo_get_line_cap(context));
  cairo_set_line_join(pen.get(), cairo_get_line_join(context));
  cairo_set_fill_rule(pen.get(), cairo_get_fill_rule(context));
  draw_by_cairo(pen.get(), kind);
  cairo_surface_flush(drawn.get());

  std::vector<Covered> pixels;
  const auto width = static_cast<std::uint32_t>(cairo_image_surface_get_width(cairo_get_target(context)));
  const std::ptrdiff_t stride = cairo_image_surface_get_stride(drawn.get());
  for (int y = box.top; y < box.bottom; ++y) {
    const unsigned char* const row = cairo_image_surface_get_data(drawn.get()) + (y - box.top) * stride;
    const std::uint32_t first = static_cast<std::uint32_t>(y) * width + static_cast<std::uint32_t>(box.left);
    for (int x = 0; x < box.right - box.left; ++x) {
      if (row[x] != 0) {
        pixels.push_back({first + static_cast<std::uint32_t>(x), row[x]});
      }
    }
  }
  return pixels;
}

void ShapeMasks::paint(cairo_t* context, const std::vector<Covered>& pixels) {
  const std::uint32_t color = source_pixel(context);
  cairo_surface_t* const target = cairo_get_target(context);
  cairo_surface_flush(target);
  auto* const picture = reinterpret_cast<std::uint32_t*>(cairo_image_surface_get_data(target));
  for (const Covered& pixel : pixels) {
    picture[pixel.offset] = blended(color, picture[pixel.offset], pixel.share);
  }
  cairo_surface_mark_dirty(target);
}

const std::vector<ShapeMasks::Covered>& ShapeMasks::covered_by(cairo_t* context, Kind kind) {
  const Path path(cairo_copy_path(context));
  std::vector<double> key = key_of(context, *path, kind);
  const std::size_t hash = hash_of(key);
  const auto found =
      std::ranges::find_if(masks_, [&](const Mask& mask) { return mask.hash == hash && mask.key == key; });
  if (found != masks_.end()) {
    found->used = true;
    return found->pixels;
  }
  last_ = {hash, std::move(key), cover(context, *path, kind)};
  std::size_t pixels = last_.pixels.size();
  for (const Mask& mask : masks_) {
    pixels += mask.pixels.size();
  }
  if (pixels > most_pixels) {
    return last_.pixels;
  }
  masks_.push_back(std::move(last_));
  return masks_.back().pixels;
}

void ShapeMasks::draw(cairo_t* context, Kind kind) {
  cairo_surface_t* const target = cairo_get_target(context);
  const bool of_pixels = cairo_surface_get_type(target) == CAIRO_SURFACE_TYPE_IMAGE &&
                         cairo_image_surface_get_format(target) == CAIRO_FORMAT_ARGB32 &&
                         cairo_image_surface_get_stride(target) == 4 * cairo_image_surface_get_width(target);
  if (!of_pixels || !is_opaque_color(context) || is_clipped(context)) {
    draw_by_cairo(context, kind);
    return;
  }
  paint(context, covered_by(context, kind));
  cairo_new_path(context);
}

void use_shape_masks(cairo_surface_t* surface, ShapeMasks& masks) {
  cairo_surface_set_user_data(surface, &masks_key, &masks, nullptr);
}

void draw_still(cairo_t* context, ShapeMasks::Kind kind) {
  if (void* const masks = cairo_surface_get_user_data(cairo_get_target(context), &masks_key)) {
    static_cast<ShapeMasks*>(masks)->draw(context, kind);
  } else {
    draw_by_cairo(context, kind);
  }
}

}  // namespace convscope
