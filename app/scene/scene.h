#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/compute/layer_reads.h"
#include "app/document/same_bits.h"
#include "app/scene/color.h"
#include "app/scene/color_scale.h"
#include "app/scene/geometry.h"
#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// The values behind a plane: one channel of one batch element of a tensor that the scene keeps alive. Equal ones
/// are mostly recognized by their tensor's address; a renderer uploads values only when they change.
struct ChannelValues {
  std::shared_ptr<const Tensor> tensor;
  std::int64_t batch = 0;
  std::int64_t channel = 0;
  /// Channels with equal values are equal, be they of one tensor or of two.
  bool operator==(const ChannelValues& other) const {
    return batch == other.batch && channel == other.channel &&
           (tensor == other.tensor ||
            (tensor && other.tensor && tensor->shape() == other.tensor->shape() &&
             same_bits(tensor->channel(batch, channel), other.tensor->channel(batch, channel))));
  }
};

/// Colours for the values of a channel that need not be the one whose numbers are shown.
struct ValueFill {
  ChannelValues values;
  ColorScale scale;
  bool operator==(const ValueFill&) const = default;
};

/// Every cell is divided like the kernel: the part (ky, kx) has that weight's colour where the weight reads the cell,
/// and the plane's fill where it does not.
struct SwatchFill {
  Size kernel_size{1, 1};
  ColorScale scale;  ///< Of the weights' numbers ky·kW + kx.
  bool operator==(const SwatchFill&) const = default;
};

/// Single cells of a plane taken at regular distances: the taps of a dilated window, or one output cell. Positions are
/// in cells relative to the plane's cell (0, 0); between two steps they are fractions.
struct CellLattice {
  float row = 0;
  float column = 0;
  std::int64_t rows = 1;
  std::int64_t columns = 1;
  float row_spacing = 1;
  float column_spacing = 1;
  Color overlay;  ///< Drawn over the cells' fill, under grid lines and numbers; on the plane and its padding alone.
  /// The cells have these colours in the place of the plane's, under the overlay: value (i, j) for lattice cell (i, j).
  std::optional<ValueFill> fill;
  /// The cells are taken out of the plane: what lies below is seen through them. Only with positions on whole cells
  /// does a cell vanish with its number and the lines within the lattice.
  bool cut = false;
  /// Values written small in the lower right corner of each lattice cell: the weights over the taken cells.
  std::optional<ChannelValues> corner_values;
  Color corner_color;
  Color number_color;  ///< Of the numbers in the plane's cells under the lattice; they are bold.
  bool operator==(const CellLattice&) const = default;
};

/// An outline over a plane, in cells relative to its cell (0, 0).
struct CellFrame {
  float row = 0;
  float column = 0;
  float rows = 1;
  float columns = 1;
  Color color;
  float width = 2;  ///< Pixels at scale 1.
  bool operator==(const CellFrame&) const = default;
};

/// Rows and columns of padding around a plane: dashed outlines, each with the value that padding holds.
struct PaddingBorder {
  Sides cells{};
  Color line;
  Color number_color;
  bool numbers = false;
  PaddingMode mode = PaddingMode::zeros;  ///< Which cell of the plane a padding cell copies (engine/padding.h).
  float value = 0;                        ///< What one holds that copies none.
  bool operator==(const PaddingBorder&) const = default;
};

/// A cell whose number is another than its value, as a sum that still grows.
struct CellNumber {
  std::int64_t row = 0;
  std::int64_t column = 0;
  float value = 0;
  bool operator==(const CellNumber&) const = default;
};

/// A part of a plane, in cells: from (row, column) on, `rows` × `columns` large.
struct CellRect {
  float row = 0;
  float column = 0;
  float rows = 0;
  float columns = 0;
  bool operator==(const CellRect&) const = default;
};

/// The rows and columns of a stretched plane that hold cells are those that `by` divides; between them are empty cells,
/// as between the input cells of a transposed convolution.
struct Stretch {
  Size by{1, 1};
  Color gap_fill;
  Color gap_number_color;  ///< Of the zeros in the empty cells.
  bool operator==(const Stretch&) const = default;
};

enum class PlaneRole { input, weight, output, other };

