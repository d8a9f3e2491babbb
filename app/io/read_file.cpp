#include "app/io/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "app/io/file_descriptor.h"
#include "app/text/errors.h"

namespace convscope {
namespace {

std::error_code last_error() { return {errno, std::generic_category()}; }

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::int64_t max_bytes) {
  // Without O_NONBLOCK, opening a pipe would wait for a writer.
  const FileDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!descriptor.is_open() || ::fstat(descriptor.get(), &status) != 0) {
    return text::cannot_read(path.string(), last_error());
  }
  if (!S_ISREG(status.st_mode)) {
    return text::not_a_file_to_read(path.string());
  }
  if (status.st_size > max_bytes) {
    return text::file_too_large(path.string(), status.st_size, max_bytes);
  }

  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(descriptor.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno != EINTR) {
      return text::cannot_read(path.string(), last_error());
    }
    if (got == 0) {
      break;  // It was shortened meanwhile.
    }
    filled += got < 0 ? 0 : static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace convscope
