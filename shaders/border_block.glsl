// The dashed edges of a plane's padding. "Across" as in plane_block.glsl; positions in pixels with y downwards.
uniform vec4 viewport;  // left and top in the framebuffer's pixels, which count upwards; width, height
uniform vec4 axes;      // one column further, one row further
uniform vec4 place;     // corner of cell (0, 0) in pixels of the viewport; columns, rows
uniform vec4 straight;  // directions straight across the lines between columns, between rows, one pixel long
uniform vec4 size;      // a cell's size across the same two kinds of lines, and along them
uniform vec4 sides;     // cells of padding: left, top, right, bottom
uniform vec4 width;     // half a line; half the strip that it is drawn in; inner lines' opacity (x, y)
uniform vec2 pattern;   // dashes on, off
uniform vec4 tint;

// The same for the pixels: see plane_block.glsl.
SHARED vec4 corner;     // as in the framebuffer; columns, rows
SHARED vec4 across;
SHARED vec4 cell;
SHARED vec4 padding;
SHARED vec4 line;
SHARED vec4 dashes;     // on, on and off; number of whole dashes in a row's edge, in a column's
SHARED vec4 line_color;
SHARED vec2 drawn;      // as border.vert's `which`
