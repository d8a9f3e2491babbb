#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/scene/camera.h"
#include "app/scene/looks.h"
#include "app/scene/slab.h"

namespace convscope {

/// A filter as it stands among the others. While a transposed layer stamps, it is the kernels of one input channel:
/// what a stamp of that channel adds to all output channels of the group.
struct StackFilter {
  std::int64_t number = 0;  ///< Its output channel; its input channel while stamping.
  Vec3 middle{};
};

/// Where the stack look puts its volumes. They stand side by side on the picture and are turned each about its own
/// middle, so that none hides another however they are turned.
struct StackLayout {
  ViewDirections view;
  Camera camera;  ///< Without the user's zoom and pan.
  Volume input;
  Volume kernel;  ///< Of each filter, and of the block that is cut out of the input.
  Volume output;
  Vec3 input_middle{};
  Vec3 block_middle{};
  Vec3 output_middle{};
  bool has_block = false;
  std::vector<StackFilter> filters;  ///< None of a pool.
  std::int64_t more_filters = 0;     ///< That are not drawn.
  bool in_one_row = true;            ///< Input, block, filters and output.
  bool headings = false;
  bool notes =
      false;  ///< Shapes and what else stands in small type; where there is no room for them they are left out.
};

/// Pixels at scale 1 of the stack look's texts.
struct StackText {
  static constexpr float heading = 17;
  static constexpr float note = 13;
  static constexpr float note_pitch = 19;
  static constexpr float gap = 8;  ///< Between text and volume.
};

/// What stands under a volume, one a line.
struct StackNote {
  std::string text;
  Color color;
  std::string name;  ///< Of the label, behind "label " and whose it is.
};
[[nodiscard]] std::vector<StackNote> stack_input_notes(const Parts& parts);
[[nodiscard]] std::vector<StackNote> stack_output_notes(const Parts& parts);
[[nodiscard]] std::string stack_filter_note(const Parts& parts, std::int64_t number);
/// Under the last filter.
[[nodiscard]] std::vector<StackNote> stack_kernel_notes(const Parts& parts, std::int64_t more_filters);
[[nodiscard]] std::string stack_input_shape(const Parts& parts);
[[nodiscard]] std::string stack_window_shape(const Parts& parts);
[[nodiscard]] std::string stack_kernel_shape(const Parts& parts);
[[nodiscard]] std::string stack_output_shape(const Parts& parts);

/// The group whose channels the moment's step mixes; of a pool the channel.
[[nodiscard]] std::int64_t current_group(const Parts& parts);
[[nodiscard]] std::int64_t stack_groups(const Parts& parts);

/// How many filters there are, and the current one.
[[nodiscard]] std::int64_t filter_count(const Parts& parts);
[[nodiscard]] std::int64_t current_filter(const Parts& parts);

/// The extent of a volume on the picture from its middle on, in units, with `border` around any of its grids.
struct Extent {
  Vec2 low{};
  Vec2 high{};
};
[[nodiscard]] Extent extent_of(const Volume& volume, const Sides& border, const ViewDirections& view);

/// The largest cells at which everything fits the stage in the look's own view.
[[nodiscard]] StackLayout stack_layout(const Parts& parts, const Stage& stage);

}  // namespace convscope
