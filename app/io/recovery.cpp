#include "app/io/recovery.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <random>
#include <utility>

#include "app/io/folders.h"
#include "app/io/read_file.h"
#include "app/text/errors.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;

constexpr const char* lock_ending = ".lock";
constexpr const char* session_ending = ".json";

fs::path session_of(fs::path lock) { return lock.replace_extension(session_ending); }
fs::path lock_of(fs::path session) { return session.replace_extension(lock_ending); }

void remove_quietly(const fs::path& path) {
  std::error_code ignored;
  fs::remove(path, ignored);
}

/// Opens and locks; not open when another program holds it, or has cleared it away meanwhile.
FileDescriptor locked(const fs::path& path, int flags) {
  constexpr mode_t owner_alone = 0600;
  FileDescriptor file(::open(path.c_str(), flags | O_RDWR | O_CLOEXEC, owner_alone));
  struct stat status {};
  const bool is_ours = file.is_open() && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0 &&
                       ::fstat(file.get(), &status) == 0 && status.st_nlink > 0;
  return is_ours ? std::move(file) : FileDescriptor();
}

fs::path new_lock(const fs::path& folder) {
  std::random_device random;
  return folder / fmt::format("{:08x}{:08x}{}", random(), random(), lock_ending);
}

bool write_whole(const FileDescriptor& file, const std::string& text) {
  return ::ftruncate(file.get(), 0) == 0 &&
         ::pwrite(file.get(), text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
}

}  // namespace

Result<RecoveryFile> RecoveryFile::open(const fs::path& folder) {
  if (const Status made = make_folder(folder); !made) {
    return made.error();
  }
  // A program that starts may take a lock that is not locked yet for one that was left.
  constexpr int attempts = 10;
  fs::path path;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    path = new_lock(folder);
    if (FileDescriptor lock = locked(path, O_CREAT | O_EXCL); lock.is_open()) {
      return RecoveryFile(std::move(path), std::move(lock));
    }
  }
  return text::cannot_write(path.string(), {errno, std::generic_category()});
}

RecoveryFile::~RecoveryFile() {
  if (lock_.is_open()) {
    clear();
    remove_quietly(lock_path_);
  }
}

fs::path RecoveryFile::session_path() const { return session_of(lock_path_); }

Status RecoveryFile::keep(const Session& session, const fs::path& opened_from) {
  if (!write_whole(lock_, opened_from.string())) {
    return text::cannot_write(lock_path_.string(), {errno, std::generic_category()});
  }
  return write_session(session_path(), session);
}

void RecoveryFile::clear() const { remove_quietly(session_path()); }

std::vector<LeftWork> left_work(const fs::path& folder) {
  std::vector<LeftWork> found;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() != lock_ending) {
      continue;
    }
    const FileDescriptor lock = locked(entry.path(), 0);
    if (!lock.is_open()) {
      continue;
    }
    const fs::path session = session_of(entry.path());
    const auto time = fs::last_write_time(session, ignored);
    if (ignored) {
      remove_quietly(entry.path());
      continue;
    }
    found.push_back({session, time});
  }
  std::ranges::sort(found, std::greater{}, &LeftWork::time);
  return found;
}

fs::path opened_from(const fs::path& file) {
  constexpr std::int64_t longest_path = 1 << 16;
  const Result<std::string> path = read_file(lock_of(file), longest_path);
  return path ? fs::path(path.value()) : fs::path();
}

void forget(const LeftWork& work) {
  remove_quietly(work.file);
  remove_quietly(lock_of(work.file));
}

}  // namespace convscope
