#include "app/scene/palette.h"

#include <array>
#include <cstddef>

#include "app/scene/color_scale.h"

namespace convscope {
namespace {

Palette light_palette() {
  return {.background = rgb(0xfdfdfb),
          .panel = rgb(0xf4f4f0),
          .field = rgb(0xffffff),
          .edge = rgb(0xdcdcd4),
          .text = rgb(0x1d2a31),
          .notes = rgb(0x5f6b72),
          .accent = rgb(0x268bd2),
          .chosen = rgb(0xdceaf8),
          .warning = rgb(0xb3261e),
          .input = rgb(0x268bd2),
          .output = rgb(0x2aa198),
          .output_text = rgb(0x167a72),
          .input_text = rgb(0x1a6fad),
          .grid_line = rgb(0x002b36),
          .on_cell = rgb(0xffffff),
          .taken = rgb(0x073642, 0.40F),
          .winner = rgb(0xd55e00, 0.85F),
          .focus = rgb(0xffc53d, 0.92F),
          .on_focus = rgb(0x1d2a31),
          .focus_frame = rgb(0xb3261e),
          .hatch = rgb(0x002b36, 0.55F),
          .pending = rgb(0xe7f3f1),
          .behind_input = rgb(0x98c6ea),
          .behind_output = rgb(0x94d0cb),
          .behind_line = rgb(0x4f7f9e),
          .kernel_cell = rgb(0xfdf1e4),
          .behind_kernel = rgb(0xf6d9bb),
          .outline = rgb(0x002b36),
          .kernel_size = rgb(0xb35c00),
          .stride = rgb(0x00775a),
          .padding = rgb(0xa8337f),
          .dilation = rgb(0x5b4bb7),
          .groups = rgb(0x806600)};
}

Palette dark_palette() {
  return {.background = rgb(0x11181c),
          .panel = rgb(0x182126),
          .field = rgb(0x212c32),
          .edge = rgb(0x2f3b42),
          .text = rgb(0xe8eef0),
          .notes = rgb(0x9dabb2),
          .accent = rgb(0x3f9fe3),
          .chosen = rgb(0x214159),
          .warning = rgb(0xff8a80),
          .input = rgb(0x268bd2),
          .output = rgb(0x2aa198),
          .output_text = rgb(0x4cc9bf),
          .input_text = rgb(0x62b4ef),
          .grid_line = rgb(0x001f28),
          .on_cell = rgb(0xffffff),
          .taken = rgb(0x02141a, 0.45F),
          .winner = rgb(0xd55e00, 0.85F),
          .focus = rgb(0xffc53d, 0.92F),
          .on_focus = rgb(0x1d2a31),
          .focus_frame = rgb(0xffffff),
          .hatch = rgb(0xe8eef0, 0.45F),
          .pending = rgb(0x26423f),
          .behind_input = rgb(0x1c5a87),
          .behind_output = rgb(0x1d6660),
          .behind_line = rgb(0x0c2c38),
          .kernel_cell = rgb(0x3b2c1a),
          .behind_kernel = rgb(0x5a4226),
          .outline = rgb(0xa9bac2),
          .kernel_size = rgb(0xf2a35c),
          .stride = rgb(0x45c79c),
          .padding = rgb(0xe88ac4),
          .dilation = rgb(0xab9dff),
          .groups = rgb(0xd9bb4e)};
}

/// Black, white and full colours: every text has at least 7:1 against what is behind it.
Palette high_contrast_palette() {
  return {.background = rgb(0x000000),
          .panel = rgb(0x000000),
          .field = rgb(0x000000),
          .edge = rgb(0xffffff),
          .text = rgb(0xffffff),
          .notes = rgb(0xe6e6e6),
          .accent = rgb(0x6cc7ff),
          .chosen = rgb(0x00416b),
          .warning = rgb(0xffb3a8),
          .input = rgb(0x0b4f86),
          .output = rgb(0x005c55),
          .output_text = rgb(0x5ff0e2),
          .input_text = rgb(0x8fd3ff),
          .grid_line = rgb(0xffffff),
          .on_cell = rgb(0xffffff),
          .taken = rgb(0x000000, 0.70F),
          .winner = rgb(0xa83c00),
          .focus = rgb(0xffe600),
          .on_focus = rgb(0x000000),
          .focus_frame = rgb(0xff6bff),
          .hatch = rgb(0xffffff, 0.85F),
          .pending = rgb(0x000000),
          .behind_input = rgb(0x0a3357),
          .behind_output = rgb(0x003d38),
          .behind_line = rgb(0xb0b0b0),
          .kernel_cell = rgb(0x2b1a00),
          .behind_kernel = rgb(0x1d1200),
          .outline = rgb(0xffffff),
          .kernel_size = rgb(0xffb454),
          .stride = rgb(0x52f2b8),
          .padding = rgb(0xff9fdb),
          .dilation = rgb(0xcbbfff),
          .groups = rgb(0xffe14d)};
}

/// Blue, orange, green, purple, vermilion, yellow, sky blue, and slate in the place of black.
using GroupHues = std::array<Color, group_color_count>;

struct GroupHue {
  Color fill;
  Color text;
};

GroupHue group_hue(Theme theme, std::size_t number) {
  static constexpr GroupHues fills{rgb(0x268bd2), rgb(0xe69f00), rgb(0x009e73), rgb(0xcc79a7),
                                   rgb(0xd55e00), rgb(0xf0e442), rgb(0xa3d5f5), rgb(0x5b6770)};
  static constexpr GroupHues light_texts{rgb(0x1a6fad), rgb(0x855a00), rgb(0x00704f), rgb(0x9a3d71),
                                         rgb(0xa84600), rgb(0x6a6200), rgb(0x2b6a91), rgb(0x4d5a66)};
  static constexpr GroupHues dark_texts{rgb(0x62b4ef), rgb(0xf0b440), rgb(0x3fc79b), rgb(0xe79ac5),
                                        rgb(0xff8f4d), rgb(0xf0e442), rgb(0xa3d5f5), rgb(0xb4c0c8)};
  static constexpr GroupHues bright{rgb(0x56b4e9), rgb(0xffb000), rgb(0x2fcf9b), rgb(0xf09ac8),
                                    rgb(0xff8240), rgb(0xf0e442), rgb(0xc4e6ff), rgb(0xbfc6cc)};
  switch (theme) {
    case Theme::light:
      return {fills[number], light_texts[number]};
    case Theme::dark:
      return {fills[number], dark_texts[number]};
    case Theme::high_contrast:
      return {bright[number], bright[number]};
  }
  return {fills[number], light_texts[number]};
}

}  // namespace

Palette palette_of(Theme theme) {
  switch (theme) {
    case Theme::light:
      return light_palette();
    case Theme::dark:
      return dark_palette();
    case Theme::high_contrast:
      return high_contrast_palette();
  }
  return light_palette();
}

GroupColors group_colors(Theme theme, std::int64_t group) {
  constexpr Color black = rgb(0x000000);
  const Palette palette = palette_of(theme);
  const auto number = static_cast<std::size_t>(group % group_color_count);
  const GroupHue hue = group_hue(theme, number);
  const bool as_input = theme != Theme::high_contrast && number == 0;
  GroupColors colors;
  colors.fill = hue.fill;
  colors.kernel = mixed(hue.fill, palette.background, 0.62F);
  colors.pending = mixed(hue.fill, palette.background, theme == Theme::high_contrast ? 0.7F : 0.84F);
  colors.top = mixed(hue.fill, black, 0.18F);
  colors.side = mixed(hue.fill, black, 0.36F);
  colors.line = theme == Theme::high_contrast ? black : palette.grid_line;
  colors.number = as_input ? palette.on_cell : readable_on(colors.fill);
  colors.kernel_number = readable_on(colors.kernel);
  colors.text = hue.text;
  return colors;
}

}  // namespace convscope
