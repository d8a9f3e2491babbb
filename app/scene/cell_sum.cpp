#include "app/scene/cell_sum.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

#include "app/scene/tap_grid.h"
#include "engine/stamp.h"
#include "engine/uses.h"

namespace convscope {
namespace {

SumKind kind_of(const Document& document) {
  if (is_stamping(document)) {
    return SumKind::stamp;
  }
  switch (document.sized.layer.op) {
    case Op::max_pool2d:
      return SumKind::maximum;
    case Op::avg_pool2d:
      return SumKind::mean;
    default:
      return SumKind::sum;
  }
}

/// How many of the step's taps are in its sum.
std::int64_t taps_done(const Moment& moment, std::int64_t taps, std::int64_t channels) {
  switch (moment.pace) {
    case Pace::cell:
      return taps;
    case Pace::channel:
      return taps / channels * std::min(moment.part + 1, channels);
    case Pace::tap:
      return std::min(moment.part + 1, taps);
  }
  return taps;
}

double product_of(const TapValue& value) { return Product{.tap = {}, .value = value, .output = {}}.exact(); }

/// Adds products up, or keeps the largest; NaN stays, as in the engine.
class Total {
 public:
  explicit Total(SumKind kind)
      : kind_(kind), value_(kind == SumKind::maximum ? -std::numeric_limits<double>::infinity() : 0) {}
  void add(const TapValue& value) {
    if (kind_ != SumKind::maximum) {
      value_ += product_of(value);
    } else if (value.value > value_ || std::isnan(value.value)) {
      value_ = value.value;
    }
  }
  [[nodiscard]] double value() const { return value_; }

