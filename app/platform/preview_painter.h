#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "app/export/preview.h"
#include "app/render/fonts.h"
#include "app/text/result.h"

namespace convscope {

/// Draws previews of exports in a thread of its own. What is asked for while one is drawn waits, and only the newest.
class PreviewPainter {
 public:
  /// The fonts are those of the owner's FontSet.
  explicit PreviewPainter(FontFiles fonts);
  ~PreviewPainter();
  PreviewPainter(const PreviewPainter&) = delete;
  PreviewPainter& operator=(const PreviewPainter&) = delete;

  void ask(PreviewRequest request);
  /// The newest that is done, once.
  [[nodiscard]] std::optional<Result<Preview>> take();
  /// Whether one is asked for that is not done.
  [[nodiscard]] bool is_busy() const;

 private:
  void work(const std::stop_token& end, const FontFiles& fonts);

  mutable std::mutex mutex_;
  std::condition_variable_any asked_;
  std::optional<PreviewRequest> wanted_;
  bool drawing_ = false;
  std::optional<Result<Preview>> done_;
  std::jthread thread_;  // Last: it ends before what it uses.
};

}  // namespace convscope
