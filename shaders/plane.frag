// A plane under its padding's dashes, its numbers and its frames: fill, lattices, hatching, grid lines. What a part of a
// plane lacks is not compiled into its program: software OpenGL computes both sides of every branch.
noperspective in vec2 at;  // cells
out vec4 color;

#ifdef KEPT
uniform sampler2D kept;

void main() { color = texelFetch(kept, ivec2(gl_FragCoord.xy), 0); }
#else

#ifdef CELLS
uniform sampler2DArray cells;
#ifndef STRETCH
noperspective in vec2 at_texel;
#endif

vec4 cell_color() {
#ifdef STRETCH
  // Of the cell that the pixel touches, even where its centre lies in the gap before it.
  vec2 number = floor((at + 0.49 / cell.xy) / stretch.zw);
  vec2 place = number + clamp(at - number * stretch.zw, 0.0, 0.9999);
  vec2 t = place * texels.xy + texels.zw;
#else
  vec2 t = at_texel;
#endif
#ifdef SMOOTH
  // Each texel keeps its area's share of the pixel: linear filtering mixes within one pixel around an edge alone.
  vec2 edge = floor(t + 0.5);
  t = edge + clamp((t - edge) * texel.xy, -0.5, 0.5);
#endif
  return texture(cells, vec3(t * texel.zw, lines.w));
}
#endif

#ifdef STRETCH
// Length of the cells with values up to `end`, along both axes.
vec2 held_length(vec2 end) {
  vec2 before = floor(end / stretch.xy);
  return before * cell.xy + min(end - before * stretch.xy, cell.xy);
}
#endif

// Not yet cut off at the plane's edges.
vec4 own_color(vec2 across) {
  vec4 own = fill_color;
#ifdef CELLS
  vec4 above = cell_color();
#ifdef SOLID
  own = above;
#else
  above *= step(0.0, lines.w);
  own = above * lines.z + (1.0 - above.a) * own;
#endif
#endif
#ifdef STRETCH
  vec2 held = held_length(across + 0.5) - held_length(across - 0.5);
  own = mix(gap_color, own, held.x * held.y);
#endif
#ifdef PENDING
  vec2 within = clamp(across, vec2(0.5), 2.0 * cell.zw - 0.5);
  float rows = clamp(filled.x - within.y + 0.5, 0.0, 1.0);
  float row = clamp(filled.y - within.y + 0.5, 0.0, 1.0) - rows;
  own = mix(pending_color, own, rows + row * clamp(filled.z - within.x + 0.5, 0.0, 1.0));
#endif
  return own;
}

#ifdef LATTICES
#ifdef LATTICE_FILL
uniform sampler2D lattice_colors;
#endif

// Length of the lattice's cells up to `end`, along both axes.
vec2 lattice_length(vec2 end, vec2 spacing, vec4 size) {
  vec2 before = clamp(floor(end / spacing), vec2(0.0), size.xy);
  return before * size.zw + clamp(end - before * spacing, vec2(0.0), size.zw);
}

vec4 with_lattice(Lattice lattice, vec4 below, vec2 across, inout vec2 kept) {
  vec2 end = across - lattice.place.xy;
  vec2 spacing = lattice.place.zw;
  vec2 taken = lattice_length(end + 0.5, spacing, lattice.size) - lattice_length(end - 0.5, spacing, lattice.size);
  float share = taken.x * taken.y;
#ifdef LATTICE_FILL
  // Of the cell that the pixel touches, even where its centre lies before it.
  vec2 number = clamp(floor((end + 0.49) / lattice.colors.xy), vec2(0.0), lattice.colors.zw);
  vec4 own = texelFetch(lattice_colors, ivec2(number.x, lattice.cuts.z + number.y), 0) * (share * lines.z);
  below = over(own, below);
#endif
#ifdef LATTICE_CUT
  vec2 middle = 0.5 * lattice.size.zw;
  vec2 from_middle = abs(end - clamp(floor(end / spacing), vec2(0.0), lattice.size.xy) * spacing - middle);
  vec2 within = clamp(middle + 1.0 - count.z - from_middle, 0.0, 1.0);
  kept *= 1.0 - lattice.cuts.x * vec2(share, within.x * within.y);
#endif
  return over(lattice.overlay * share, below);
}

