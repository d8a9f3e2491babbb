#include "app/io/write_target.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "app/io/file_descriptor.h"
#include "app/text/errors.h"
#include "app/text/export_errors.h"

namespace convscope {

namespace fs = std::filesystem;

std::error_code last_error() { return {errno, std::generic_category()}; }

namespace {

/// Also where the last link leads to nothing yet; still a link where they lead in a circle.
fs::path behind_links(fs::path path) {
  constexpr int most_links = 40;  // as Linux follows
  std::error_code error;
  for (int followed = 0; followed < most_links && fs::is_symlink(path, error); ++followed) {
    path = path.parent_path() / fs::read_symlink(path, error);
  }
  return path;
}

}  // namespace

Result<WriteTarget> find_write_target(const fs::path& named) {
  std::error_code error;
  WriteTarget target{behind_links(named)};
  if (fs::is_symlink(target.path, error)) {
    return text::cannot_write(named.string(), std::make_error_code(std::errc::too_many_symbolic_link_levels));
  }
  struct stat status {};
  const bool exists = ::stat(target.path.c_str(), &status) == 0;
  if (target.path.filename().empty() || (exists && !S_ISREG(status.st_mode))) {
    return text::not_a_file_to_write(named.string());
  }
  if (exists && ::access(target.path.c_str(), W_OK) != 0) {
    return text::cannot_write(named.string(), last_error());
  }
  if (exists) {
    target.permissions = status.st_mode & 0777;
  }
  return target;
}

std::error_code write_bytes(int descriptor, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return last_error();
    }
    bytes = bytes.subspan(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return {};
}

namespace {

/// Fails with EEXIST where something is there, in one step with the naming.
bool renamed_to_free_name(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
    return true;
  }
  if (errno != EINVAL && errno != ENOSYS) {
    return false;
  }
  // This file system cannot; most of these have links, which never replace.
  if (::link(from.c_str(), to.c_str()) == 0) {
    return ::unlink(from.c_str()) == 0;
  }
  return (errno == EPERM || errno == EOPNOTSUPP) && ::rename(from.c_str(), to.c_str()) == 0;
}

}  // namespace

Status give_name(const fs::path& temporary, const fs::path& target, Existing existing) {
  const bool named = existing == Existing::kept ? renamed_to_free_name(temporary, target)
                                                : ::rename(temporary.c_str(), target.c_str()) == 0;
  if (named) {
    return Done{};
  }
  return existing == Existing::kept && errno == EEXIST ? Status(text::file_exists(target))
                                                       : text::cannot_write(target.string(), last_error());
}

void sync_folder(const fs::path& folder) {
  const FileDescriptor descriptor(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.is_open()) {
    (void)::fsync(descriptor.get());
  }
}

}  // namespace convscope
