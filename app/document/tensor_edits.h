#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "engine/tensor.h"

namespace convscope {

/// One cell and what is written into it.
struct TensorEdit {
  Index place;
  float value = 0;
};

/// Tensors that grow out of each other by few edits, as a photograph does while it is painted on. Each that is given is
/// a value that nobody changes; one that nobody holds any more becomes the next by the edits that it lacks, so that
/// nothing is copied but cells.
class TensorEdits {
 public:
  /// `base` after the edits; their places lie within it. Costs a copy of the tensor the first few times, and when
  /// `base` is not what was given last.
  [[nodiscard]] std::shared_ptr<const Tensor> edited(const std::shared_ptr<const Tensor>& base,
                                                     std::span<const TensorEdit> edits);

 private:
  /// A tensor that was given, and how many edits of the log it has.
  struct Given {
    std::shared_ptr<Tensor> tensor;
    std::size_t edits = 0;
  };
  [[nodiscard]] Given take_unused();

  std::vector<Given> given_;     ///< The newest last.
  std::vector<TensorEdit> log_;  ///< All edits since the first one's base.
};

}  // namespace convscope
