// A part of a plane: corners in cells, as every part beside it has them.
layout(location = 0) in vec4 part;  // left, top, right, bottom
#ifdef BATCH
layout(location = 1) in float number;
#endif
noperspective out vec2 at;
#if defined(CELLS) && !defined(STRETCH)
noperspective out vec2 at_texel;
#endif

void main() {
#ifdef BATCH
  Plane plane = members[int(number)].plane;
#endif
#ifdef CELLS
  texels = plane.texels;
  texel = plane.texel;
#endif
#ifdef STRETCH
  stretch = plane.stretch;
  gap_color = plane.gap_color;
#endif
#ifdef PENDING
  filled = plane.filled;
  pending_color = plane.pending_color;
#endif
#ifdef HATCH
  padded = plane.padded;
  hatch = plane.hatch;
  unread = plane.unread;
  hatch_color = plane.hatch_color;
#endif
#if defined(ONE_LATTICE) && defined(BATCH)
  lattice_place = members[int(number)].place;
  lattice_size = members[int(number)].size;
  lattice_overlay = members[int(number)].overlay;
  lattice_cuts = members[int(number)].cuts;
#elif defined(ONE_LATTICE)
  lattice_place = lattices[0].place;
  lattice_size = lattices[0].size;
  lattice_overlay = lattices[0].overlay;
  lattice_cuts = lattices[0].cuts;
#ifdef LATTICE_FILL
  lattice_cells = lattices[0].colors;
#endif
#endif
  cell = plane.cell;
  count = plane.count;
  lines = plane.lines;
#ifdef WAITING
  fill_color = plane.pending_color;
#else
  fill_color = plane.fill_color;
#endif
  line_color = plane.line_color;
  at = vec2((gl_VertexID & 1) == 0 ? part.x : part.z, ((gl_VertexID >> 1) & 1) == 0 ? part.y : part.w);
#if defined(CELLS) && !defined(STRETCH)
  at_texel = at * texels.xy + texels.zw;
#endif
  vec2 position = plane.picture.zw + at.x * plane.axes.xy + at.y * plane.axes.zw;
  gl_Position = vec4(position / plane.picture.xy * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
