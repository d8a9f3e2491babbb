uniform float half_width;
uniform vec4 frame_color;
in vec2 at;
in vec4 end;
out vec4 color;

// Of a box, by a pixel with these distances to its beginning and its end along both axes.
float box_covered(vec2 begin, vec2 end) {
  vec2 covers = clamp(end + 0.5, 0.0, 1.0) - clamp(begin + 0.5, 0.0, 1.0);
  return covers.x * covers.y;
}

void main() {
  float line = box_covered(-half_width - at, end.xy) - box_covered(half_width - at, end.zw);
  color = paint(frame_color, line);
}
