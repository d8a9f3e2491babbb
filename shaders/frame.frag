uniform vec4 frame_color;
out vec4 color;

void main() {
  vec2 pixel = vec2(gl_FragCoord.x - viewport.x, viewport.y - gl_FragCoord.y) - origin;
  vec2 at = vec2(pixel.x * sides.w - pixel.y * sides.z, pixel.y * sides.x - pixel.x * sides.y) /
            vec2(length(sides.zw), length(sides.xy)) * sign(sides.x * sides.w - sides.y * sides.z);
  vec2 size = frame_size();
  float outer = covered(at.x, -half_width, size.x + half_width) * covered(at.y, -half_width, size.y + half_width);
  vec2 inside = max(size - 2.0 * half_width, 0.0);
  float inner = covered(at.x - half_width, 0.0, inside.x) * covered(at.y - half_width, 0.0, inside.y);
  color = paint(frame_color, outer - inner);
}
