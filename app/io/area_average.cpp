#include "app/io/area_average.h"

#include <algorithm>
#include <vector>

namespace convscope {
namespace {

/// The old cells that a new one covers along an axis, and how much of it each fills; the shares sum to 1.
struct Cover {
  std::int64_t first = 0;
  std::vector<float> shares;
};

std::vector<Cover> covers(std::int64_t from, std::int64_t to) {
  std::vector<Cover> list(static_cast<std::size_t>(to));
  for (std::int64_t i = 0; i < to; ++i) {
    // In parts of 1/to of an old cell: [i·from, (i + 1)·from) of cells that are `to` long.
    const std::int64_t begin = i * from;
    const std::int64_t end = begin + from;
    Cover& cover = list[static_cast<std::size_t>(i)];
    cover.first = begin / to;
    for (std::int64_t cell = cover.first; cell * to < end; ++cell) {
      const std::int64_t overlap = std::min(end, (cell + 1) * to) - std::max(begin, cell * to);
      cover.shares.push_back(static_cast<float>(static_cast<double>(overlap) / static_cast<double>(from)));
    }
  }
  return list;
}

void average_rows(const Tensor& from, Tensor& to, std::int64_t channel) {
  const std::vector<Cover> rows = covers(from.shape().height, to.shape().height);
  for (std::int64_t y = 0; y < to.shape().height; ++y) {
    const Cover& cover = rows[static_cast<std::size_t>(y)];
    for (std::size_t k = 0; k < cover.shares.size(); ++k) {
      const std::int64_t row = cover.first + static_cast<std::int64_t>(k);
      for (std::int64_t x = 0; x < to.shape().width; ++x) {
        to.at({0, channel, y, x}) += cover.shares[k] * from.at({0, channel, row, x});
      }
    }
  }
}

void average_columns(const Tensor& from, Tensor& to, std::int64_t channel) {
  const std::vector<Cover> columns = covers(from.shape().width, to.shape().width);
  for (std::int64_t y = 0; y < to.shape().height; ++y) {
    for (std::int64_t x = 0; x < to.shape().width; ++x) {
      const Cover& cover = columns[static_cast<std::size_t>(x)];
      float sum = 0;
      for (std::size_t k = 0; k < cover.shares.size(); ++k) {
        sum += cover.shares[k] * from.at({0, channel, y, cover.first + static_cast<std::int64_t>(k)});
      }
      to.at({0, channel, y, x}) = sum;
    }
  }
}

}  // namespace

Tensor area_average(const Tensor& picture, const Size& size) {
  const Shape& shape = picture.shape();
  if (Size{shape.height, shape.width} == size) {
    return picture;
  }
  Tensor rows({1, shape.channels, size.height, shape.width});
  Tensor result({1, shape.channels, size.height, size.width});
  for (std::int64_t channel = 0; channel < shape.channels; ++channel) {
    average_rows(picture, rows, channel);
    average_columns(rows, result, channel);
  }
  return result;
}

Tensor cropped(const Tensor& picture, std::int64_t top, std::int64_t left, const Size& size) {
  Tensor part({1, picture.shape().channels, size.height, size.width});
  for (std::int64_t channel = 0; channel < picture.shape().channels; ++channel) {
    for (std::int64_t y = 0; y < size.height; ++y) {
      const auto row = picture.channel(0, channel)
                           .subspan(static_cast<std::size_t>((top + y) * picture.shape().width + left),
                                    static_cast<std::size_t>(size.width));
      std::ranges::copy(row, &part.at({0, channel, y, 0}));
    }
  }
  return part;
}

}  // namespace convscope