// `kept`: what cuts leave of everything but lines, and of lines.
vec4 with_lattices(vec4 below, vec2 across, inout vec2 kept) {
#ifdef ONE_LATTICE
#ifndef LATTICE_FILL
  const vec4 lattice_cells = vec4(1.0);
#endif
  Lattice lattice = Lattice(lattice_place, lattice_size, lattice_overlay, lattice_cuts, lattice_cells);
  return with_lattice(lattice, below, across, kept);
#else
  int number = int(lattice_count.x);
  for (int i = 0; i < number; ++i) {
    below = with_lattice(lattices[i], below, across, kept);
  }
  return below;
#endif
}
#endif

#ifdef HATCH
#ifdef MASK
uniform sampler2D unread_cells;

float unread_share() {
  vec2 place = at * unread.xy + unread.zw;
  return either(texture(unread_cells, vec2(place.x, 0.25)).r, texture(unread_cells, vec2(place.y, 0.75)).r);
}
#endif

float hatched(vec2 across) {
  float phase = dot(at, hatch.xy);
  float from_line = abs(phase - floor(phase + 0.5)) * hatch.z;
  float line = clamp(hatch.w - from_line, 0.0, min(2.0 * hatch.w - 1.0, 1.0));
#ifdef MASK
  line *= unread_share();
#endif
#if defined(EDGE) || defined(PADDING)
  vec2 within = clamp(padded.zw + 0.5 - abs(across - padded.xy), 0.0, 1.0);
  line *= within.x * within.y;
#endif
  return line;
}
#endif

#ifdef EDGE
// Of the plane's inside, and of a box around its outline, along both axes.
vec2 inside(vec2 from_middle) {
  return clamp(cell.zw + 0.5 - from_middle, vec2(0.0), min(2.0 * cell.zw, vec2(1.0)));
}

// The outline counts where cells are so small that another line is nearer, too.
float grid_covered(vec2 across, vec2 from_middle) {
  vec2 nearest = clamp(floor(at + 0.5), vec2(0.0), count.xy);
  vec2 inner = clamp(count.z - abs(across - nearest * cell.xy), 0.0, count.w) * lines.xy;
  vec2 outline = clamp(count.z - abs(from_middle - cell.zw), 0.0, count.w);
  vec2 line = max(inner, outline);
  vec2 around = clamp(cell.zw + count.z - from_middle, 0.0, 1.0);
  return line.x * around.y + line.y * around.x - line.x * line.y;
}
#elif defined(LINES)
float inner_grid_covered() {
  vec2 line = clamp(count.z - abs(at - floor(at + 0.5)) * cell.xy, 0.0, count.w) * lines.xy;
  return either(line.x, line.y);
}
#endif

void main() {
  vec2 across = at * cell.xy;
#ifdef PADDING
  color = vec4(0.0);
#else
  color = own_color(across);
#endif
#ifdef EDGE
  vec2 from_middle = abs(across - cell.zw);
  vec2 covered_by_plane = inside(from_middle);
  color *= covered_by_plane.x * covered_by_plane.y;
#endif
  vec2 kept = vec2(1.0);
#ifdef LATTICES
  color = with_lattices(color, across, kept);
#endif
#ifdef HATCH
  color = over(hatch_color * hatched(across), color);
#endif
  color *= kept.x;
#ifdef EDGE
  color = over(line_color * (grid_covered(across, from_middle) * kept.y), color);
#elif defined(LINES)
  color = over(line_color * (inner_grid_covered() * kept.y), color);
#endif
}
#endif
