#pragma once

#include <memory>
#include <thread>

#include "engine/tensor.h"

namespace convscope {

/// Frees large tensors in a thread of its own: to give their memory back to the system takes long (13 to 20 ms for an
/// RGB picture of 4096×4096), and the last who leaves one is often the interface.
class Disposal {
 public:
  /// 4 MiB: smaller ones are freed at once.
  static constexpr std::size_t worth_it = std::size_t{1} << 20;

  Disposal();
  Disposal(Disposal&&) noexcept;
  Disposal& operator=(Disposal&&) noexcept;
  ~Disposal();

  /// The same tensor, for all who will share it; when the last of them leaves it, whoever that is, it is freed
  /// elsewhere. One that is small, or was given by this already, comes back as it is.
  [[nodiscard]] std::shared_ptr<const Tensor> adopt(std::shared_ptr<const Tensor> tensor);

 private:
  struct Heap;
  struct Leave;

  std::shared_ptr<Heap> heap_;
  std::jthread thread_;  ///< Once it was needed.
};

}  // namespace convscope
