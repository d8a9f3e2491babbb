in vec2 at;
in vec4 drawn;
out vec4 color;

struct Axis {
  float at;       // of the pixel, across
  float cell;     // a cell's size, across
  float count;    // cells of the plane
  float before;   // cells of padding
  float after;
  float opacity;  // of inner lines
};

// Length of dashes up to `end`, which restart on each cell's edge. All in pixels along the edges.
float dash_length(float end, float edge, float whole_in_edge) {
  float on = dashes.x;
  float period = dashes.y;
  float on_edge = whole_in_edge * on + min(edge - whole_in_edge * period, on);
  float edges = floor(end / edge);
  float rest = end - edges * edge;
  float whole = floor(rest / period);
  return edges * on_edge + whole * on + min(rest - whole * period, on);
}

float dashes_covered(float at, vec2 edge, float low, float high) {
  return dash_length(clamp(at + 0.5, low, high), edge.x, edge.y) - dash_length(clamp(at - 0.5, low, high), edge.x, edge.y);
}

// Of those that are drawn: inner lines may have faded.
float nearest_line(Axis axis) {
  float end = axis.count + axis.after;
  float outer = 2.0 * axis.at < (end - axis.before) * axis.cell ? -axis.before : end;
  return axis.opacity > 0.0 ? clamp(floor(axis.at / axis.cell + 0.5), -axis.before, end) : outer;
}

bool is_outer(Axis axis, float number) { return number == -axis.before || number == axis.count + axis.after; }

// The dashed edges of a line that crosses `axis`; `other` is the direction in which they run, `edge` their length in pixels and the
// whole dashes in it. Beside the plane they end at it, before it or after it, whichever is nearer.
float border_covered(float number, Axis axis, Axis other, vec2 edge, float half_width) {
  float covers = line_covered(axis.at - number * axis.cell, half_width);
  bool beside_plane = number < 0.0 || number > axis.count;
  float at = other.at / other.cell * edge.x;
  float low = -other.before * edge.x;
  float high = (other.count + other.after) * edge.x;
  float plane = other.count * edge.x;
  bool before = at < 0.5 * plane;
  float along = dashes_covered(at, edge, beside_plane || before ? low : plane, beside_plane || !before ? high : 0.0);
  return covers * along * (is_outer(axis, number) ? 1.0 : axis.opacity);
}

void main() {
  Axis x = Axis(at.x, cell.x, place.z, padding.x, padding.z, line.z);
  Axis y = Axis(at.y, cell.y, place.w, padding.y, padding.w, line.w);
  bool columns = drawn.x < 0.5;
  float number = floor(drawn.y + 0.5);  // Interpolated.
#ifdef TRANSLUCENT
  // Strips that cross have pixels in common, which only the one between columns draws: paint does not pile up.
  float column = nearest_line(x);
  float row = nearest_line(y);
  bool near_column = abs(x.at - column * x.cell) < line.y;
  bool own = columns ? near_column && column == number : !near_column && row == number;
  float covers = either(border_covered(column, x, y, vec2(cell.z, dashes.z), line.x),
                        border_covered(row, y, x, vec2(cell.w, dashes.w), line.x));
  color = line_color * (own ? covers : 0.0);
#else
  Axis axis = columns ? x : y;
  Axis other = columns ? y : x;
  color = line_color * border_covered(number, axis, other, drawn.zw, line.x);
#endif
}
