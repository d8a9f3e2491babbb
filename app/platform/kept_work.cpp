#include "app/platform/kept_work.h"

#include <utility>

#include "app/text/errors.h"
#include "app/ui/edit_steps.h"
#include "app/ui/file_sheets.h"

namespace convscope {

Session session_of(const Workspace& workspace) {
  return {.document = workspace.document,
          .tick = static_cast<std::int64_t>(workspace.playback.position),
          .speed = workspace.playback.speed};
}

KeptWork::KeptWork(Workspace& workspace, BackgroundWork& background, std::optional<std::filesystem::path> folder)
    : workspace_(workspace), background_(background), folder_(std::move(folder)) {}

void KeptWork::offer_left() const {
  if (!folder_) {
    return;
  }
  if (const std::vector<LeftWork> left = left_work(*folder_); !left.empty()) {
    workspace_.files.left_work = left.front().file;
    workspace_.files.sheet = FileSheet::left_work;
  }
}

void KeptWork::forget_left(const std::filesystem::path& file) const {
  for (const LeftWork& left : folder_ ? left_work(*folder_) : std::vector<LeftWork>{}) {
    if (left.file == file) {
      forget(left);
    }
  }
}

void KeptWork::take_over(const Session& session, const std::filesystem::path& left) {
  kept_ = workspace_.document;
  background_.add([this, session, left, path = workspace_.files.path]() -> BackgroundWork::After {
    const Status kept = keep(session, path);
    if (kept) {
      forget_left(left);  // Not before: until then a second crash would lose it.
    }
    return [this, kept] { say(kept); };
  });
}

std::optional<double> KeptWork::next_keep(double now) const {
  if (!folder_ || workspace_.history.is_saved() || is_same(kept_, workspace_.document) || background_.is_busy()) {
    return std::nullopt;
  }
  return pacer_.wait(now);
}

void KeptWork::serve(double now) {
  if (!is_same(seen_, workspace_.document)) {
    seen_ = workspace_.document;
    pacer_.changed(now);
  }
  const auto wait = next_keep(now);
  if (!wait || *wait > 0 || is_held()) {
    return;
  }
  kept_ = workspace_.document;
  pacer_.kept(now);
  background_.add([this, session = session_of(workspace_), path = workspace_.files.path]() -> BackgroundWork::After {
    return [this, kept = keep(session, path)] { say(kept); };
  });
}

void KeptWork::drop() {
  kept_ = {};
  background_.add([this]() -> BackgroundWork::After {
    clear();
    return [] {};
  });
}

void KeptWork::clear() const {
  if (recovery_) {
    recovery_->clear();
  }
}

Status KeptWork::keep(const Session& session, const std::filesystem::path& opened_from) {
  if (!recovery_) {
    Result<RecoveryFile> opened = RecoveryFile::open(*folder_);
    if (!opened) {
      return opened.error();
    }
    recovery_.emplace(std::move(opened).value());
  }
  return recovery_->keep(session, opened_from);
}

void KeptWork::say(const Status& kept) {
  if (!kept && !could_not_keep_) {
    workspace_.files.failed = true;
    workspace_.files.message = text::sentence(kept.error());
  }
  could_not_keep_ = !kept;
}

}  // namespace convscope
