#include "app/scene/stack_paint.h"

#include <algorithm>
#include <cmath>

namespace convscope {
namespace {

constexpr float widest_line = 1.25F;
constexpr float thinnest_line = 0.35F;
/// Alpha of one slab of glass.
constexpr float glass_fill = 0.2F;
constexpr float glass_line = 0.4F;
constexpr float least_glass = 0.03F;
/// A mark for whoever looks through planes, as a mouse does.
constexpr float glass_opacity = 0.5F;
/// Filters that are not at work are so much paler.
constexpr float idle_filter = 0.55F;
constexpr float idle_filter_in_high_contrast = 0.3F;

Color as_glass(Color color, float share, std::int64_t slabs) {
  const float clear = share / std::sqrt(static_cast<float>(std::max<std::int64_t>(slabs, 1)));
  return with_alpha(color, std::max(least_glass, clear) / glass_opacity);
}

}  // namespace

GroupColors glass(const GroupColors& colors, std::int64_t slabs) {
  GroupColors clear = colors;
  for (Color* color : {&clear.fill, &clear.pending, &clear.top, &clear.side}) {
    *color = as_glass(*color, glass_fill, slabs);
  }
  clear.line = as_glass(clear.line, glass_line, slabs);
  return clear;
}

void make_glass(Plane& face) {
  face.opacity = glass_opacity;
  face.cell_fill = std::monostate{};
  face.stretch.gap_fill.alpha = 0;
  face.numbers = false;
}

GroupColors paler(const StackPicture& picture, const GroupColors& colors) {
  const bool contrast = picture.parts.document.view.theme == Theme::high_contrast;
  const float share = contrast ? idle_filter_in_high_contrast : idle_filter;
  const auto pale = [&](Color color) { return mixed(color, picture.parts.palette.background, share); };
  return {.fill = pale(colors.fill),
          .kernel = pale(colors.kernel),
          .pending = pale(colors.pending),
          .top = pale(colors.top),
          .side = pale(colors.side),
          .line = pale(colors.line),
          .number = pale(colors.number),
          .kernel_number = pale(colors.kernel_number),
          .text = colors.text};
}

SlabSides sides_of(const StackPicture& picture, const GroupColors& colors, const Volume& volume) {
  const Color background = picture.parts.palette.background;
  constexpr float still_to_come = 0.7F;
  const auto pale = [&](Color color) { return with_alpha(mixed(color, background, still_to_come), color.alpha); };
  return {.top = colors.top,
          .side = colors.side,
          .line = colors.line,
          .pending_top = pale(colors.top),
          .pending_side = pale(colors.side),
          .line_width = picture.line_width(volume)};
}

void set_colors(const StackPicture& picture, const GroupColors& colors, const Volume& volume, Plane& face) {
  face.fill = colors.fill;
  face.pending_fill = colors.pending;
  face.line = colors.line;
  face.number_color = colors.number;
  face.line_width = picture.line_width(volume);
}

float StackPicture::line_width(const Volume& volume) const {
  const float apart = volume.thickness * layout.camera.scale / content_scale;
  return std::clamp(apart / 6, thinnest_line, widest_line);
}

}  // namespace convscope
