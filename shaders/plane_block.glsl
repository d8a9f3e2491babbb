// One plane as the program hands it over (PlaneBlock of app/render/gl/plane_pass.cpp). Positions with y downwards.
layout(std140) uniform PlaneBlock {
  vec4 viewport;       // left and top in the framebuffer's pixels, which count upwards; width, height
  vec4 axes;           // one column further, one row further, in pixels
  vec4 quad;           // in cells: left, top, right, bottom of all that is drawn
  vec4 grid;           // corner of cell (0, 0) in pixels of the viewport; columns, rows
  vec4 across;         // directions straight across the lines between columns, between rows, one pixel long
  vec4 cell;           // a cell's size across the same two kinds of lines, and along them, in pixels
  vec4 lines;          // half their width in pixels; unused; opacity of inner lines between columns, between rows
  vec4 filled;         // whole rows computed, cells computed of the row after them; dashes on and off, in pixels
  vec4 border;         // cells of padding: left, top, right, bottom
  vec4 lattice;        // column, row of the first cell; column and row spacing
  vec4 lattice_count;  // columns, rows; two unused
  vec4 fill_color;
  vec4 pending_color;
  vec4 line_color;
  vec4 border_color;
  vec4 overlay_color;
};