 private:
  SumKind kind_;
  double value_;
};

double bias_of(const Document& document, const Moment& moment, std::int64_t out_channel) {
  const std::span<const float> bias = active_bias(document);
  return bias.empty() || !moment.complete() ? 0 : bias[static_cast<std::size_t>(out_channel)];
}

/// The products of an output cell; the total of all channels.
void add_window(const Document& document, const Moment& moment, CellSum& sum) {
  const Layer& layer = document.sized.layer;
  const CellTaps taps(document.sized, sum.cell);
  const std::int64_t depth = channels_read(layer);
  const std::int64_t in_channel = taps.count() / depth;
  const std::int64_t done = taps_done(moment, taps.count(), depth);
  const std::int64_t first = first_input_channel(layer, sum.cell.channel);
  const std::int64_t current = moment.pace == Pace::cell || in_channel == 0
                                   ? document.view.input_channel % depth
                                   : std::min(moment.part * depth / moment.parts, depth - 1);
  sum.front_channel = first + current;
  sum.columns = std::max<std::int64_t>(1, tap_grid(document.sized, sum.cell).columns.count);
  sum.product_count = in_channel;
  if (moment.pace == Pace::tap && moment.part < taps.count()) {
    sum.current = static_cast<std::size_t>(moment.part - current * in_channel);
  }
  Total total(sum.kind);
  for (std::int64_t channel = 0; channel < depth; ++channel) {
    double of_channel = 0;
    for (std::int64_t i = 0; i < in_channel; ++i) {
      const std::int64_t number = channel * in_channel + i;
      const Tap tap = taps[number];
      const TapValue value = tap_value(layer, tap, *document.input, *document.weight);
      if (number < done) {
        total.add(value);
        of_channel += product_of(value);
        sum.value_sum += value.value;
      }
      if (channel == current && in_channel <= max_listed_products) {
        sum.products.push_back({tap, value, number < done, sum.cell});
      }
    }
    sum.channels.push_back({first + channel, of_channel, channel * in_channel < done || in_channel == 0});
  }
  sum.total = static_cast<float>(total.value() + bias_of(document, moment, sum.cell.channel));
}

void find_winner(const Document& document, CellSum& sum) {
  std::vector<Tap> seen;
  for (const Product& product : sum.products) {
    if (product.done) {
      seen.push_back(product.tap);
    }
  }
  if (const auto winner = max_pool_winner(seen, *document.input)) {
    sum.winner = static_cast<std::size_t>(*winner);
  }
}

/// The products that an input cell stamps onto one output channel.
void list_stamp(const Document& document, const Moment& moment, CellSum& sum) {
  const Layer& layer = document.sized.layer;
  const std::int64_t per_group = layer.out_channels / layer.groups;
  const std::int64_t group = sum.cell.channel / channels_read(layer);
  const std::int64_t part = moment.pace == Pace::cell ? 0 : moment.part * per_group / moment.parts;
  sum.front_channel = sum.cell.channel;
  sum.out_channel = group * per_group + part;
  UseProduct uses = uses_of_input(document.sized, sum.cell);
  std::erase_if(uses.channels, [&](const ChannelTap& tap) { return tap.output != sum.out_channel; });
  sum.columns = std::max<std::int64_t>(1, std::ssize(uses.columns));
  sum.product_count = use_count(uses);
  if (sum.product_count == 0 || sum.product_count > max_listed_products) {
    return;
  }
  const std::int64_t last = moment.part - part * (moment.parts / per_group);
  if (moment.pace == Pace::tap) {
    sum.current = static_cast<std::size_t>(last);
  }
  for (const Use& use : list_uses(uses)) {
    const Tap tap{.input = use.input, .padded_y = sum.cell.y, .padded_x = sum.cell.x, .weight = use.weight};
    const bool done = moment.pace != Pace::tap || std::ssize(sum.products) <= last;
    sum.products.push_back({tap, tap_value(layer, tap, *document.input, *document.weight), done, use.output});
  }
}

}  // namespace

CellSum cell_sum(const Document& document, const Moment& moment) {
  CellSum sum;
  sum.kind = kind_of(document);
  sum.has_bias = !active_bias(document).empty();
  sum.complete = moment.complete();
  if (sum.kind == SumKind::stamp) {
    sum.cell = input_of_stamp(document.sized, moment.step);
    list_stamp(document, moment, sum);
    return sum;
  }
  sum.cell = output_of_step(document.sized, moment.step);
  sum.out_channel = sum.cell.channel;
  if (sum.has_bias) {
    sum.bias = document.bias[static_cast<std::size_t>(sum.out_channel)];
  }
  add_window(document, moment, sum);
  if (sum.kind == SumKind::maximum) {
    find_winner(document, sum);
  }
  return sum;
}

const CellSum& CurrentCellSum::of(const Document& document, const Moment& moment) {
  Moment at_rest = moment;
  at_rest.slide = 0;  // What moves is the picture's alone.
  const bool same = sum_ && moment_ == at_rest && document_.sized == document.sized &&
                    document_.input == document.input && document_.weight == document.weight &&
                    document_.bias == document.bias && document_.view.input_channel == document.view.input_channel &&
                    is_stamping(document_) == is_stamping(document);
  if (!same) {
    sum_ = cell_sum(document, at_rest);
    document_ = document;
    moment_ = at_rest;
  }
  return *sum_;
}

double partial_sum(const Document& document, const Moment& moment) {
  const Index cell = output_of_step(document.sized, moment.step);
  const CellTaps taps(document.sized, cell);
  const std::int64_t done = taps_done(moment, taps.count(), channels_read(document.sized.layer));
  Total total(kind_of(document));
  for (std::int64_t number = 0; number < done; ++number) {
    total.add(tap_value(document.sized.layer, taps[number], *document.input, *document.weight));
  }
  return total.value() + bias_of(document, moment, cell.channel);
}

std::string formula_number(double value) {
  if (std::isnan(value)) {
    return "NaN";
  }
  if (std::isinf(value)) {
    return value > 0 ? "\u221e" : "\u2212\u221e";
  }
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.6g", std::abs(value));
  return (std::signbit(value) && value != 0 ? "\u2212" : "") + std::string(buffer.data());
}

}  // namespace convscope
