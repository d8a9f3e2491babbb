#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/document/document.h"
#include "app/document/tensor_edits.h"
#include "app/text/result.h"
#include "engine/layer.h"

namespace convscope {

class BackgroundWork;

/// A change of a document's layer or values.
struct Edit {
  using Apply = std::function<Result<Document>(const Document&, TensorEdits& input_edits)>;
  Apply apply;                        ///< May run in another thread, so it holds all that it needs.
  std::int64_t values = 0;            ///< About how many it writes or copies.
  std::optional<SizedLayer> layer{};  ///< The one that it leads to, if it is a change of the layer.
};

/// What became of edits that were done in one go.
struct EditOutcome {
  Document document;
  std::optional<Error> refusal{};  ///< Of the last one that could not be done; the document has the others.
  bool lacks_memory = false;       ///< One could not be done for want of memory.
  bool ends_step = false;          ///< Nothing that follows belongs to the same step of the history.
};

/// Edits on their way into the newest document, for those who must not wait. Small ones are done at once; larger ones,
/// and what follows them, in another thread, one after the other.
class EditQueue {
 public:
  /// Values that are written at once: about a millisecond's.
  static constexpr std::int64_t at_once = std::int64_t{1} << 18;
  /// How long the giver waits for a larger edit, as many are done soon after all.
  static constexpr std::chrono::milliseconds patience{2};

  EditQueue();
  EditQueue(EditQueue&&) noexcept;
  EditQueue& operator=(EditQueue&&) noexcept;
  ~EditQueue();

  /// Called from another thread when `take` has something new to give.
  void set_ready(std::function<void()> ready) { ready_ = std::move(ready); }

  /// A change of the layer takes the place of one before it that has not begun and belongs to the same step.
  void add(Edit edit);
  /// What was added last is the end of a step of the history.
  void end_step();
  /// Nothing of what was added is wanted any more.
  void forget();

  /// Begins what waits on `newest`, and gives what is done. Edits that were done on another one than `newest` are done
  /// again; of the view and the chain it has those of `newest`.
  [[nodiscard]] std::optional<EditOutcome> take(const Document& newest);

  /// Whether there are edits that were not given yet, and for how many seconds there have been.
  [[nodiscard]] bool is_busy() const { return run_ || !waiting_.empty(); }
  [[nodiscard]] double seconds_busy() const;
  /// The layer that the document will have when all is done; null: the one it has.
  [[nodiscard]] const SizedLayer* layer() const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Run;
  struct Waiting {
    Edit edit;
    bool ends_step = false;
  };
  [[nodiscard]] std::shared_ptr<Run> next_run();
  void work_on_run(const Document& newest);

  std::function<void()> ready_;
  std::deque<Waiting> waiting_;
  std::shared_ptr<Run> run_;                  ///< What is being done: the first ones, up to the end of a step.
  std::shared_ptr<TensorEdits> input_edits_;  ///< Of whoever works on the run.
  std::optional<Clock::time_point> busy_since_;
  std::unique_ptr<BackgroundWork> work_;  ///< Once it was needed.
};

}  // namespace convscope
