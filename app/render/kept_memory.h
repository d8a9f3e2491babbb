#pragma once

namespace convscope {

/// From now on memory of pictures that is given back stays with the program, up to some hundred megabytes. glibc would
/// give it back to the kernel after each picture, and the next one would be faulted in again page by page: a tenth of
/// an export's time, 1 to 4 % of a frame's on software OpenGL.
void keep_freed_memory();

}  // namespace convscope
