// One plane as the program hands it over (PlaneBlock of app/render/gl/plane_block.cpp). "Across": in pixels, measured
// straight across the lines between columns (x) and between rows (y), from cell (0, 0) on. There a pixel is one wide
// however the plane is slanted. A strip's "reach" is half its width plus half a pixel, and the most that it can cover of
// a pixel. Colours are premultiplied and have the plane's opacity.
struct Plane {
  vec4 picture;  // the viewport's width, height; corner of cell (0, 0) in pixels of the viewport, y downwards
  vec4 axes;     // one column further, one row further, in pixels
  vec4 cell;     // a cell's size across; the plane's half
  vec4 count;    // columns, rows; reach of a line
  vec4 lines;    // opacity of inner lines between columns, between rows; the plane's opacity; layer in `cells`, or -1
  vec4 filled;   // across: end of the whole computed rows, of the row after them, of its computed cells; unused
  vec4 texels;   // from cells to texels of `cells`: factors, shifts
  vec4 texel;    // a texel's size across; one divided by the texture's size
  vec4 stretch;  // across: from one column, row with values to the next; the same in cells
  vec4 padded;   // across: middle and half of plane and padding
  vec4 hatch;    // hatching lines from one column, row to the next; their distance in pixels; reach of one
  vec4 unread;   // from cells to coordinates in `unread_cells`: factors, shifts
  vec4 fill_color;
  vec4 pending_color;
  vec4 gap_color;
  vec4 line_color;
  vec4 hatch_color;
};
#ifdef BATCH
// The lattice as below, without colours.
struct Member {
  Plane plane;
  vec4 place;
  vec4 size;
  vec4 overlay;
  vec4 cuts;
};
layout(std140) uniform PlaneBlock { Member members[48]; };
#else
layout(std140) uniform PlaneBlock { Plane plane; };
#endif

struct Lattice {
  vec4 place;    // across: first cell, from one cell to the next
  vec4 size;     // cells after the first; a cell's size across; cells that touch are one
  vec4 overlay;
  vec4 cuts;     // 1: all of the plane goes, and lines within; unused; first row in lattice_colors
  vec4 colors;   // as place.zw and size.xy, of the single cells
};
#ifndef BATCH
layout(std140) uniform LatticeBlock {
  vec4 lattice_count;
#ifdef ONE_LATTICE
  Lattice lattices[1];
#else
  Lattice lattices[64];
#endif
};
#endif

// What every pixel of a plane needs. Software OpenGL is several times as fast with values that come with the vertices
// as with those of a uniform block.
#ifdef CELLS
SHARED vec4 texels;
SHARED vec4 texel;
#endif
#ifdef STRETCH
SHARED vec4 stretch;
SHARED vec4 gap_color;
#endif
#ifdef PENDING
SHARED vec4 filled;
SHARED vec4 pending_color;
#endif
#ifdef HATCH
SHARED vec4 padded;
SHARED vec4 hatch;
SHARED vec4 unread;
SHARED vec4 hatch_color;
#endif
#ifdef ONE_LATTICE
SHARED vec4 lattice_place;
SHARED vec4 lattice_size;
SHARED vec4 lattice_overlay;
SHARED vec4 lattice_cuts;
#ifdef LATTICE_FILL
SHARED vec4 lattice_cells;
#endif
#endif
SHARED vec4 cell;
SHARED vec4 count;
SHARED vec4 lines;
SHARED vec4 fill_color;
SHARED vec4 line_color;
