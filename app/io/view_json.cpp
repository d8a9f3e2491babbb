#include "app/io/view_json.h"

#include <nlohmann/json.hpp>

#include "app/document/view_names.h"
#include "app/io/object_reader.h"
#include "app/text/file_errors.h"
#include "engine/problem.h"

namespace convscope {
namespace {

using nlohmann::json;

constexpr double least_zoom = 0.01;
constexpr double largest_zoom = 1000;
constexpr double farthest_pan = 1e6;
constexpr double whole_turn = 360;

void read_pan(ObjectReader& reader, CameraMove& camera) {
  const json* pan = reader.find("pan");
  if (pan == nullptr) {
    return;
  }
  if (!pan->is_array() || pan->size() != 2) {
    reader.fail_value("pan", *pan, text::two_numbers());
    return;
  }
  const json named = {{"x", (*pan)[0]}, {"y", (*pan)[1]}};
  std::optional<Error> error;
  ObjectReader numbers(named, reader.where() + ".pan", error);
  numbers.read_number("x", -farthest_pan, farthest_pan, camera.pan_x);
  numbers.read_number("y", -farthest_pan, farthest_pan, camera.pan_y);
  if (error) {
    reader.fail(*error);
  }
}

CameraMove camera_from_json(const json& object, const std::string& where, std::optional<Error>& error) {
  CameraMove camera;
  ObjectReader reader(object, where, error);
  reader.allow({"zoom", "pan", "yaw", "pitch"});
  reader.read_number("zoom", least_zoom, largest_zoom, camera.zoom);
  read_pan(reader, camera);
  reader.read_number("yaw", -whole_turn, whole_turn, camera.yaw);
  reader.read_number("pitch", -whole_turn, whole_turn, camera.pitch);
  return camera;
}

}  // namespace

nlohmann::ordered_json view_to_json(const View& view) {
  const CameraMove& camera = view.camera;
  return {
      {"look", name_of(looks, view.look)},
      {"theme", name_of(themes, view.theme)},
      {"color", name_of(colorings, view.coloring)},
      {"pace", name_of(paces, view.pace)},
      {"transposed", name_of(transposed_forms, view.transposed)},
      {"matrix", name_of(matrix_forms, view.matrix)},
      {"flow", name_of(flows, view.flow)},
      {"axis_order", name_of(axis_orders, view.axis_order)},
      {"input_channel", view.input_channel},
      {"numbers_when_oblique", view.numbers_when_oblique},
      {"camera",
       {{"zoom", camera.zoom}, {"pan", {camera.pan_x, camera.pan_y}}, {"yaw", camera.yaw}, {"pitch", camera.pitch}}}};
}

View view_from_json(const json& object, const std::string& where, std::optional<Error>& error) {
  View view;
  ObjectReader reader(object, where, error);
  reader.allow({"look", "theme", "color", "pace", "transposed", "matrix", "flow", "axis_order", "input_channel",
                "numbers_when_oblique", "camera"});
  reader.read_choice("look", looks, view.look);
  reader.read_choice("theme", themes, view.theme);
  reader.read_choice("color", colorings, view.coloring);
  reader.read_choice("pace", paces, view.pace);
  reader.read_choice("transposed", transposed_forms, view.transposed);
  reader.read_choice("matrix", matrix_forms, view.matrix);
  reader.read_choice("flow", flows, view.flow);
  reader.read_choice("axis_order", axis_orders, view.axis_order);
  reader.read_integer("input_channel", 0, max_parameter, view.input_channel);
  reader.read_flag("numbers_when_oblique", view.numbers_when_oblique);
  if (const json* camera = reader.find("camera")) {
    view.camera = camera_from_json(*camera, where + ".camera", error);
  }
  return view;
}

}  // namespace convscope
