#pragma once

#include <filesystem>
#include <optional>

#include "app/compute/background_work.h"
#include "app/io/recovery.h"
#include "app/platform/keep_pacer.h"
#include "app/ui/workspace.h"

namespace convscope {

/// What is saved of the workspace.
[[nodiscard]] Session session_of(const Workspace& workspace);

/// What a crash would lose of the workspace, kept aside in the user's folders by `background`; and what one has left.
class KeptWork {
 public:
  /// `folder`: none where the user has none. The others outlive it.
  KeptWork(Workspace& workspace, BackgroundWork& background, std::optional<std::filesystem::path> folder);

  /// Asks about work that a crashed program has left, if there is some.
  void offer_left() const;
  /// What was left is not wanted.
  void forget_left(const std::filesystem::path& file) const;
  /// What was left is shown now; it goes when it is kept aside as this program's own.
  void take_over(const Session& session, const std::filesystem::path& left);

  /// Keeps unsaved work aside when it is time. `now`: seconds.
  void serve(double now);
  /// In how many seconds it is time; none: there is nothing to keep.
  [[nodiscard]] std::optional<double> next_keep(double now) const;

  /// The document was left: nothing of it is kept any more.
  void drop();
  /// In the background's thread: what was kept is on the disk now as a file of the user's.
  void clear() const;
  /// After that.
  void is_cleared() { kept_ = {}; }

 private:
  /// In the background's thread.
  [[nodiscard]] Status keep(const Session& session, const std::filesystem::path& opened_from);
  /// Once, until it can be kept again.
  void say(const Status& kept);

  Workspace& workspace_;
  BackgroundWork& background_;
  std::optional<std::filesystem::path> folder_;
  Document kept_;  ///< What was kept aside last.
  Document seen_;  ///< What the last frame had.
  KeepPacer pacer_;
  bool could_not_keep_ = false;
  std::optional<RecoveryFile> recovery_;  ///< The background's alone.
};

}  // namespace convscope
