// One glyph on whole pixels: its texels are the picture's pixels.
layout(location = 0) in vec4 box;     // left, top in pixels of the viewport, y downwards; width, height
layout(location = 1) in vec2 texel;   // left, top in the atlas
layout(location = 2) in vec4 glyph_color;
uniform vec2 viewport_size;
// Not flat, though they are: with inputs as those of Dear ImGui's program, software OpenGL has one setup for both and
// compiles none for this one at every start.
out vec2 at;
out vec4 shade;

void main() {
  vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1) * box.zw;
  at = texel + corner;
  shade = glyph_color;
  gl_Position = vec4((box.xy + corner) / viewport_size * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
