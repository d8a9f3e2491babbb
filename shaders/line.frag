flat in vec4 segment;
flat in float radius;
flat in vec4 shade;
in vec2 at;
out vec4 color;

void main() {
  vec2 along = segment.zw - segment.xy;
  vec2 from = at - segment.xy;
  float share = clamp(dot(from, along) / max(dot(along, along), 1e-12), 0.0, 1.0);
  color = paint(shade, line_covered(length(from - share * along), radius));
}
