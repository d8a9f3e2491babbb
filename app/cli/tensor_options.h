#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/layer_options.h"
#include "app/text/result.h"
#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// A valid layer and tensors that fit it.
struct LayerTensors {
  SizedLayer sized;  ///< The input size is the input's.
  Tensor input;
  int input_rank = 3;       ///< Of the file; a preset's input counts as (C, H, W).
  Tensor weight;            ///< Tensor() of pools.
  std::vector<float> bias;  ///< Empty: zeros, or none.
};

/// The flags that give a layer its values: `--input X.npy`, `--weight W.npy`; `--bias` is LayerOptions' (flag_or_file).
/// What is not given comes from the preset, if it has values.
class TensorOptions {
 public:
  TensorOptions() = default;
  TensorOptions(const TensorOptions&) = delete;  // The parser writes to this object.

  void add_to(CLI::App& command);

  [[nodiscard]] bool has_input() const { return !input_.empty(); }
  [[nodiscard]] bool has_weight() const { return !weight_.empty(); }

  /// Whether input and weight can be had from flags or the preset (or none); an error here is wrong usage. Where the
  /// layer may be a pool, whether a weight is missing is for `load` to say.
  [[nodiscard]] Status check_usage(const LayerOptions& layer) const;

  /// Reads the files, after check_usage. Where in_channels, out_channels, kernel_size or the input size were not said,
  /// they are the tensors'. Refuses an invalid layer and tensors that do not fit.
  [[nodiscard]] Result<LayerTensors> load(const ChosenLayer& chosen) const;

 private:
  std::string input_;
  std::string weight_;
};

}  // namespace convscope
