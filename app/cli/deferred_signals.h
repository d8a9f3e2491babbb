#pragma once

#include <csignal>

namespace convscope {

/// While it lives, signals that would end the program on the spot (Ctrl+C, a hang-up, a reader of our output that is
/// gone, a file over its limit) wait: work can be given up cleanly first. Afterwards the program ends by them, as its
/// parent expects; a file over its limit is an error of writing and ends nothing.
class DeferredSignals {
 public:
  DeferredSignals();
  ~DeferredSignals();
  DeferredSignals(const DeferredSignals&) = delete;
  DeferredSignals& operator=(const DeferredSignals&) = delete;

  /// Whether one asks to end the program.
  [[nodiscard]] bool end_is_asked() const;

 private:
  sigset_t before_{};
};

}  // namespace convscope
