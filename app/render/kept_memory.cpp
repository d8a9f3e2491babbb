#include "app/render/kept_memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace convscope {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int largest_block = 32 << 20;  // The most that glibc takes.
  constexpr int kept = 256 << 20;
  (void)mallopt(M_MMAP_THRESHOLD, largest_block);
  (void)mallopt(M_TRIM_THRESHOLD, kept);
#endif
}

}  // namespace convscope
