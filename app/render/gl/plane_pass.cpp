#include "app/render/gl/plane_pass.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "app/render/gl/program.h"
#include "app/render/style.h"
#include "embedded/render_gl.h"

namespace convscope::gl {
namespace {

constexpr GLuint block_binding = 0;

/// A vec4 of the shader.
struct Four {
  float x = 0;
  float y = 0;
  float z = 0;
  float w = 0;
};

Four four(Color color) { return {color.red, color.green, color.blue, color.alpha}; }

/// As in shaders/plane_block.glsl, which says what each holds.
struct PlaneBlock {
  Four viewport;
  Four axes;
  Four quad;
  Four grid;
  Four across;
  Four cell;
  Four lines;
  Four filled;
  Four border;
  Four lattice;
  Four lattice_count;
  Four fill_color;
  Four pending_color;
  Four line_color;
  Four border_color;
  Four overlay_color;
};

bool has_border(const Plane& plane) { return plane.border.cells != Sides{} && plane.border.line.alpha > 0; }
bool has_lattice(const Plane& plane) { return plane.lattice && plane.lattice->overlay.alpha > 0; }
std::size_t program_of(bool lattice, bool border) { return (lattice ? 1U : 0U) + (border ? 2U : 0U); }

/// In cells: left, top, right, bottom of all that the quad has to show.
Four quad_of(const Plane& plane, const style::CellAxes& cells, float half_width) {
  const Sides& border = plane.border.cells;
  Four quad{static_cast<float>(-border.left), static_cast<float>(-border.top),
            static_cast<float>(plane.columns + border.right), static_cast<float>(plane.rows + border.bottom)};
  if (plane.lattice) {
    const CellLattice& lattice = *plane.lattice;
    quad.x = std::min(quad.x, lattice.column);
    quad.y = std::min(quad.y, lattice.row);
    quad.z = std::max(quad.z, lattice.column + static_cast<float>(lattice.columns - 1) * lattice.column_spacing + 1);
    quad.w = std::max(quad.w, lattice.row + static_cast<float>(lattice.rows - 1) * lattice.row_spacing + 1);
  }
  const float grow_x = (half_width + 1) / cells.column_line_spacing();
  const float grow_y = (half_width + 1) / cells.row_line_spacing();
  return {quad.x - grow_x, quad.y - grow_y, quad.z + grow_x, quad.w + grow_y};
}

bool outside(const Four& quad, const style::CellAxes& cells, const Viewport& viewport) {
  const std::array<Vec2, 4> corners{cells.at(quad.x, quad.y), cells.at(quad.z, quad.y), cells.at(quad.x, quad.w),
                                    cells.at(quad.z, quad.w)};
  const auto all = [&corners](auto&& is) { return std::ranges::all_of(corners, is); };
  return all([](Vec2 p) { return p.x < 0; }) || all([](Vec2 p) { return p.y < 0; }) ||
         all([&](Vec2 p) { return p.x > static_cast<float>(viewport.width); }) ||
         all([&](Vec2 p) { return p.y > static_cast<float>(viewport.height); });
}

PlaneBlock block_of(const Scene& scene, const Plane& plane, const style::CellAxes& cells, const Viewport& viewport) {
  const float width = plane.line_width * scene.content_scale;
  const std::int64_t count = plane.rows * plane.columns;
  const std::int64_t filled = std::clamp<std::int64_t>(plane.filled, 0, count);
  const std::int64_t whole_rows = filled / plane.columns;
  const CellLattice lattice = plane.lattice.value_or(CellLattice{});
  const Sides& border = plane.border.cells;
  const float column_length = std::hypot(cells.column.x, cells.column.y);
  const float row_length = std::hypot(cells.row.x, cells.row.y);
  const float side = cells.determinant() > 0 ? 1.0F : -1.0F;  // A plane seen from behind is mirrored.
  return {
      .viewport = {static_cast<float>(viewport.left), static_cast<float>(viewport.top_from_below()),
                   static_cast<float>(viewport.width), static_cast<float>(viewport.height)},
      .axes = {cells.column.x, cells.column.y, cells.row.x, cells.row.y},
      .quad = quad_of(plane, cells, width / 2),
      .grid = {cells.origin.x, cells.origin.y, static_cast<float>(plane.columns), static_cast<float>(plane.rows)},
      .across = {side * cells.row.y / row_length, -side * cells.row.x / row_length,
                 -side * cells.column.y / column_length, side * cells.column.x / column_length},
      .cell = {cells.column_line_spacing(), cells.row_line_spacing(), row_length, column_length},
      .lines = {width / 2, 0, style::inner_line_opacity(cells.column_line_spacing(), width),
                style::inner_line_opacity(cells.row_line_spacing(), width)},
      .filled = {static_cast<float>(whole_rows), static_cast<float>(filled % plane.columns),
                 style::dash_on * scene.content_scale, style::dash_off * scene.content_scale},
      .border = {static_cast<float>(border.left), static_cast<float>(border.top), static_cast<float>(border.right),
                 static_cast<float>(border.bottom)},
      .lattice = {lattice.column, lattice.row, lattice.column_spacing, lattice.row_spacing},
      .lattice_count = {static_cast<float>(lattice.columns), static_cast<float>(lattice.rows), 0, 0},
      .fill_color = four(plane.fill),
      .pending_color = four(plane.pending_fill),
      .line_color = four(plane.line),
      .border_color = four(plane.border.line),
      .overlay_color = four(lattice.overlay),
  };
}

Result<Program> build_plane_program(bool lattice, bool border) {
  const std::string_view with_lattice = lattice ? "#define LATTICE\n" : "";
  const std::string_view with_border = border ? "#define BORDER\n" : "";
  return build_program({"plane.vert", {embedded::shaders_plane_block_glsl, embedded::shaders_plane_vert}},
                       {"plane.frag",
                        {with_lattice, with_border, embedded::shaders_coverage_glsl, embedded::shaders_plane_block_glsl,
                         embedded::shaders_plane_frag}});
}

}  // namespace

Result<PlanePass> PlanePass::create() {
  Programs programs;
  for (const bool lattice : {false, true}) {
    for (const bool border : {false, true}) {
      auto program = build_plane_program(lattice, border);
      if (!program) {
        return program.error();
      }
      programs[program_of(lattice, border)] = std::move(program).value();
    }
  }
  return PlanePass(std::move(programs));
}

PlanePass::PlanePass(Programs programs) : programs_(std::move(programs)) {
  for (const Program& program : programs_) {
    glUniformBlockBinding(program.id(), glGetUniformBlockIndex(program.id(), "PlaneBlock"), block_binding);
  }
}

void PlanePass::draw(const Scene& scene, const Plane& plane, const Viewport& viewport) const {
  const style::CellAxes cells = style::cell_axes(scene.camera, plane);
  if (cells.determinant() == 0 || plane.rows < 1 || plane.columns < 1) {
    return;
  }
  const PlaneBlock block = block_of(scene, plane, cells, viewport);
  if (outside(block.quad, cells, viewport)) {
    return;
  }
  glUseProgram(programs_[program_of(has_lattice(plane), has_border(plane))].id());
  glBindVertexArray(no_vertices_.id());
  glBindBuffer(GL_UNIFORM_BUFFER, block_.id());
  glBufferData(GL_UNIFORM_BUFFER, sizeof(block), &block, GL_STREAM_DRAW);
  glBindBufferBase(GL_UNIFORM_BUFFER, block_binding, block_.id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace convscope::gl
