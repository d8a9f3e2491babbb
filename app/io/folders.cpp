#include "app/io/folders.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "app/text/errors.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;

constexpr const char* own_name = "convscope";

std::optional<fs::path> absolute_path(const Environment& environment, const char* name) {
  const char* const value = environment(name);
  if (value == nullptr || !fs::path(value).is_absolute()) {
    return std::nullopt;
  }
  return fs::path(value);
}

std::optional<fs::path> folder_of(const Environment& environment, const char* name, const char* below_home) {
  if (const auto base = absolute_path(environment, name)) {
    return *base / own_name;
  }
  const auto home = absolute_path(environment, "HOME");
  return home ? std::optional(*home / below_home / own_name) : std::nullopt;
}

const char* variable(const char* name) {
  const char* const value = std::getenv(name);
  const bool is_good = value != nullptr && fs::path(value).is_absolute();
  if (is_good || std::string_view(name) != "HOME") {
    return value;
  }
  const passwd* const user = ::getpwuid(::getuid());
  return user == nullptr ? nullptr : user->pw_dir;
}

}  // namespace

std::optional<Folders> folders_of(const Environment& environment) {
  const auto config = folder_of(environment, "XDG_CONFIG_HOME", ".config");
  const auto state = folder_of(environment, "XDG_STATE_HOME", ".local/state");
  const auto cache = folder_of(environment, "XDG_CACHE_HOME", ".cache");
  return config && state && cache ? std::optional(Folders{*config, *state, *cache}) : std::nullopt;
}

std::optional<Folders> user_folders() { return folders_of(variable); }

Status make_folder(const fs::path& folder) {
  std::error_code ignored;
  if (fs::is_directory(folder, ignored)) {
    return Done{};
  }
  if (const fs::path parent = folder.parent_path(); !parent.empty() && parent != folder) {
    if (Status made = make_folder(parent); !made) {
      return made;
    }
  }
  constexpr mode_t owner_alone = 0700;
  if (::mkdir(folder.c_str(), owner_alone) != 0 && errno != EEXIST) {
    return text::cannot_write(folder.string(), {errno, std::generic_category()});
  }
  return Done{};
}

}  // namespace convscope
