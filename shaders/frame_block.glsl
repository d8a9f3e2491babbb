// The outline of a CellFrame. Positions in pixels with y downwards.
uniform vec4 viewport;  // left and top in the framebuffer's pixels, which count upwards; width, height
uniform vec2 origin;    // the frame's corner in pixels of the viewport
uniform vec4 sides;     // from the corner along the columns, along the rows
uniform float half_width;

// Width and height, straight across.
vec2 frame_size() {
  return abs(sides.x * sides.w - sides.y * sides.z) / vec2(length(sides.zw), length(sides.xy));
}
