void main() {
  vec2 cell = mix(quad.xy, quad.zw, vec2(gl_VertexID & 1, gl_VertexID >> 1));
  vec2 position = grid.xy + cell.x * axes.xy + cell.y * axes.zw;
  gl_Position = vec4(position / viewport.zw * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
