#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "app/io/folders.h"
#include "app/io/recent_files.h"
#include "app/io/recovery.h"
#include "app/io/settings.h"
#include "app/platform/background_work.h"
#include "app/platform/keep_pacer.h"
#include "app/platform/opened_file.h"
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
  [[nodiscard]] const Settings& remembered() const { return kept_settings_; }

  /// In how many seconds unsaved work is to be kept aside; none: there is none.
  [[nodiscard]] std::optional<double> next_keep(double now) const;

 private:
  void perform(const FileRequest& request);
  void open(const FileRequest& request);
  /// Where a sheet asks for a file, it is the answer.
  void open_dropped(const std::filesystem::path& path);
  /// What was read is shown, or asked about; `document` is the one that it was read for.
  void take(FileRequest request, const Document& document, const Result<OpenedFile>& opened);
  /// The sheet that has asked for it goes when it is done, and stays when it failed.
  void answer_sheet(FileRequest& request, bool done);
  void take_session(const FileRequest& request, const Session& session);
  void take_uses(const std::vector<ArrayUse>& uses);
  void forget_left(const std::filesystem::path& file) const;
  void remember_recent(const std::filesystem::path& path);
  void save(const FileRequest& request);
  void take_saved(FileRequest request, const Document& saved, const Status& written);
  void show(const Session& session, const std::filesystem::path& path);
  void keep_aside(double now);
  /// Of the other thread.
  [[nodiscard]] Status kept_aside(const Session& session, const std::filesystem::path& opened_from);
  [[nodiscard]] Session session() const;
  [[nodiscard]] Settings settings() const;
  void say(const Status& status, const text::Text& done);

  Workspace& workspace_;
  std::optional<Folders> folders_;
  Settings kept_settings_;
  Document kept_;  ///< What was kept aside last.
  Document seen_;  ///< What the last frame had.
  KeepPacer keep_pacer_;
  std::optional<RecoveryFile> recovery_;  ///< The other thread's alone.
  BackgroundWork background_;             // Last: it ends before what it uses.
};

}  // namespace convscope
