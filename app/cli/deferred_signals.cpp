#include "app/cli/deferred_signals.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace convscope {
namespace {

constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP, SIGPIPE};

/// A signal that our parent told us to ignore (nohup, a shell's background) asks for nothing.
bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t set_of_file_size_signal() {
  sigset_t set{};
  sigemptyset(&set);
  sigaddset(&set, SIGXFSZ);
  return set;
}

}  // namespace

DeferredSignals::DeferredSignals() {
  sigset_t deferred = set_of_file_size_signal();
  for (const int signal : ending_signals) {
    if (!is_ignored(signal)) {
      sigaddset(&deferred, signal);
    }
  }
  pthread_sigmask(SIG_BLOCK, &deferred, &before_);
}

DeferredSignals::~DeferredSignals() {
  const sigset_t file_size = set_of_file_size_signal();
  const timespec now{};
  (void)sigtimedwait(&file_size, nullptr, &now);
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool DeferredSignals::end_is_asked() const {
  sigset_t pending{};
  sigpending(&pending);
  return std::ranges::any_of(ending_signals, [&](int signal) { return sigismember(&pending, signal) == 1; });
}

}  // namespace convscope
