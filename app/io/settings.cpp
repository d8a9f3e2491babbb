#include "app/io/settings.h"

#include <nlohmann/json.hpp>

#include "app/io/atomic_file.h"
#include "app/io/folders.h"
#include "app/io/json.h"
#include "app/io/object_reader.h"
#include "app/text/file_errors.h"

namespace convscope {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr double least_scale = 0.5;
constexpr double largest_scale = 4;
constexpr double widest_panel = 4096;

void read_panel(ObjectReader& reader, const char* key, PanelSettings& panel, std::optional<Error>& error) {
  const json* value = reader.find(key);
  if (value == nullptr) {
    return;
  }
  if (!value->is_object()) {
    reader.fail(text::not_an_object_of_keys(reader.where() + ": " + key, describe(*value)));
    return;
  }
  ObjectReader fields(*value, reader.where() + ": " + key, error);
  fields.read_flag("shown", panel.shown);
  fields.read_number("width", 0, widest_panel, panel.width);
}

ordered_json panel_to_json(const PanelSettings& panel) { return {{"shown", panel.shown}, {"width", panel.width}}; }

}  // namespace

Tolerated<Settings> read_settings(const std::filesystem::path& file) {
  Tolerated<Settings> read;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    return read;
  }
  const Result<json> parsed = read_json_file(file);
  if (!parsed) {
    read.problem = parsed.error();
    return read;
  }
  ObjectReader reader(parsed.value(), file.string(), read.problem);
  if (!parsed.value().is_object()) {
    reader.fail(text::not_an_object_of_keys(file.string(), describe(parsed.value())));
  }
  Settings& settings = read.value;
  reader.read_choice("theme", themes, settings.theme);
  reader.read_choice("language", language_choices, settings.language);
  reader.read_choice("axis_order", axis_orders, settings.axis_order);
  reader.read_number("interface_scale", least_scale, largest_scale, settings.interface_scale);
  read_panel(reader, "layer_panel", settings.layer_panel, read.problem);
  read_panel(reader, "arithmetic_panel", settings.arithmetic_panel, read.problem);
  return read;
}

Settings merged(const Settings& read, const Settings& changed, const Settings& now) {
  const auto newer = [&](auto member) { return changed.*member == read.*member ? now.*member : changed.*member; };
  return {.theme = newer(&Settings::theme),
          .language = newer(&Settings::language),
          .axis_order = newer(&Settings::axis_order),
          .interface_scale = newer(&Settings::interface_scale),
          .layer_panel = newer(&Settings::layer_panel),
          .arithmetic_panel = newer(&Settings::arithmetic_panel)};
}

Status write_settings(const std::filesystem::path& file, const Settings& settings) {
  if (Status made = make_folder(file.parent_path()); !made) {
    return made;
  }
  ordered_json written{{"theme", name_of(themes, settings.theme)},
                       {"language", name_of(language_choices, settings.language)},
                       {"axis_order", name_of(axis_orders, settings.axis_order)},
                       {"interface_scale", settings.interface_scale},
                       {"layer_panel", panel_to_json(settings.layer_panel)},
                       {"arithmetic_panel", panel_to_json(settings.arithmetic_panel)}};
  if (const Result<json> before = read_json_file(file); before && before.value().is_object()) {
    for (const auto& [key, value] : before.value().items()) {
      if (!written.contains(key)) {
        written[key] = value;
      }
    }
  }
  const std::string text = written.dump(2) + "\n";
  return write_file(file, {std::as_bytes(std::span(text))});
}

}  // namespace convscope
