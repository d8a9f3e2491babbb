#pragma once

namespace convscope {

/// Takes the numbers 0, 1 and 2 where our parent closed them (`>&-`): else the next file that is opened becomes
/// standard output or error, and what is printed lands in it. Reading and writing still fail, as of what is closed.
void take_closed_streams();

}  // namespace convscope
