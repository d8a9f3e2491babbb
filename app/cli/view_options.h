#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/document/document.h"

namespace CLI {
class App;
}

namespace convscope {

/// The flags that say how a layer is shown: --look, --theme, --color, --pace, --transposed, --matrix, --flow,
/// --input-channel.
class ViewOptions {
 public:
  explicit ViewOptions(const View& defaults = {}) : defaults_(defaults) {}
  ViewOptions(const ViewOptions&) = delete;  // The parser writes to this object.

  void add_to(CLI::App& command);

  /// A session's view, or the command's defaults, with what the flags say; after parsing.
  [[nodiscard]] View applied(const std::optional<View>& saved) const;

 private:
  template <typename Choices, typename Choice>
  void add_choice(CLI::App& command, const char* flag, const char* help, const Choices& choices, Choice View::*member);

  View defaults_;
  std::vector<std::function<void(View&)>> changes_;
};

}  // namespace convscope
