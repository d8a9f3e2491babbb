// A ring of ten vertices, so that the pixels inside the frame cost nothing.
void main() {
  int corner = (gl_VertexID >> 1) & 3;
  vec2 along = vec2(corner == 1 || corner == 2, corner == 2 || corner == 3);
  vec2 reach = (half_width + 1.0) / frame_size();
  vec2 outwards = (gl_VertexID & 1) == 1 ? reach : -min(reach, 0.5);
  vec2 at = mix(-outwards, 1.0 + outwards, along);
  vec2 position = origin + at.x * sides.xy + at.y * sides.zw;
  gl_Position = vec4(position / viewport.zw * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
