#pragma once

#include "app/text/phrase.h"
#include "app/ui/workspace.h"

namespace convscope {

/// How a command is called in menus and in the list of commands, and the key that gives it.
struct CommandWords {
  const text::Phrase& label;
  const char* key;
  const text::Phrase* also = nullptr;  ///< Words that it is found by, too.
};
[[nodiscard]] CommandWords words_of(Command command);

}  // namespace convscope
