#include "app/platform/picture_clipboard.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>

#include "app/io/file_descriptor.h"
#include "app/io/write_target.h"
#include "app/platform/programs.h"
#include "app/text/errors.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

/// A file of no folder, at its beginning: the program may read it when it likes, and nobody waits at a pipe.
FileDescriptor nameless_file(std::span<const std::byte> bytes) {
  FileDescriptor file(::memfd_create("picture", MFD_CLOEXEC));
  const bool written = file.is_open() && !write_bytes(file.get(), bytes) && ::lseek(file.get(), 0, SEEK_SET) == 0;
  return written ? std::move(file) : FileDescriptor(-1);
}

}  // namespace

Status copy_picture(std::span<const std::byte> png) {
  const FileDescriptor file = nameless_file(png);
  if (!file.is_open()) {
    return text::cannot_write("clipboard", last_error());
  }
  const bool wayland = std::getenv("WAYLAND_DISPLAY") != nullptr;
  std::optional<StartedProgram> program;
  if (wayland) {
    program = start_program("wl-copy", {"--type", "image/png"}, &file);
  }
  if (!program) {
    program = start_program("xclip", {"-selection", "clipboard", "-t", "image/png"}, &file);
  }
  if (!program) {
    return text::clipboard_program_missing(wayland);
  }
  return program->wait() == 0 ? Status(Done{}) : text::clipboard_refused();
}

}  // namespace convscope
