#include "app/scene/palette.h"

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

}  // namespace

Palette palette_of(Theme theme) { return theme == Theme::light ? light_palette() : dark_palette(); }

}  // namespace convscope
