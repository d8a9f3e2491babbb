// The dashed edges of a plane's padding. "Across" as in plane_block.glsl; positions in pixels with y downwards.
uniform vec2 viewport_size;
uniform vec4 axes;     // one column further, one row further
uniform vec4 place;    // corner of cell (0, 0) in pixels of the viewport; columns, rows
uniform vec4 cell;     // its size across the lines between columns, between rows; along the same
uniform vec4 padding;  // cells: left, top, right, bottom
uniform vec4 line;     // half a line; half the strip that it is drawn in; inner lines' opacity (x, y)
uniform vec4 dashes;   // on, on and off; whole dashes in a cell's edge along the lines between columns, between rows
uniform vec4 line_color;
