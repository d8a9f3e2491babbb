#include "app/platform/programs.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

extern "C" char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace convscope {
namespace {

int status_of(int waited) { return WIFEXITED(waited) ? WEXITSTATUS(waited) : 128 + WTERMSIG(waited); }

/// What is done in the new process before the program starts.
class SpawnPlan {
 public:
  explicit SpawnPlan(int input) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSID);
    if (input >= 0) {
      posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    } else {
      posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    }
    for (const int output : {STDOUT_FILENO, STDERR_FILENO}) {
      posix_spawn_file_actions_addopen(&actions_, output, "/dev/null", O_WRONLY, 0);
    }
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  [[nodiscard]] std::optional<StartedProgram> start(const std::string& name, std::vector<char*> words) const {
    words.push_back(nullptr);
    pid_t id = 0;
    return posix_spawnp(&id, name.c_str(), &actions_, &attributes_, words.data(), environ) == 0
               ? std::optional(StartedProgram(id))
               : std::nullopt;
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

std::optional<int> StartedProgram::status() {
  int waited = 0;
  if (!status_ && ::waitpid(id_, &waited, WNOHANG) == id_) {
    status_ = status_of(waited);
  }
  return status_;
}

int StartedProgram::wait() {
  int waited = 0;
  while (!status_) {
    if (::waitpid(id_, &waited, 0) == id_) {
      status_ = status_of(waited);
    } else if (errno != EINTR) {
      status_ = 1;
    }
  }
  return *status_;
}

std::optional<StartedProgram> start_program(const std::string& name, std::vector<std::string> words,
                                            const FileDescriptor* input) {
  words.insert(words.begin(), name);
  std::vector<char*> pointers;
  pointers.reserve(words.size());
  for (std::string& word : words) {
    pointers.push_back(word.data());
  }
  return SpawnPlan(input != nullptr ? input->get() : -1).start(name, std::move(pointers));
}

}  // namespace convscope
