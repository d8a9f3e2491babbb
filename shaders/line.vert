// One straight line, with or without an arrow's head: a rectangle around it, a pixel wider for the soft edge.
layout(location = 0) in vec4 ends;   // from, to in pixels of the viewport, y downwards
layout(location = 1) in vec2 shape;  // half the width; length of the head, which is half as wide to each side
layout(location = 2) in vec4 line_color;
uniform vec2 viewport_size;
flat out vec4 segment;
flat out vec2 form;
flat out vec4 shade;
out vec2 at;

void main() {
  vec2 along = ends.zw - ends.xy;
  float span = length(along);
  vec2 direction = span > 0.0 ? along / span : vec2(1.0, 0.0);
  float reach = max(shape.x, 0.5 * shape.y) + 1.0;
  float forward = (gl_VertexID & 1) == 0 ? -reach : span + reach;
  float sideways = ((gl_VertexID >> 1) & 1) == 0 ? -reach : reach;
  at = ends.xy + forward * direction + sideways * vec2(-direction.y, direction.x);
  segment = ends;
  form = shape;
  shade = line_color;
  gl_Position = vec4(at / viewport_size * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
