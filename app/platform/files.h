#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "app/compute/background_work.h"
#include "app/io/file_stamp.h"
#include "app/io/folders.h"
#include "app/io/recent_files.h"
#include "app/platform/kept_work.h"
#include "app/platform/opened_file.h"
#include "app/platform/window_settings.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Does what the window asks of files, and keeps settings, recent files and unsaved work in the user's folders. What
/// fails is said in the workspace's message; the document stays as it was. Files are read and written in another
/// thread; what they give is taken in the order in which it was asked for.
class Files {
 public:
  /// Takes the settings over, and asks about work that a crashed program has left.
  /// `ready` is called from another thread when `serve` has something to do.
  Files(Workspace& workspace, std::function<void()> ready);
  /// Keeps the settings, when what is being written is complete.
  ~Files();
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  /// Does the request of this frame, opens the first of the dropped files, and keeps unsaved work aside. `now`:
  /// seconds.
  void serve(const std::vector<std::filesystem::path>& dropped, double now);

  /// As the window was left last.
  [[nodiscard]] const Settings& remembered() const { return settings_.remembered(); }

  /// In how many seconds unsaved work is to be kept aside; none: there is none.
  [[nodiscard]] std::optional<double> next_keep(double now) const { return kept_work_.next_keep(now); }

 private:
  void perform(const FileRequest& request);
  void open(const FileRequest& request);
  /// What was read is shown, or asked about; `document` is the one that it was read for.
  void take(FileRequest request, const Document& document, const Result<OpenedFile>& opened);
  /// The sheet that has asked for it goes when it is done, and stays when it failed.
  void answer_sheet(FileRequest& request, bool done);
  void take_session(const FileRequest& request, const Session& session);
  void take_uses(const std::vector<ArrayUse>& uses);
  void remember_recent(const std::filesystem::path& path);
  void change_recent(const std::function<RecentFiles(RecentFiles)>& change);
  /// Whether it would overwrite what another program has written since the session was opened or saved.
  [[nodiscard]] bool is_anothers(const FileRequest& request) const;
  void save(const FileRequest& request);
  void take_saved(FileRequest request, const Document& saved, const Status& written);
  void show(const Session& session, const std::filesystem::path& path);
  void say(const Status& status, const text::Text& done);

  Workspace& workspace_;
  std::optional<Folders> folders_;
  WindowSettings settings_;
  std::filesystem::path stamped_;   ///< Whose stamp it is.
  std::optional<FileStamp> stamp_;  ///< The session's file as it was opened or saved.
  int saving_ = 0;                  ///< How many are under way.
  KeptWork kept_work_;
  BackgroundWork background_;  // Last: it ends before what it uses.
};

}  // namespace convscope
