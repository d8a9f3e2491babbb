// A strip along one line between columns, or between rows, of the padding.
layout(location = 0) in vec4 part;   // in cells: left, top, right, bottom
layout(location = 1) in vec2 which;  // 0: between columns, 1: between rows; the column or row that begins at the line

void main() {
  corner = vec4(viewport.x + place.x, viewport.y - place.y, place.zw);
  across = straight;
  cell = size;
  padding = sides;
  line = width;
  dashes = vec4(pattern.x, pattern.x + pattern.y, floor(size.zw / (pattern.x + pattern.y)));
  line_color = tint;
  drawn = which;
  vec2 at = vec2((gl_VertexID & 1) == 0 ? part.x : part.z, ((gl_VertexID >> 1) & 1) == 0 ? part.y : part.w);
  vec2 position = place.xy + at.x * axes.xy + at.y * axes.zw;
  gl_Position = vec4(position / viewport.zw * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
