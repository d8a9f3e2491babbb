// The outline of a CellFrame. A ring of ten vertices, so that the pixels inside the frame cost nothing.
uniform vec2 viewport_size;
uniform vec2 origin;  // the frame's corner in pixels of the viewport, y downwards
uniform vec4 sides;   // from the corner along the columns, along the rows
uniform float half_width;
// As glyph.vert's, for the same reason: a uniform's value handed on would not count as an input. Across, in pixels:
out vec2 at;   // from the corner
out vec4 end;  // to the other end of the line around the frame, and of what it leaves free

void main() {
  int corner = (gl_VertexID >> 1) & 3;
  vec2 along = vec2(corner == 1 || corner == 2, corner == 2 || corner == 3);
  vec2 size = abs(sides.x * sides.w - sides.y * sides.z) / vec2(length(sides.zw), length(sides.xy));
  vec2 reach = (half_width + 1.0) / size;
  vec2 outwards = (gl_VertexID & 1) == 1 ? reach : -min(reach, 0.5);
  vec2 share = mix(-outwards, 1.0 + outwards, along);
  at = share * size;
  end = vec4(size + half_width, max(size - half_width, half_width)) - at.xyxy;
  vec2 position = origin + share.x * sides.xy + share.y * sides.zw;
  gl_Position = vec4(position / viewport_size * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
