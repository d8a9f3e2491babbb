#include "app/scene/cell_ref.h"

#include "engine/forward.h"
#include "engine/window.h"

namespace convscope {
namespace {

bool within(std::int64_t value, std::int64_t begin, std::int64_t end) { return value >= begin && value < end; }

bool is_inside(const Index& index, const Shape& shape) {
  return within(index.batch, 0, shape.batch) && within(index.channel, 0, shape.channels) &&
         within(index.y, 0, shape.height) && within(index.x, 0, shape.width);
}

bool is_inside(const Index& index, const Size& size) {
  return within(index.y, 0, size.height) && within(index.x, 0, size.width);
}

bool is_around(const Index& index, const Size& size, const Sides& sides) {
  return !is_inside(index, size) && within(index.y, -sides.top, size.height + sides.bottom) &&
         within(index.x, -sides.left, size.width + sides.right);
}

Shape shape_of(const Document& document, PlaneRole role) {
  switch (role) {
    case PlaneRole::input:
      return input_shape(document.sized);
    case PlaneRole::weight:
      return weight_shape(document.sized.layer);
    case PlaneRole::output:
      return output_shape(document.sized);
    case PlaneRole::other:
      break;
  }
  return {0, 0, 0, 0};
}

bool has_padding(const Document& document, const CellRef& cell) {
  const Shape shape = shape_of(document, cell.role);
  if (!within(cell.index.channel, 0, shape.channels)) {
    return false;
  }
  if (cell.role == PlaneRole::output) {
    return is_stamping(document) &&
           is_around(cell.index, {shape.height, shape.width}, resolved_padding(document.sized.layer));
  }
  return cell.role == PlaneRole::input && !is_stamping(document) &&
         is_around(cell.index, window_grid_size(document.sized), window_border(document.sized));
}

bool has_gap(const Document& document, const CellRef& cell) {
  const Layer& layer = document.sized.layer;
  const bool between = cell.index.y % layer.stride.height != 0 || cell.index.x % layer.stride.width != 0;
  return cell.role == PlaneRole::input && layer.op == Op::conv_transpose2d && !is_stamping(document) && between &&
         within(cell.index.channel, 0, layer.in_channels) && is_inside(cell.index, window_grid_size(document.sized));
}

}  // namespace

bool has_cell(const Document& document, const CellRef& cell) {
  switch (cell.kind) {
    case CellKind::cell:
      return is_inside(cell.index, shape_of(document, cell.role));
    case CellKind::padding:
      return has_padding(document, cell);
    case CellKind::gap:
      return has_gap(document, cell);
  }
  return false;
}

UseProduct uses_of(const SizedLayer& sized, const CellRef& cell) {
  const bool inside = cell.kind == CellKind::cell;
  if (cell.role == PlaneRole::input && inside) {
    return uses_of_input(sized, cell.index);
  }
  if (cell.role == PlaneRole::weight && inside) {
    return uses_of_weight(sized, cell.index);
  }
  if (cell.role == PlaneRole::output && inside) {
    return uses_of_output(sized, cell.index);
  }
  if (cell.role == PlaneRole::input && cell.kind == CellKind::padding && sized.layer.op != Op::conv_transpose2d) {
    return uses_of_padded_cell(sized, cell.index.channel, cell.index.y, cell.index.x);
  }
  return {};
}

}  // namespace convscope
