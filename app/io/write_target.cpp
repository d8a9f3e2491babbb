#include "app/io/write_target.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "app/io/file_descriptor.h"
#include "app/text/errors.h"

namespace convscope {

namespace fs = std::filesystem;

std::error_code last_error() { return {errno, std::generic_category()}; }

Result<WriteTarget> find_write_target(const fs::path& named) {
  std::error_code error;
  WriteTarget target{fs::is_symlink(named, error) ? fs::weakly_canonical(named, error) : named};
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

void sync_folder(const fs::path& folder) {
  const FileDescriptor descriptor(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.is_open()) {
    (void)::fsync(descriptor.get());
  }
}

}  // namespace convscope
