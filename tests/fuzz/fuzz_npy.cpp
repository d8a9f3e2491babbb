#include <cstdint>
#include <string_view>

#include "app/io/npy.h"
#include "engine/check.h"

/// Any bytes are refused by name or are an array with as many values as its shape says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace convscope;
  const Result<NpyArray> array = parse_npy({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!array) {
    CHECK_EQ(array.error().what.english().empty(), false);
    return 0;
  }
  std::int64_t count = 1;
  for (const std::int64_t length : array.value().shape) {
    count *= length;
  }
  CHECK_EQ(static_cast<std::int64_t>(array.value().values.size()), count);
  return 0;
}
