#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/cli/chosen_layer.h"
#include "app/text/result.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
}

namespace convscope {

/// The flags that choose a layer, the same for every command: `--layer FILE.json`, `--preset NAME`, `--session
/// FILE`, and one flag for each parameter; later ones override earlier ones. `--input-size` is no part of the layer:
/// where it stands does not matter, and without it a preset's or a session's holds.
///
///   LayerOptions options;                 // lives as long as the command
///   options.add_to(command);              // before parsing
///   options.check_usage(needs)            // after parsing: an error here is wrong usage, exit status 2
///   options.choose()                      // reads the file; an error here is a failure, exit status 1
class LayerOptions {
 public:
  LayerOptions() = default;
  LayerOptions(const LayerOptions&) = delete;  // The parser writes to this object.

  /// What `--bias` takes: true or false; or, where tensors are given, also a file.
  enum class Bias { flag, flag_or_file };
  void add_to(CLI::App& command, Bias bias = Bias::flag);

  /// What a command cannot find elsewhere (as `compute` does in its tensors).
  struct Needs {
    bool input_size = true;
    bool kernel_size = true;
    bool kernel_size_of_pool = true;  ///< A pool has no weight that says it.
  };
  [[nodiscard]] Status check_usage(Needs needs) const;
  [[nodiscard]] Status check_usage() const { return check_usage(Needs{}); }

  /// Whether the command line has a flag, "--stride".
  [[nodiscard]] bool gives(std::string_view flag) const;

  /// Whether the command line has a whole layer: a file, a preset or a session.
  [[nodiscard]] bool gives_whole_layer() const;

  /// Whether `choose` will bring values: the preset's, or a session's, which is yet to be read; after check_usage.
  [[nodiscard]] bool brings_input() const;
  [[nodiscard]] bool brings_weight() const;

  /// Whether the layer may be a pool, which has no weight: its flags say so, or a file that is yet to be read may.
  [[nodiscard]] bool may_be_pool() const;

  /// Whether the last --bias names a file.
  [[nodiscard]] bool has_bias_file() const;

  /// After check_usage.
  [[nodiscard]] Result<ChosenLayer> choose() const;

 private:
  /// One flag as it was given, in the order of the command line.
  struct Assignment {
    std::string flag;
    std::string value;
  };
  [[nodiscard]] bool flags_say_pool() const;
  /// The last that gives a whole layer, or null.
  [[nodiscard]] const Assignment* whole_layer() const;

  std::vector<Assignment> assignments_;
};

}  // namespace convscope
