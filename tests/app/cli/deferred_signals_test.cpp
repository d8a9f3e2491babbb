#include "app/cli/deferred_signals.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>

namespace convscope {
namespace {

TEST(DeferredSignals, EndTheProgramAfterwards) {
  const auto end = [] {
    {
      const DeferredSignals signals;
      if (signals.end_is_asked()) {
        std::exit(1);
      }
      std::raise(SIGINT);
      if (!signals.end_is_asked()) {
        std::exit(2);
      }
    }
    std::exit(0);
  };
  EXPECT_EXIT(end(), ::testing::KilledBySignal(SIGINT), "");
}

TEST(DeferredSignals, AReaderThatIsGoneAsksForTheEnd) {
  const auto end = [] {
    {
      const DeferredSignals signals;
      std::array<int, 2> pipe{};
      if (::pipe(pipe.data()) != 0 || ::close(pipe[0]) != 0 || ::write(pipe[1], "a", 1) >= 0) {
        std::exit(1);
      }
      if (!signals.end_is_asked()) {
        std::exit(2);
      }
    }
    std::exit(0);
  };
  EXPECT_EXIT(end(), ::testing::KilledBySignal(SIGPIPE), "");
}

TEST(DeferredSignals, IgnoredSignalsAskForNothing) {
  const auto go_on = [] {
    std::signal(SIGHUP, SIG_IGN);
    const DeferredSignals signals;
    std::raise(SIGHUP);
    std::exit(signals.end_is_asked() ? 1 : 0);
  };
  EXPECT_EXIT(go_on(), ::testing::ExitedWithCode(0), "");
}

TEST(DeferredSignals, AFileOverItsLimitEndsNothing) {
  const auto go_on = [] {
    {
      const DeferredSignals signals;
      std::raise(SIGXFSZ);
      if (signals.end_is_asked()) {
        std::exit(1);
      }
    }
    std::exit(0);
  };
  EXPECT_EXIT(go_on(), ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace convscope
