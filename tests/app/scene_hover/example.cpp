#include "tests/app/scene_hover/example.h"

#include <ostream>
#include <stdexcept>
#include <string>

namespace convscope {

Document document_of(const SizedLayer& sized, Look look) {
  Preset preset;
  preset.sized = sized;
  Document document = make_document(preset);
  document.view.look = look;
  return document;
}

Scene scene_of(const Document& document, const Moment& moment) {
  return build_scene(document, compute(document), moment, {.size = {900, 600}});
}

std::vector<const Plane*> tensor_planes(const Scene& scene) {
  std::vector<const Plane*> planes;
  for (const SceneItem& item : scene.items) {
    if (const Plane* const plane = std::get_if<Plane>(&item);
        plane != nullptr && plane->cells.role != PlaneRole::other) {
      planes.push_back(plane);
    }
  }
  return planes;
}

const Plane& plane_named(const Scene& scene, std::string_view name) {
  for (const Plane* const plane : tensor_planes(scene)) {
    if (plane->name == name) {
      return *plane;
    }
  }
  throw std::runtime_error("no plane " + std::string(name));
}

Vec2 pixel_of(const Scene& scene, const Plane& plane, Vec2 place) {
  return scene.camera.project(plane.origin + place.x * plane.column_step + place.y * plane.row_step);
}

void showValue(const CellRef& cell, std::ostream& stream) {
  constexpr const char* roles[] = {"input", "weight", "output", "other"};
  constexpr const char* kinds[] = {"cell", "padding", "gap"};
  stream << kinds[static_cast<int>(cell.kind)] << " of " << roles[static_cast<int>(cell.role)] << " ["
         << cell.index.batch << ", " << cell.index.channel << ", " << cell.index.y << ", " << cell.index.x << "]";
}

void PrintTo(const CellRef& cell, std::ostream* stream) { showValue(cell, *stream); }

}  // namespace convscope
