#include "app/platform/files.h"

#include <algorithm>
#include <utility>

#include "app/io/presets.h"
#include "app/io/samples.h"
#include "app/text/errors.h"
#include "app/text/window.h"
#include "app/ui/document_edits.h"
#include "app/ui/edit_steps.h"
#include "app/ui/file_sheets.h"
#include "app/ui/path_sheet.h"
#include "app/ui/photo_sheet.h"

namespace convscope {
namespace {

using Kind = FileRequest::Kind;

std::optional<std::filesystem::path> file_of(const std::optional<Folders>& folders,
                                             std::filesystem::path Folders::*which, const char* name) {
  return folders ? std::optional((*folders).*which / name) : std::nullopt;
}

std::filesystem::path recent_file(const Folders& folders) { return folders.state / "recent.json"; }

}  // namespace

Files::Files(Workspace& workspace, std::function<void()> ready)
    : workspace_(workspace),
      folders_(user_folders()),
      settings_(workspace, file_of(folders_, &Folders::config, "settings.json")),
      kept_work_(workspace, background_, file_of(folders_, &Folders::state, "recovery")),
      background_(std::move(ready)) {
  for (const Sample& sample : samples()) {
    workspace_.files.samples.emplace_back(sample.name);
  }
  if (!folders_) {
    return;
  }
  const Tolerated<RecentFiles> recent = read_recent_files(recent_file(*folders_));
  workspace_.files.recent = recent.value;
  if (const std::optional<Error>& problem = settings_.problem() ? settings_.problem() : recent.problem) {
    say(*problem, "");
  }
  kept_work_.offer_left();
}

Files::~Files() { settings_.keep(); }

void Files::say(const Status& status, const text::Text& done) {
  FilesState& files = workspace_.files;
  files.failed = !status;
  files.message = status ? done : text::sentence(status.error());
}

void Files::serve(const std::vector<std::filesystem::path>& dropped, double now) {
  FilesState& files = workspace_.files;
  background_.finish();
  if (stamped_ != files.path) {
    stamped_ = files.path;
    stamp_ = stamp_of(files.path);
  }
  if (dropped.size() > 1) {
    files.failed = true;
    files.message = text::filled(text::window::one_file_at_a_time, dropped.size());
  } else if (!dropped.empty()) {
    files.request = FileRequest{.kind = Kind::open, .path = dropped.front()};
  }
  while (files.request) {
    const FileRequest request = *std::exchange(files.request, std::nullopt);
    perform(request);
  }
  kept_work_.serve(now);
  files.busy = background_.is_busy();
}

void Files::perform(const FileRequest& request) {
  switch (request.kind) {
    case Kind::new_session:
      // Behind what is being read and written, so that nothing of that comes after it.
      return background_.add([this] {
        return [this] { show({.document = make_document(presets().front(), workspace_.document.view)}, {}); };
      });
    case Kind::open:
    case Kind::open_sample:
    case Kind::restore:
      return open(request);
    case Kind::save:
      return is_anothers(request) ? ask_to_replace(workspace_, request.path) : save(request);
    case Kind::forget_left:
      kept_work_.forget_left(request.path);
      return kept_work_.offer_left();
    case Kind::tidy_recent:
      return change_recent([](RecentFiles files) { return without_gone(std::move(files)); });
    case Kind::quit:
      workspace_.quit = true;
      return;
  }
}

void Files::open(const FileRequest& request) {
  background_.add([this, request, document = workspace_.document]() -> BackgroundWork::After {
    return [this, request, document, opened = opened_file(request, document)] { take(request, document, opened); };
  });
}

void Files::answer_sheet(FileRequest& request, bool done) {
  FilesState& files = workspace_.files;
  if (std::exchange(request.from_sheet, false) && std::exchange(files.awaited, false)) {
    files.sheet = done ? FileSheet::none : files.sheet == FileSheet::open ? FileSheet::open : FileSheet::save;
    files.type_again = !done;
  }
}

void Files::take(FileRequest request, const Document& document, const Result<OpenedFile>& opened) {
  if (request.from_sheet && !workspace_.files.awaited) {
    return;  // The sheet was left meanwhile.
  }
  const auto* uses = opened ? std::get_if<std::vector<ArrayUse>>(&opened.value()) : nullptr;
  if (uses != nullptr && !is_same(document, workspace_.document)) {
    return open(request);  // For the document as it has become meanwhile.
  }
  answer_sheet(request, static_cast<bool>(opened));
  if (!opened) {
    return say(opened.error(), "");
  }
  if (const auto* session = std::get_if<Session>(&opened.value())) {
    return take_session(request, *session);
  }
  if (const auto* question = std::get_if<PhotoQuestion>(&opened.value())) {
    return ask_about_photo(workspace_, request, *question);
  }
  say(Done{}, "");
  take_uses(*uses);
  if (request.photo || request.kind == Kind::open_sample) {
    convscope::perform(workspace_, Command::last_step);  // The output as a picture.
  }
  remember_recent(request.path);
}

void Files::take_session(const FileRequest& request, const Session& session) {
  FilesState& files = workspace_.files;
  if (request.kind == Kind::restore) {
    show(session, opened_from(request.path));
    workspace_.history = History(make_document(presets().front()));  // What was restored is not saved.
    return kept_work_.take_over(session, request.path);
  }
  if (has_unsaved(workspace_) && !request.changes_lost) {
    files.waiting = request;
    files.waiting->changes_lost = true;
    files.sheet = FileSheet::unsaved;
    return;
  }
  show(session, request.path);
  remember_recent(request.path);
}

void Files::take_uses(const std::vector<ArrayUse>& uses) {
  if (uses.size() == 1) {
    return try_document(workspace_, uses.front().document);
  }
  workspace_.files.uses = uses;
  workspace_.files.sheet = FileSheet::uses;
}

void Files::remember_recent(const std::filesystem::path& path) {
  if (!path.empty()) {
    change_recent([path](RecentFiles files) { return with_recent(std::move(files), path); });
  }
}

void Files::change_recent(const std::function<RecentFiles(RecentFiles)>& change) {
  if (!folders_) {
    return;
  }
  background_.add([this, change, shown = workspace_.files.recent]() -> BackgroundWork::After {
    const Tolerated<RecentFiles> read = read_recent_files(recent_file(*folders_));
    const bool is_list = !read.problem && !read.value.empty();
    const RecentFiles files = change(is_list ? read.value : joined(read.value, shown));
    static_cast<void>(write_recent_files(recent_file(*folders_), files));
    return [this, files] { workspace_.files.recent = files; };
  });
}

void Files::show(const Session& session, const std::filesystem::path& path) {
  workspace_.edits.forget();
  workspace_.document = session.document;
  workspace_.history = History(session.document);
  workspace_.refusal.reset();
  workspace_.pinned.reset();
  workspace_.playback.speed = session.speed;
  go_to(workspace_.playback, session.tick, workspace_.schedule());
  workspace_.files.path = path;
  kept_work_.drop();
  stamped_.clear();
  workspace_.files.message = {};
}

bool Files::is_anothers(const FileRequest& request) const {
  if (request.changes_lost || request.path != workspace_.files.path || saving_ > 0 || !stamp_) {
    return false;
  }
  const std::optional<FileStamp> now = stamp_of(request.path);
  return now && *now != *stamp_;
}

void Files::save(const FileRequest& request) {
  ++saving_;
  background_.add([this, request, session = session_of(workspace_)]() -> BackgroundWork::After {
    const Status written = write_session(request.path, session);
    if (written) {
      kept_work_.clear();
    }
    return [this, request, saved = session.document, written, stamp = stamp_of(request.path)] {
      --saving_;
      if (written) {
        stamped_ = request.path;
        stamp_ = stamp;
      }
      take_saved(request, saved, written);
    };
  });
}

void Files::take_saved(FileRequest request, const Document& saved, const Status& written) {
  FilesState& files = workspace_.files;
  answer_sheet(request, static_cast<bool>(written));
  say(written, text::filled(text::window::saved_to, request.path.string()));
  if (!written) {
    if (files.sheet != FileSheet::save) {  // There one can try again.
      files.waiting.reset();
    }
    return;
  }
  files.path = request.path;
  kept_work_.is_cleared();
  workspace_.history.mark_saved(saved);
  remember_recent(request.path);
  if (const auto waiting = std::exchange(files.waiting, std::nullopt)) {
    ask_for(workspace_, *waiting);  // There may be changes since.
  }
}

}  // namespace convscope