/// Which cells of the layer's tensors a plane shows, for whoever asks what lies under the mouse.
struct PlaneCells {
  PlaneRole role = PlaneRole::other;
  std::int64_t batch = 0;    ///< As in Index: of a weight its outer channel.
  std::int64_t channel = 0;  ///< Of a weight its inner channel.
  bool operator==(const PlaneCells&) const = default;
};

/// One channel of a tensor as a grid. A parallelogram in space; everything on it is positioned in cells.
/// Drawn in this order: fill, gaps, lattices in their order (fill, then overlay), hatching, grid lines, padding border,
/// numbers, frames.
struct Plane {
  std::string name;  ///< "input 0", "kernel 1,0", "output 1": role and channel; unique in a scene.
  PlaneCells cells;
  Vec3 origin{};  ///< The outer corner of cell (0, 0).
  Vec3 column_step{1, 0, 0};
  Vec3 row_step{0, 1, 0};
  std::int64_t rows = 1;
  std::int64_t columns = 1;
  float opacity = 1;  ///< Multiplies the alpha of everything on it.
  Color fill;
  /// Colours cell by cell; NaN, and what is not filled, keeps `fill` and `pending_fill`.
  std::variant<std::monostate, ValueFill, SwatchFill> cell_fill{};
  Stretch stretch{};  ///< `rows` and `columns` count the empty cells, too; values and cell_fill have the others alone.
  /// Row-major, cells from this one on are not computed yet: they have the fill `pending_fill` and no number.
  std::int64_t filled = 0;
  Color pending_fill;
  Color line;
  float line_width = 1.5F;  ///< Pixels at scale 1.
  bool numbers = false;     ///< Whether cells show their values where they are large enough (see numbers.h).
  Color number_color;  ///< On `fill`; on a cell_fill's colour the numbers are black or white, whichever is read better.
  ChannelValues values;
  bool blank_nan = false;  ///< NaN is no value but the lack of one: no number is written.
  std::vector<CellNumber> other_numbers;
  PaddingBorder border;
  std::shared_ptr<const LayerReads> reads;  ///< For hatching and SwatchFill.
  Color hatch{.alpha = 0};  ///< Of the rows and columns that are never read, padding included; alpha 0: none.
  std::vector<CellLattice> lattices;
  std::vector<CellFrame> frames;
  /// The only parts that need drawing, apart from each other; empty: all. What is left out is hidden by what lies over
  /// it. A hint: renderers may draw more.
  std::vector<CellRect> visible;
  bool hidden = false;  ///< All of it is hidden by what lies over it: it need not be drawn.
  bool operator==(const Plane&) const = default;
};

/// A straight line between two points.
struct Line {
  Vec3 from{};
  Vec3 to{};
  Color color;
  float width = 1;     ///< Pixels at scale 1.
  bool arrow = false;  ///< A filled head at `to`: style::arrow_length long, half as wide to each side.
  std::string name;    ///< Not empty: the same line in two scenes (see blend.h).
  bool operator==(const Line&) const = default;
};

enum class FontFace { regular, bold };

/// One line of text, upright on the picture.
struct Label {
  std::string text;  ///< UTF-8
  Vec3 position{};
  Vec2 offset{};  ///< Pixels at scale 1, added after projection.
  float anchor_x =
      0;            ///< 0: the text starts at the position, 0.5: centred, 1: it ends there. Vertically: the base line.
  float size = 15;  ///< Pixels at scale 1.
  FontFace face = FontFace::regular;
  Color color;
  std::string name{};  ///< Not empty: the same label in two scenes (see blend.h).
  bool operator==(const Label&) const = default;
};

using SceneItem = std::variant<Plane, Line, Label>;

/// All that a picture shows, in painter's order, and how it is looked at. A value: equal scenes give equal pictures.
struct Scene {
  Camera camera;
  Vec2 size{};              ///< Pixels of the picture, width and height.
  float content_scale = 1;  ///< Pixels of the picture per "pixel at scale 1".
  Color background;         ///< alpha 0: none
  std::vector<SceneItem> items;
  bool operator==(const Scene&) const = default;
};

}  // namespace convscope
