#include "app/io/atomic_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <system_error>
#include <utility>

#include "app/io/temporary_names.h"
#include "app/text/errors.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;

std::string short_extension(const fs::path& target) {
  constexpr std::size_t longest = 16;
  const std::string extension = target.extension().string();
  return extension.size() > longest ? "" : extension;
}

}  // namespace

AtomicFile::AtomicFile(fs::path target, Existing existing, fs::path temporary, FileDescriptor file)
    : target_(std::move(target)), existing_(existing), temporary_(std::move(temporary)), file_(std::move(file)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : target_(std::exchange(other.target_, {})),
      existing_(other.existing_),
      temporary_(std::exchange(other.temporary_, {})),
      file_(std::move(other.file_)) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
  std::swap(target_, other.target_);
  std::swap(existing_, other.existing_);
  std::swap(temporary_, other.temporary_);
  std::swap(file_, other.file_);
  return *this;
}

AtomicFile::~AtomicFile() {
  if (!temporary_.empty()) {
    std::error_code ignored;
    fs::remove(temporary_, ignored);
  }
}

Result<AtomicFile> AtomicFile::open(const fs::path& named, Existing existing) {
  const Result<WriteTarget> target = find_write_target(named);
  if (!target) {
    return target.error();
  }
  const fs::path& path = target.value().path;
  remove_stale_temporaries(path.parent_path());
  Temporary temporary = create_temporary_file(path.parent_path(), short_extension(path));
  if (!temporary.descriptor.is_open()) {
    return text::cannot_write(named.string(), last_error());
  }
  if (target.value().permissions) {
    (void)::fchmod(temporary.descriptor.get(), *target.value().permissions);
  }
  return AtomicFile(path, existing, std::move(temporary.path), std::move(temporary.descriptor));
}

Status AtomicFile::append(std::span<const std::byte> bytes) {
  const std::error_code error = write_bytes(file_.get(), bytes);
  return error ? Status(text::cannot_write(target_.string(), error)) : Status(Done{});
}

Status AtomicFile::replace(std::int64_t place, std::span<const std::byte> bytes) {
  if (::lseek(file_.get(), place, SEEK_SET) < 0) {
    return text::cannot_write(target_.string(), last_error());
  }
  const Status written = append(bytes);
  return !written || ::lseek(file_.get(), 0, SEEK_END) >= 0
             ? written
             : Status(text::cannot_write(target_.string(), last_error()));
}

Status AtomicFile::write(FileParts parts) {
  if (::ftruncate(file_.get(), 0) != 0 || ::lseek(file_.get(), 0, SEEK_SET) != 0) {
    return text::cannot_write(target_.string(), last_error());
  }
  for (const std::span<const std::byte> part : parts) {
    if (Status appended = append(part); !appended) {
      return appended;
    }
  }
  return Done{};
}

Status AtomicFile::commit() {
  AtomicFile written = std::move(*this);  // Removes the temporary file when a step fails.
  if (::fsync(written.file_.get()) != 0) {
    return text::cannot_write(written.target_.string(), last_error());
  }
  if (Status named = give_name(written.temporary_, written.target_, written.existing_); !named) {
    return named;
  }
  written.temporary_.clear();
  sync_folder(written.target_.parent_path());
  return written.file_.close() ? Status(Done{}) : Status(text::cannot_write(written.target_.string(), last_error()));
}

Status write_file(const fs::path& target, FileParts parts) {
  Result<AtomicFile> file = AtomicFile::open(target);
  if (!file) {
    return file.error();
  }
  AtomicFile writing = std::move(file).value();
  const Status written = writing.write(parts);
  return written ? writing.commit() : written;
}

}  // namespace convscope
