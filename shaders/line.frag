flat in vec4 segment;
flat in vec2 form;
flat in vec4 shade;
in vec2 at;
out vec4 color;

float stroke_covered(vec2 from, vec2 along) {
  float share = clamp(dot(from, along) / max(dot(along, along), 1e-12), 0.0, 1.0);
  return line_covered(length(from - share * along), form.x);
}

// A shaft with one round end, and a triangle where the other would be: one shape.
float arrow_covered(vec2 from, vec2 along) {
  float span = max(length(along), 1e-6);
  float forward = dot(from, along) / span;
  float sideways = abs(from.x * along.y - from.y * along.x) / span;
  float neck = span - form.y;
  float on_shaft = line_covered(length(vec2(min(forward, 0.0), sideways)), form.x) * clamp(neck - forward + 0.5, 0.0, 1.0);
  float from_side = (0.5 * (span - forward) - sideways) / length(vec2(0.5, 1.0));
  float on_head = clamp(forward - neck + 0.5, 0.0, 1.0) * clamp(from_side + 0.5, 0.0, 1.0);
  return min((neck > 0.0 ? on_shaft : 0.0) + on_head, 1.0);
}

void main() {
  vec2 along = segment.zw - segment.xy;
  vec2 from = at - segment.xy;
  color = paint(shade, form.y == 0.0 ? stroke_covered(from, along) : arrow_covered(from, along));
}
