#pragma once

#include <memory>

#include "engine/tensor.h"

namespace convscope {

/// Memory of large tensors that is used again: fresh memory costs more than a forward pass that fills it (30 to 150 ms
/// of a photograph's output). For any thread; copies share one pool.
class TensorPool {
 public:
  TensorPool();

  /// A tensor that nobody shares any more, with whatever shape and values it had; where there is none, one of the
  /// shape.
  [[nodiscard]] Tensor take(const Shape& shape);
  /// Makes what the next `take` gives, for when there is time. Does nothing while one waits, or will when what took its
  /// place is seen: of a picture's two; nor where fresh memory is cheap or too large to be kept.
  void prepare(const Shape& shape);
  /// The tensor for many to look at; when the last of them leaves it, it is for `take`.
  [[nodiscard]] std::shared_ptr<const Tensor> share(Tensor tensor);

 private:
  struct Shelf;
  std::shared_ptr<Shelf> shelf_;
};

}  // namespace convscope
