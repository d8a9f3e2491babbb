#include <cstdint>
#include <string_view>

#include "app/io/photo.h"
#include "engine/check.h"

/// Any bytes are refused by name or are a small picture. Large ones are left: the decoder would take the time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace convscope;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* name : {"fuzz", "fuzz.tga"}) {
    const Result<PhotoInfo> info = photo_info(bytes, name);
    constexpr std::int64_t most_pixels = 1 << 16;
    if (!info || info.value().size.height * info.value().size.width > most_pixels) {
      continue;
    }
    const Result<Tensor> photo = parse_photo(bytes, name, {.size = Size{3, 5}});
    if (photo) {
      CHECK_EQ(photo.value().shape() == (Shape{1, 3, 3, 5}), true);
    } else {
      CHECK_EQ(photo.error().what.english().empty(), false);
    }
  }
  return 0;
}
