#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/io/file_descriptor.h"
#include "app/io/session.h"
#include "app/text/result.h"

namespace convscope {

/// Unsaved work, kept aside while a program runs: NAME.json is the session, NAME.lock holds the path that it was opened
/// from (or nothing) and is locked as long as its writer lives. A writer that ends as it should removes both; after a
/// crash both stay, unlocked.
class RecoveryFile {
 public:
  /// A new name in the folder, which is made where it is missing.
  [[nodiscard]] static Result<RecoveryFile> open(const std::filesystem::path& folder);

  RecoveryFile(RecoveryFile&&) noexcept = default;
  RecoveryFile& operator=(RecoveryFile&&) noexcept = delete;
  /// Removes what it wrote.
  ~RecoveryFile();

  /// Keeps the session aside, in place of what was kept before.
  [[nodiscard]] Status keep(const Session& session, const std::filesystem::path& opened_from);

  /// There is nothing unsaved any more.
  void clear() const;

 private:
  RecoveryFile(std::filesystem::path lock_path, FileDescriptor lock)
      : lock_path_(std::move(lock_path)), lock_(std::move(lock)) {}
  [[nodiscard]] std::filesystem::path session_path() const;

  std::filesystem::path lock_path_;
  FileDescriptor lock_;
};

/// What a crashed program has left.
struct LeftWork {
  std::filesystem::path file;  ///< For read_session.
  std::filesystem::file_time_type time;
};

/// The newest first. Locks that hold nothing are cleared away; those of programs that run are left alone.
[[nodiscard]] std::vector<LeftWork> left_work(const std::filesystem::path& folder);

/// The path that the work in a LeftWork's file was opened from; empty: it had no file.
[[nodiscard]] std::filesystem::path opened_from(const std::filesystem::path& file);

/// Removes what was left, once it is taken over or declined.
void forget(const LeftWork& work);

}  // namespace convscope
