#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "app/text/result.h"

namespace convscope {

/// Where encoded bytes go, in order.
using ByteSink = std::function<Status(std::span<const std::byte>)>;

}  // namespace convscope
