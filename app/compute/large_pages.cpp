#include "app/compute/large_pages.h"

#ifdef __linux__
#include <sys/mman.h>

#include <memory>
#endif

namespace convscope {

#ifdef __linux__
void prefer_large_pages(void* memory, std::size_t bytes) {
  constexpr std::size_t page = 4096;
  constexpr std::size_t worth_it = std::size_t{4} << 20U;
  if (bytes >= worth_it && std::align(page, bytes - page, memory, bytes) != nullptr) {
    static_cast<void>(madvise(memory, bytes / page * page, MADV_HUGEPAGE));  // A wish: without it, all is as it was.
  }
}
#else
void prefer_large_pages(void* /*memory*/, std::size_t /*bytes*/) {}
#endif

}  // namespace convscope
