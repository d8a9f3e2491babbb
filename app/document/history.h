#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/document.h"

namespace convscope {

/// A document with the way to it: undo and redo of all that is saved. A value. Documents are equal as
/// is_equal_by_glance finds them, so that nothing here takes longer than a frame.
class History {
 public:
  /// The most steps that can be undone, and about how many bytes of tensors they may hold; the oldest go first.
  static constexpr std::size_t most_steps = 500;
  static constexpr std::size_t most_bytes = std::size_t{512} << 20;

  /// A new or opened document: nothing to undo, nothing unsaved.
  explicit History(Document document);

  [[nodiscard]] const Document& now() const { return states_[at_]; }

  /// Makes `changed` the present; what was undone can no longer be redone. Nothing happens when it equals the present.
  /// Changes with the same key, which is not empty, become one step until `close` or another key: one drag.
  void change(Document changed, std::string_view key = {});

  /// Ends the step that is open: the mouse was let go. A step that came back to where it began is none.
  void close();

  [[nodiscard]] bool can_undo() const;
  [[nodiscard]] bool can_redo() const { return at_ + 1 < states_.size(); }
  /// One step; nothing where there is none.
  void undo();
  void redo();

  /// This document, the present or one before it, is on the disk now.
  void mark_saved(Document saved);
  /// What is on the disk, or what the document began as; empty: not known.
  [[nodiscard]] const std::optional<Document>& saved() const { return saved_; }
  /// Whether the present equals what is on the disk.
  [[nodiscard]] bool is_saved() const;

 private:
  void push(Document changed);
  void forget_oldest();

  std::vector<Document> states_;  ///< Never empty; from the oldest to the last that can be redone.
  std::size_t at_ = 0;            ///< The present.
  std::string open_key_;          ///< Empty: the next change is a step of its own.
  std::optional<Document> saved_;
  mutable std::optional<bool> is_saved_;  ///< Once it is known of the present: to compare costs.
};

}  // namespace convscope
