#include "app/io/atomic_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>
#include <utility>

#include "app/io/temporary_names.h"
#include "app/io/write_target.h"
#include "app/text/errors.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;

std::error_code write_synced(const fs::path& path, mode_t permissions, FileParts parts) {
  FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions));
  if (!file.is_open()) {
    return last_error();
  }
  for (const std::span<const std::byte> part : parts) {
    if (const std::error_code error = write_bytes(file.get(), part)) {
      return error;
    }
  }
  return ::fsync(file.get()) == 0 && file.close() ? std::error_code{} : last_error();
}

}  // namespace

AtomicFiles::AtomicFiles(fs::path folder, Existing existing, fs::path temporary, FileDescriptor lock)
    : folder_(std::move(folder)), existing_(existing), temporary_(std::move(temporary)), lock_(std::move(lock)) {}

AtomicFiles::AtomicFiles(AtomicFiles&& other) noexcept
    : folder_(std::move(other.folder_)),
      existing_(other.existing_),
      temporary_(std::exchange(other.temporary_, {})),
      lock_(std::move(other.lock_)),
      names_(std::move(other.names_)) {}

AtomicFiles::~AtomicFiles() {
  if (!temporary_.empty()) {
    std::error_code ignored;
    fs::remove_all(temporary_, ignored);
  }
}

Result<AtomicFiles> AtomicFiles::open(const fs::path& folder, Existing existing) {
  remove_stale_temporaries(folder);
  Temporary temporary = create_temporary_folder(folder);
  if (!temporary.descriptor.is_open()) {
    return text::cannot_write(folder.empty() ? "." : folder.string(), last_error());
  }
  return AtomicFiles(folder, existing, std::move(temporary.path), std::move(temporary.descriptor));
}

Status AtomicFiles::write(const std::string& name, FileParts parts) {
  const Result<WriteTarget> target = find_write_target(folder_ / name);
  if (!target) {
    return target.error();
  }
  constexpr mode_t read_and_write = 0666;  // less the umask
  const std::error_code error =
      write_synced(temporary_ / name, target.value().permissions.value_or(read_and_write), parts);
  if (error) {
    return text::cannot_write((folder_ / name).string(), error);
  }
  names_.push_back(name);
  return Done{};
}

Status AtomicFiles::commit() {
  const AtomicFiles written = std::move(*this);  // Removes the temporary folder, whatever happens.
  for (std::size_t done = 0; done < written.names_.size(); ++done) {
    const std::string& name = written.names_[done];
    if (Status named = give_name(written.temporary_ / name, written.folder_ / name, written.existing_); !named) {
      for (std::size_t i = 0; i < done; ++i) {
        std::error_code ignored;
        fs::remove(written.folder_ / written.names_[i], ignored);
      }
      return named;
    }
  }
  sync_folder(written.folder_);
  return Done{};
}

}  // namespace convscope
