#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace convscope {

/// The sizes of a tensor, outermost first: (batch, channels, height, width). A convolution's weight has (out_channels,
/// in_channels / groups, kH, kW) in the same four places.
struct Shape {
  std::int64_t batch = 1;
  std::int64_t channels = 1;
  std::int64_t height = 1;
  std::int64_t width = 1;
  bool operator==(const Shape&) const = default;
};

/// The product of the sizes, saturated at the largest int64; 0 or negative sizes count as 0.
[[nodiscard]] std::int64_t element_count(const Shape& shape);

/// A cell's place: row y, column x of one channel of one batch element.
struct Index {
  std::int64_t batch = 0;
  std::int64_t channel = 0;
  std::int64_t y = 0;
  std::int64_t x = 0;
  bool operator==(const Index&) const = default;
};

/// float32 values in row-major order, N,C,H,W.
class Tensor {
 public:
  Tensor() = default;
  /// All zeros. The shape has sizes of at least 1 and at most max_elements elements.
  explicit Tensor(const Shape& shape);
  /// Takes the values; there are element_count(shape) of them.
  Tensor(const Shape& shape, std::vector<float> values);

  /// Takes another shape, of which the first constructor's requirements hold, in the same memory where that suffices.
  /// The values are then of no use.
  void reshape(const Shape& shape);

  [[nodiscard]] const Shape& shape() const { return shape_; }
  [[nodiscard]] std::span<const float> values() const { return values_; }
  [[nodiscard]] std::span<float> values() { return values_; }
  /// The value at an index within the shape.
  [[nodiscard]] float at(const Index& index) const { return values_[offset(index)]; }
  [[nodiscard]] float& at(const Index& index) { return values_[offset(index)]; }
  /// height·width values of one channel.
  [[nodiscard]] std::span<const float> channel(std::int64_t batch, std::int64_t channel) const;

  bool operator==(const Tensor&) const = default;

 private:
  [[nodiscard]] std::size_t offset(const Index& index) const;

  Shape shape_{0, 0, 0, 0};
  std::vector<float> values_;
};

}  // namespace convscope
