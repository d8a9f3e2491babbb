#pragma once

#include "app/text/phrase.h"
#include "app/ui/workspace.h"

namespace convscope {

/// How a command is called in menus and in the list of commands, and the key that gives it.
struct CommandWords {
  const text::Phrase& label;
  const char* key;
};
[[nodiscard]] CommandWords words_of(Command command);

}  // namespace convscope
