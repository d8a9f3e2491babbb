#include "app/platform/preview_painter.h"

#include <exception>
#include <utility>

#include "app/compute/layer_result.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

/// An exception would end the whole program.
Result<Preview> draw(const PreviewRequest& request, Computed& computed, const Result<FontSet>& fonts) {
  if (!fonts) {
    return fonts.error();
  }
  try {
    if (!computed.result.output || work_after(computed, request.document) > 0) {
      computed = {request.document, compute(request.document)};
    }
    return draw_preview(request, computed.result, fonts.value());
  } catch (const std::exception& problem) {
    return text::encoding_failed("preview", problem.what());
  }
}

}  // namespace

PreviewPainter::PreviewPainter(FontFiles fonts)
    : thread_([this, fonts = std::move(fonts)](const std::stop_token& end) { work(end, fonts); }) {}

PreviewPainter::~PreviewPainter() { thread_.request_stop(); }

void PreviewPainter::ask(PreviewRequest request) {
  const std::scoped_lock lock(mutex_);
  wanted_ = std::move(request);
  asked_.notify_one();
}

std::optional<Result<Preview>> PreviewPainter::take() {
  const std::scoped_lock lock(mutex_);
  return std::exchange(done_, std::nullopt);
}

bool PreviewPainter::is_busy() const {
  const std::scoped_lock lock(mutex_);
  return wanted_ || drawing_ || done_;
}

void PreviewPainter::work(const std::stop_token& end, const FontFiles& files) {
  const Result<FontSet> fonts = FontSet::open(files);
  Computed computed;
  std::unique_lock lock(mutex_);
  while (asked_.wait(lock, end, [this] { return wanted_.has_value(); })) {
    const PreviewRequest request = *std::exchange(wanted_, std::nullopt);
    drawing_ = true;
    lock.unlock();
    Result<Preview> drawn = draw(request, computed, fonts);
    lock.lock();
    drawing_ = false;
    done_ = std::move(drawn);
  }
}

}  // namespace convscope
