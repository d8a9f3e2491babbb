#include "app/render/gl/border_strips.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/render/gl/plane_block.h"

namespace convscope::gl {
namespace {

class StripMaker {
 public:
  StripMaker(const Scene& scene, const Plane& plane, const style::CellAxes& axes)
      : plane_(plane), padded_(padded_plane(plane)), whole_(whole_plane(plane)), shown_(picture_part(scene, axes)) {
    const Vec2 cell = cell_across(axes);
    const float width = plane.line_width * scene.content_scale;
    const float reach = width / 2 + 1;
    reach_ = {reach / cell.x, reach / cell.y};
    half_line_ = {width / 2 / cell.x, width / 2 / cell.y};
    shown_ = grown(shown_, reach_);
    add_columns(style::inner_line_opacity(cell.x, width) > 0);
    add_rows(style::inner_line_opacity(cell.y, width) > 0);
  }

  [[nodiscard]] std::vector<BorderStrip> make() && { return std::move(strips_); }

 private:
  void add_columns(bool inner) {
    const auto first = std::max(padded_.left, std::floor(shown_.left));
    for (float x = padded_.left; x <= padded_.right; x = next(x, inner, first, padded_.right, shown_.right)) {
      const auto add = [&](float top, float bottom) { add_strip(grown({x, top, x, bottom}, reach_), 0, x); };
      if (x < whole_.left || x > whole_.right) {
        add(padded_.top, padded_.bottom);
        continue;
      }
      if (padded_.top < whole_.top) {
        add(padded_.top, whole_.top);
      }
      if (padded_.bottom > whole_.bottom) {
        add(whole_.bottom, padded_.bottom);
      }
    }
  }

  void add_rows(bool inner) {
    const auto first = std::max(padded_.top, std::floor(shown_.top));
    for (float y = padded_.top; y <= padded_.bottom; y = next(y, inner, first, padded_.bottom, shown_.bottom)) {
      const auto add = [&](float left, float right) { add_strip(grown({left, y, right, y}, reach_), 1, y); };
      if (y < whole_.top || y > whole_.bottom) {
        add(padded_.left, padded_.right);
        continue;
      }
      if (padded_.left < whole_.left) {
        add(padded_.left, whole_.left);
      }
      if (padded_.right > whole_.right) {
        add(whole_.right, padded_.right);
      }
    }
  }

  /// The line after a line: the next on the picture, or the last.
  static float next(float line, bool inner, float first_shown, float last, float last_shown) {
    if (line == last) {
      return last + 1;
    }
    const float following = std::max(line + 1, first_shown);
    return inner && following <= last_shown ? std::min(following, last) : last;
  }

  void add_strip(const PlanePart& part, float between_rows, float number) {
    std::vector<PlanePart> rest{common(part, shown_)};
    for (const CellLattice& lattice : plane_.lattices) {
      if (lattice.cut) {
        remove_cut(lattice, between_rows, number, rest);
      }
    }
    for (const PlanePart& left : rest) {
      if (!is_empty(left)) {
        strips_.push_back({left, between_rows, number});
      }
    }
  }

  /// Takes out what lies in a cut's cells, less half a line's width on every side.
  void remove_cut(const CellLattice& lattice, float between_rows, float number, std::vector<PlanePart>& rest) const {
    const bool columns = between_rows == 0;
    const PlanePart box = lattice_box(lattice);
    const std::int64_t across = lattice.row_spacing == 1 ? 1 : lattice.rows;
    const std::int64_t along = lattice.column_spacing == 1 ? 1 : lattice.columns;
    for (std::int64_t i = 0; i < across; ++i) {
      for (std::int64_t j = 0; j < along; ++j) {
        PlanePart gone = box;
        if (across > 1) {
          gone.top = lattice.row + static_cast<float>(i) * lattice.row_spacing;
          gone.bottom = gone.top + 1;
        }
        if (along > 1) {
          gone.left = lattice.column + static_cast<float>(j) * lattice.column_spacing;
          gone.right = gone.left + 1;
        }
        // A line that has not yet left the cut's edge stays whole.
        const PlanePart inner = grown(gone, -2.0F * half_line_);
        const bool within =
            columns ? number > inner.left && number < inner.right : number > inner.top && number < inner.bottom;
        if (within) {
          rest = without(rest, grown(gone, -1.0F * half_line_), columns);
        }
      }
    }
  }

  /// Strips along rows or columns without what lies in `gone`.
  static std::vector<PlanePart> without(const std::vector<PlanePart>& strips, const PlanePart& gone, bool columns) {
    std::vector<PlanePart> rest;
    for (const PlanePart& strip : strips) {
      PlanePart before = strip;
      PlanePart after = strip;
      if (columns) {
        before.bottom = std::min(before.bottom, gone.top);
        after.top = std::max(after.top, gone.bottom);
      } else {
        before.right = std::min(before.right, gone.left);
        after.left = std::max(after.left, gone.right);
      }
      rest.push_back(before);
      rest.push_back(after);
    }
    std::erase_if(rest, is_empty);
    return rest;
  }

  const Plane& plane_;
  PlanePart padded_;
  PlanePart whole_;
  PlanePart shown_;
  Vec2 reach_;
  Vec2 half_line_;
  std::vector<BorderStrip> strips_;
};

}  // namespace

std::vector<BorderStrip> border_strips(const Scene& scene, const Plane& plane) {
  return StripMaker(scene, plane, style::cell_axes(scene.camera, plane)).make();
}

}  // namespace convscope::gl
