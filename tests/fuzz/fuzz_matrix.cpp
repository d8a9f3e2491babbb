#include <cstdint>
#include <string_view>

#include "app/document/parse_matrix.h"
#include "engine/check.h"

/// Any text is refused by its place or is a matrix with as many numbers as its shape says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace convscope;
  const Result<ParsedMatrix> matrix = parse_matrix({reinterpret_cast<const char*>(data), size});
  if (!matrix) {
    CHECK_EQ(matrix.error().what.english().empty(), false);
    return 0;
  }
  std::int64_t count = 1;
  for (const std::int64_t length : matrix.value().shape) {
    count *= length;
  }
  CHECK_EQ(count, static_cast<std::int64_t>(matrix.value().values.size()));
  return 0;
}
