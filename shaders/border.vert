// A strip along one line between columns, or between rows, of the padding.
layout(location = 0) in vec4 part;   // in cells: left, top, right, bottom
layout(location = 1) in vec2 which;  // 0: between columns, 1: between rows; the column or row that begins at the line
// As glyph.vert's, for the same reason.
out vec2 at;     // across
out vec4 drawn;  // `which`; length of an edge along the line, whole dashes in it

void main() {
  drawn = vec4(which, which.x == 0.0 ? vec2(cell.z, dashes.z) : vec2(cell.w, dashes.w));
  vec2 corner = vec2((gl_VertexID & 1) == 0 ? part.x : part.z, ((gl_VertexID >> 1) & 1) == 0 ? part.y : part.w);
  at = corner * cell.xy;
  vec2 position = place.xy + corner.x * axes.xy + corner.y * axes.zw;
  gl_Position = vec4(position / viewport_size * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
