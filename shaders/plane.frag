// A plane under its numbers and its frame: fill, lattice overlay, grid lines, padding border.
// Column and row positions are worked on apart, each in pixels straight across its own grid lines ("across"): there a
// pixel is one wide however the plane is slanted.
out vec4 color;

struct Axis {
  float at;       // of the pixel, across
  float cell;     // a cell's size, across
  float count;    // cells of the plane
  float before;   // cells of padding
  float after;
  float opacity;  // of inner lines
};

float covered_cells(Axis axis, float first, float last) {
  return covered(axis.at, first * axis.cell, last * axis.cell);
}

vec4 fill(Axis x, Axis y) {
  float whole_rows = filled.x;
  float done = covered_cells(y, 0.0, whole_rows) * covered_cells(x, 0.0, x.count) +
               covered_cells(y, whole_rows, whole_rows + 1.0) * covered_cells(x, 0.0, filled.y);
  float all = covered_cells(y, 0.0, y.count) * covered_cells(x, 0.0, x.count);
  return paint(fill_color, done) + paint(pending_color, all - done);
}

// Width of the lattice's cells up to `end`, along one axis.
float lattice_length(float end, float cell, float spacing, float count) {
  float before = clamp(floor(end / spacing), 0.0, count - 1.0);
  return before * cell + clamp(end - before * spacing, 0.0, cell);
}

float lattice_covered(Axis axis, float first, float spacing, float count) {
  float at = axis.at - first * axis.cell;
  return lattice_length(at + 0.5, axis.cell, spacing * axis.cell, count) -
         lattice_length(at - 0.5, axis.cell, spacing * axis.cell, count);
}

// Width of the lines around cells first … last up to `end`.
float lines_length(float end, float cell, float count, float half_width) {
  float at = end + half_width;
  float before = clamp(floor(at / cell), 0.0, count);
  return before * 2.0 * half_width + clamp(at - before * cell, 0.0, 2.0 * half_width);
}

float inner_lines_covered(Axis axis, float half_width) {
  float all = lines_length(axis.at + 0.5, axis.cell, axis.count, half_width) -
              lines_length(axis.at - 0.5, axis.cell, axis.count, half_width);
  float outer = line_covered(axis.at, half_width) + line_covered(axis.at - axis.count * axis.cell, half_width);
  return max(all - outer, 0.0) * axis.opacity;
}

float box_covered(Axis x, Axis y, float grow) {
  return covered(x.at, -grow, x.count * x.cell + grow) * covered(y.at, -grow, y.count * y.cell + grow);
}

float grid_covered(Axis x, Axis y, float half_width) {
  float inside = box_covered(x, y, -half_width);
  float outline = box_covered(x, y, half_width) - inside;
  float inner = either(inner_lines_covered(x, half_width), inner_lines_covered(y, half_width)) * inside;
  return outline + (1.0 - outline) * inner;
}

// Length of dashes up to `end`, which restart on each cell's edge. All in pixels along the edges.
float dash_length(float end, float edge) {
  float on = filled.z;
  float period = filled.z + filled.w;
  float whole_in_edge = floor(edge / period);
  float on_edge = whole_in_edge * on + min(edge - whole_in_edge * period, on);
  float edges = floor(end / edge);
  float rest = end - edges * edge;
  float whole = floor(rest / period);
  return edges * on_edge + whole * on + min(rest - whole * period, on);
}

float dashes_covered(float at, float edge, float low, float high) {
  return dash_length(clamp(at + 0.5, low, high), edge) - dash_length(clamp(at - 0.5, low, high), edge);
}

// The dashed edges that cross `axis`; `other` is the direction in which they run, `edge` their length in pixels.
float border_covered(Axis axis, Axis other, float edge, float half_width) {
  float nearest = clamp(floor(axis.at / axis.cell + 0.5), -axis.before, axis.count + axis.after);
  float across = line_covered(axis.at - nearest * axis.cell, half_width);
  bool outer = nearest == -axis.before || nearest == axis.count + axis.after;
  bool beside_plane = nearest < 0.0 || nearest > axis.count;
  float at = other.at / other.cell * edge;
  float low = -other.before * edge;
  float high = (other.count + other.after) * edge;
  float along = dashes_covered(at, edge, low, 0.0) + dashes_covered(at, edge, other.count * edge, high);
  if (beside_plane) {
    along += dashes_covered(at, edge, 0.0, other.count * edge);
  }
  return across * along * (outer ? 1.0 : axis.opacity);
}

void main() {
  vec2 pixel = vec2(gl_FragCoord.x - viewport.x, viewport.y - gl_FragCoord.y) - grid.xy;
  Axis x = Axis(dot(pixel, across.xy), cell.x, grid.z, border.x, border.z, lines.z);
  Axis y = Axis(dot(pixel, across.zw), cell.y, grid.w, border.y, border.w, lines.w);

  color = fill(x, y);
#ifdef LATTICE
  float taken = lattice_covered(x, lattice.x, lattice.z, lattice_count.x) *
                lattice_covered(y, lattice.y, lattice.w, lattice_count.y);
  color = over(paint(overlay_color, taken), color);
#endif
  color = over(paint(line_color, grid_covered(x, y, lines.x)), color);
#ifdef BORDER
  float dashes = either(border_covered(x, y, cell.z, lines.x), border_covered(y, x, cell.w, lines.x));
  color = over(paint(border_color, dashes), color);
#endif
}
