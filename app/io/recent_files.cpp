#include "app/io/recent_files.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/io/atomic_file.h"
#include "app/io/folders.h"
#include "app/io/json.h"
#include "app/text/file_errors.h"
#include "app/text/layer_errors.h"

namespace convscope {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

bool is_utf8(const std::string& text) {
  try {
    (void)json(text).dump();
    return true;
  } catch (const json::exception&) {
    return false;
  }
}

}  // namespace

RecentFiles with_recent(RecentFiles files, const fs::path& file) {
  std::error_code ignored;
  const fs::path absolute = fs::absolute(file, ignored).lexically_normal();
  if (absolute.empty()) {
    return files;  // A relative path, in a folder that is no more.
  }
  std::erase(files, absolute);
  files.insert(files.begin(), absolute);
  files.resize(std::min(files.size(), most_recent_files));
  return files;
}

RecentFiles joined(RecentFiles newer, const RecentFiles& older) {
  for (const fs::path& file : older) {
    if (newer.size() < most_recent_files && std::ranges::find(newer, file) == newer.end()) {
      newer.push_back(file);
    }
  }
  return newer;
}

RecentFiles without_gone(RecentFiles files) {
  std::erase_if(files, [](const fs::path& file) {
    std::error_code unknown;
    return fs::status(file, unknown).type() == fs::file_type::not_found;
  });
  return files;
}

Tolerated<RecentFiles> read_recent_files(const fs::path& file) {
  Tolerated<RecentFiles> read;
  std::error_code ignored;
  if (!fs::exists(file, ignored)) {
    return read;
  }
  const Result<json> parsed = read_json_file(file);
  if (!parsed) {
    read.problem = parsed.error();
    return read;
  }
  const json& object = parsed.value();
  const json list = object.is_object() ? object.value("files", json()) : json();
  if (!list.is_array()) {
    read.problem = text::wrong_value(file.string(), "files", describe(list), text::a_list_of_paths());
    return read;
  }
  for (const json& element : list) {
    const bool good = element.is_string() && fs::path(element.get<std::string>()).is_absolute();
    if (good && read.value.size() < most_recent_files) {
      read.value.emplace_back(element.get<std::string>());
    } else if (!good && !read.problem) {
      read.problem = text::wrong_value(file.string(), "files", describe(element), text::a_list_of_paths());
    }
  }
  return read;
}

Status write_recent_files(const fs::path& file, const RecentFiles& files) {
  if (Status made = make_folder(file.parent_path()); !made) {
    return made;
  }
  json list = json::array();
  for (const fs::path& each : files) {
    if (is_utf8(each.string())) {
      list.push_back(each.string());
    }
  }
  const std::string text = json{{"files", list}}.dump(2) + "\n";
  return write_file(file, {std::as_bytes(std::span(text))});
}

}  // namespace convscope
