#include "app/platform/files.h"

#include <algorithm>
#include <utility>

#include "app/io/presets.h"
#include "app/io/samples.h"
#include "app/text/errors.h"
#include "app/text/window.h"
#include "app/ui/document_edits.h"
#include "app/ui/file_sheets.h"
#include "app/ui/photo_sheet.h"

namespace convscope {
namespace {

using Kind = FileRequest::Kind;

std::filesystem::path settings_file(const Folders& folders) { return folders.config / "settings.json"; }
std::filesystem::path recent_file(const Folders& folders) { return folders.state / "recent.json"; }
std::filesystem::path recovery_folder(const Folders& folders) { return folders.state / "recovery"; }

std::optional<text::Language> language_of(LanguageChoice choice) {
  switch (choice) {
    case LanguageChoice::locale:
      return std::nullopt;
    case LanguageChoice::english:
      return text::Language::english;
    case LanguageChoice::korean:
      return text::Language::korean;
  }
  return std::nullopt;
}

LanguageChoice choice_of(const std::optional<text::Language>& language) {
  if (!language) {
    return LanguageChoice::locale;
  }
  return *language == text::Language::korean ? LanguageChoice::korean : LanguageChoice::english;
}

}  // namespace

Files::Files(Workspace& workspace, std::function<void()> ready)
    : workspace_(workspace), folders_(user_folders()), background_(std::move(ready)) {
  for (const Sample& sample : samples()) {
    workspace_.files.samples.emplace_back(sample.name);
  }
  if (!folders_) {
    return;
  }
  const Tolerated<Settings> read = read_settings(settings_file(*folders_));
  kept_settings_ = read.value;
  if (read.problem) {
    say(*read.problem, "");
  }
  workspace_.zoom = static_cast<float>(read.value.interface_scale);
  workspace_.language = language_of(read.value.language);
  workspace_.show_layer_panel = read.value.layer_panel.shown;
  workspace_.show_arithmetic_panel = read.value.arithmetic_panel.shown;
  workspace_.layer_panel_width = static_cast<float>(read.value.layer_panel.width);
  workspace_.arithmetic_panel_width = static_cast<float>(read.value.arithmetic_panel.width);
  workspace_.files.recent = read_recent_files(recent_file(*folders_)).value;
  if (const std::vector<LeftWork> left = left_work(recovery_folder(*folders_)); !left.empty()) {
    workspace_.files.left_work = left.front().file;
    workspace_.files.sheet = FileSheet::left_work;
  }
}

Files::~Files() {
  if (folders_ && settings() != kept_settings_) {
    static_cast<void>(write_settings(settings_file(*folders_), settings()));  // There is nobody left to tell.
  }
}

Settings Files::settings() const {
  Settings settings = kept_settings_;
  settings.interface_scale = workspace_.zoom;
  settings.language = choice_of(workspace_.language);
  settings.layer_panel.shown = workspace_.show_layer_panel;
  settings.arithmetic_panel.shown = workspace_.show_arithmetic_panel;
  settings.layer_panel.width = workspace_.layer_panel_width;
  settings.arithmetic_panel.width = workspace_.arithmetic_panel_width;
  settings.theme = workspace_.document.view.theme;
  settings.axis_order = workspace_.document.view.axis_order;
  return settings;
}

Session Files::session() const {
  return {.document = workspace_.document,
          .tick = static_cast<std::int64_t>(workspace_.playback.position),
          .speed = workspace_.playback.speed};
}

void Files::say(const Status& status, const text::Text& done) {
  FilesState& files = workspace_.files;
  files.failed = !status;
  files.message = status ? done : text::sentence(status.error());
}

void Files::serve(const std::vector<std::filesystem::path>& dropped, double now) {
  FilesState& files = workspace_.files;
  background_.finish();
  if (dropped.size() > 1) {
    files.failed = true;
    files.message = text::filled(text::window::one_file_at_a_time, dropped.size());
  } else if (!dropped.empty()) {
    open_dropped(dropped.front());
  }
  while (files.request) {
    const FileRequest request = *std::exchange(files.request, std::nullopt);
    perform(request);
  }
  keep_aside(now);
  files.busy = background_.is_busy();
}

void Files::open_dropped(const std::filesystem::path& path) {
  FilesState& files = workspace_.files;
  const bool answers = files.sheet == FileSheet::open && !std::exchange(files.awaited, true);
  if (answers) {
    files.typed = path.string();
  }
  files.request = FileRequest{.kind = Kind::open, .path = path, .from_sheet = answers};
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
      return save(request);
    case Kind::forget_left:
      return forget_left(request.path);
    case Kind::quit:
      workspace_.quit = true;
      return;
  }
}

void Files::forget_left(const std::filesystem::path& file) const {
  for (const LeftWork& left : folders_ ? left_work(recovery_folder(*folders_)) : std::vector<LeftWork>{}) {
    if (left.file == file) {
      forget(left);
    }
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
    show(session, {});
    workspace_.history = History(make_document(presets().front()));  // What was restored is not saved.
    return forget_left(request.path);
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
  if (folders_ && !path.empty()) {
    workspace_.files.recent = with_recent(workspace_.files.recent, path);
    static_cast<void>(write_recent_files(recent_file(*folders_), workspace_.files.recent));
  }
}

void Files::show(const Session& session, const std::filesystem::path& path) {
  workspace_.document = session.document;
  workspace_.history = History(session.document);
  workspace_.refusal.reset();
  workspace_.pinned.reset();
  workspace_.playback.speed = session.speed;
  go_to(workspace_.playback, session.tick, workspace_.schedule());
  workspace_.files.path = path;
  workspace_.files.message = {};
}

void Files::save(const FileRequest& request) {
  background_.add([this, request, session = session()]() -> BackgroundWork::After {
    const Status written = write_session(request.path, session);
    if (written && recovery_) {
      recovery_->clear();
    }
    return [this, request, saved = session.document, written] { take_saved(request, saved, written); };
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
  workspace_.history.mark_saved(saved);
  remember_recent(request.path);
  if (const auto waiting = std::exchange(files.waiting, std::nullopt)) {
    ask_for(workspace_, *waiting);  // There may be changes since.
  }
}

std::optional<double> Files::next_keep(double now) const {
  if (!folders_ || workspace_.history.is_saved() || is_same(kept_, workspace_.document) || background_.is_busy()) {
    return std::nullopt;
  }
  return keep_pacer_.wait(now);
}

void Files::keep_aside(double now) {
  if (!is_same(seen_, workspace_.document)) {
    seen_ = workspace_.document;
    keep_pacer_.changed(now);
  }
  const auto wait = next_keep(now);
  if (!wait || *wait > 0 || is_held()) {
    return;
  }
  kept_ = workspace_.document;
  keep_pacer_.kept(now);
  background_.add([this, session = session(), path = workspace_.files.path]() -> BackgroundWork::After {
    return [this, kept = kept_aside(session, path)] {
      if (!kept) {
        say(kept, "");
      }
    };
  });
}

Status Files::kept_aside(const Session& session, const std::filesystem::path& opened_from) {
  if (!recovery_) {
    Result<RecoveryFile> opened = RecoveryFile::open(recovery_folder(*folders_));
    if (!opened) {
      return opened.error();
    }
    recovery_.emplace(std::move(opened).value());
  }
  return recovery_->keep(session, opened_from);
}

}  // namespace convscope
