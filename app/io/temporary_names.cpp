#include "app/io/temporary_names.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <random>
#include <string>
#include <system_error>

namespace convscope {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = ".convscope-";
constexpr std::size_t digits = 16;

/// Short whatever the target's name is, and hidden.
fs::path new_name(const fs::path& folder, std::string_view extension) {
  std::random_device random;
  return folder / fmt::format("{}{:08x}{:08x}{}", prefix, random(), random(), extension);
}

bool is_temporary_name(std::string_view name) {
  return name.starts_with(prefix) && name.size() >= prefix.size() + digits &&
         std::ranges::all_of(name.substr(prefix.size(), digits),
                             [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// Whether it is ours now. Not when somebody who tidies up was faster between its creation and its lock. On a file
/// system without locks nobody tidies up, and it is.
bool lock_new(int descriptor) {
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return false;
  }
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && status.st_nlink > 0;
}

/// Tries new names until `create` has made one that can be locked or has failed.
template <typename Create>
Temporary create_locked(const fs::path& folder, std::string_view extension, Create create) {
  while (true) {
    fs::path path = new_name(folder, extension);
    FileDescriptor descriptor(create(path));
    if (!descriptor.is_open() || lock_new(descriptor.get())) {
      return {std::move(path), std::move(descriptor)};
    }
  }
}

int create_file(const fs::path& path) {
  constexpr mode_t read_and_write = 0666;  // less the umask
  return ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, read_and_write);
}

int create_folder(const fs::path& path) {
  constexpr mode_t owner_only = 0700;
  return ::mkdir(path.c_str(), owner_only) == 0 ? ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
}

void remove_if_stale(const fs::path& path) {
  const FileDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (descriptor.is_open() && ::flock(descriptor.get(), LOCK_EX | LOCK_NB) == 0) {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
}

}  // namespace

Temporary create_temporary_file(const fs::path& folder, std::string_view extension) {
  return create_locked(folder, extension, create_file);
}

Temporary create_temporary_folder(const fs::path& folder) { return create_locked(folder, "", create_folder); }

void remove_stale_temporaries(const fs::path& folder) {
  std::error_code error;
  fs::directory_iterator entries(folder.empty() ? "." : folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    if (is_temporary_name(entries->path().filename().string())) {
      remove_if_stale(entries->path());
    }
  }
}

}  // namespace convscope
