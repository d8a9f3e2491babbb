#pragma once

#include <cstdint>
#include <string_view>

#include "app/text/result.h"
#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope::text {

/// What is asked of a layer that it cannot answer. `flag` names the question.
[[nodiscard]] Error no_such_input_cell(const Index& cell, const Shape& input);
[[nodiscard]] Error no_such_weight(const Index& place, const Shape& weight);
/// A question about weights, of an op that has none.
[[nodiscard]] Error op_without_weight(std::string_view what, Op op);
/// A matrix, of an op that none describes.
[[nodiscard]] Error not_linear(std::string_view what, Op op);
[[nodiscard]] Error reach_needs_one_question();
/// `what` counts `count` of something: "the answer would have … taps".
[[nodiscard]] Error answer_too_long(std::string_view what, std::int64_t count, std::int64_t limit);
[[nodiscard]] Error question_about_a_batch(std::string_view where, std::int64_t batch);

/// A chain of layers: --layer files, counted from 1 in the messages.
[[nodiscard]] Error no_chain();
[[nodiscard]] Error empty_chain(std::string_view file);
[[nodiscard]] Error layer_in_chain(std::size_t number, const Error& error);
[[nodiscard]] Error receptive_field_too_large(std::size_t number);

/// Files of `gradient`.
[[nodiscard]] Error no_gradient_wanted();
[[nodiscard]] Error no_bias_gradient();

}  // namespace convscope::text
