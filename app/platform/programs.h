#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "app/io/file_descriptor.h"

namespace convscope {

/// Another program that was started. It may outlive us.
class StartedProgram {
 public:
  explicit StartedProgram(pid_t id) : id_(id) {}

  /// Its exit status once it has ended, more than 0 where it was killed; nothing before. Does not wait.
  [[nodiscard]] std::optional<int> status();
  /// The same, waits.
  [[nodiscard]] int wait();

 private:
  pid_t id_;
  std::optional<int> status_{};
};

/// Starts the program of this name in PATH in a session of its own, with these words behind its name. It reads `input`,
/// or nothing; what it prints is lost. Nothing where there is no such program.
[[nodiscard]] std::optional<StartedProgram> start_program(const std::string& name, std::vector<std::string> words,
                                                          const FileDescriptor* input = nullptr);

}  // namespace convscope
