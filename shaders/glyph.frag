uniform sampler2D atlas;
in vec2 at;
in vec4 shade;
out vec4 color;

void main() { color = paint(shade, texelFetch(atlas, ivec2(at), 0).r); }
