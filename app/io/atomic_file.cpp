#include "app/io/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <random>
#include <utility>

#include "app/io/file_descriptor.h"
#include "app/text/errors.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;

std::error_code last_error() { return {errno, std::generic_category()}; }

/// Short whatever the target's name is, hidden, and with its extension: encoders go by it.
fs::path temporary_beside(const fs::path& target) {
  constexpr std::size_t longest_extension = 16;
  std::string extension = target.extension().string();
  if (extension.size() > longest_extension) {
    extension.clear();
  }
  std::random_device random;
  return target.parent_path() / fmt::format(".convscope-{:08x}{:08x}{}", random(), random(), extension);
}

/// Asks the disk to keep a folder's new name; not all file systems can, and then there is nothing to do about it.
void sync_folder(const fs::path& folder) {
  const FileDescriptor descriptor(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.is_open()) {
    (void)::fsync(descriptor.get());
  }
}

std::error_code sync_file(const fs::path& path) {
  FileDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor.is_open() || ::fsync(descriptor.get()) != 0 || !descriptor.close()) {
    return last_error();
  }
  return {};
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

std::error_code write_parts(const fs::path& path, FileParts parts) {
  FileDescriptor descriptor(::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC));
  if (!descriptor.is_open()) {
    return last_error();
  }
  for (const std::span<const std::byte> part : parts) {
    if (const std::error_code error = write_bytes(descriptor.get(), part)) {
      return error;
    }
  }
  return descriptor.close() ? std::error_code{} : last_error();
}

}  // namespace

AtomicFile::AtomicFile(fs::path target, fs::path temporary)
    : target_(std::move(target)), temporary_(std::move(temporary)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : target_(std::exchange(other.target_, {})), temporary_(std::exchange(other.temporary_, {})) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
  std::swap(target_, other.target_);
  std::swap(temporary_, other.temporary_);
  return *this;
}

AtomicFile::~AtomicFile() {
  if (!temporary_.empty()) {
    std::error_code ignored;
    fs::remove(temporary_, ignored);
  }
}

Result<AtomicFile> AtomicFile::open(const fs::path& named) {
  std::error_code error;
  const fs::path target = fs::is_symlink(named, error) ? fs::weakly_canonical(named, error) : named;
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (target.filename().empty() || (exists && !S_ISREG(status.st_mode))) {
    return text::not_a_file_to_write(named.string());
  }
  if (exists && ::access(target.c_str(), W_OK) != 0) {
    return text::cannot_write(named.string(), last_error());
  }

  const fs::path temporary = temporary_beside(target);
  constexpr mode_t read_and_write = 0666;  // less the umask
  const FileDescriptor descriptor(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, read_and_write));
  if (!descriptor.is_open()) {
    return text::cannot_write(named.string(), last_error());
  }
  if (exists) {
    (void)::fchmod(descriptor.get(), status.st_mode & 0777);
  }
  return AtomicFile(target, temporary);
}

Status AtomicFile::write(FileParts parts) const {
  const std::error_code error = write_parts(temporary_, parts);
  return error ? Status(text::cannot_write(target_.string(), error)) : Status(Done{});
}

Status AtomicFile::commit() {
  AtomicFile written = std::move(*this);  // Removes the temporary file when a step fails.
  if (const std::error_code error = sync_file(written.temporary_)) {
    return text::cannot_write(written.target_.string(), error);
  }
  Status renamed = written.rename_to_target();
  if (renamed) {
    sync_folder(written.target_.parent_path());
  }
  return renamed;
}

Status AtomicFile::rename_to_target() {
  std::error_code error;
  fs::rename(temporary_, target_, error);
  if (error) {
    return text::cannot_write(target_.string(), error);
  }
  temporary_.clear();
  return Done{};
}

Status commit_all(std::vector<AtomicFile> files) {
  for (const AtomicFile& file : files) {
    if (const std::error_code error = sync_file(file.temporary_)) {
      return text::cannot_write(file.target_.string(), error);
    }
  }
  for (std::size_t done = 0; done < files.size(); ++done) {
    if (Status renamed = files[done].rename_to_target(); !renamed) {
      for (std::size_t i = 0; i < done; ++i) {
        std::error_code ignored;
        fs::remove(files[i].target_, ignored);
      }
      return renamed;
    }
  }
  if (!files.empty()) {
    sync_folder(files.front().target_.parent_path());
  }
  return Done{};
}

Status write_file(const fs::path& target, FileParts parts) {
  Result<AtomicFile> file = AtomicFile::open(target);
  if (!file) {
    return file.error();
  }
  AtomicFile writing = std::move(file).value();
  Status written = writing.write(parts);
  return written ? writing.commit() : written;
}

}  // namespace convscope
