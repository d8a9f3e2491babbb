#include "app/export/libav_library.h"

#include <dlfcn.h>

#include <optional>

#include "engine/check.h"

namespace convscope {
namespace {

#define CONVSCOPE_SONAME(name, version) "lib" name ".so." AV_STRINGIFY(version)

std::optional<Libav> load_libav() {
  // Never closed: threads of FFmpeg's may still end in it.
  void* const avutil = dlopen(CONVSCOPE_SONAME("avutil", LIBAVUTIL_VERSION_MAJOR), RTLD_LAZY | RTLD_LOCAL);
  void* const avcodec = dlopen(CONVSCOPE_SONAME("avcodec", LIBAVCODEC_VERSION_MAJOR), RTLD_LAZY | RTLD_LOCAL);
  void* const avformat = dlopen(CONVSCOPE_SONAME("avformat", LIBAVFORMAT_VERSION_MAJOR), RTLD_LAZY | RTLD_LOCAL);
  if (avutil == nullptr || avcodec == nullptr || avformat == nullptr) {
    return std::nullopt;
  }
  Libav libav;
  bool complete = true;
#define CONVSCOPE_LOAD(library, name)                                         \
  libav.name = reinterpret_cast<decltype(libav.name)>(dlsym(library, #name)); \
  complete = complete && libav.name != nullptr
  CONVSCOPE_LIBAV_FUNCTIONS(CONVSCOPE_LOAD);
#undef CONVSCOPE_LOAD
  if (!complete) {
    return std::nullopt;
  }
  libav.av_log_set_level(AV_LOG_QUIET);  // What goes wrong is told in our own words.
  return libav;
}

}  // namespace

const Libav* find_libav() {
  static const std::optional<Libav> loaded = load_libav();
  return loaded ? &*loaded : nullptr;
}

const Libav& libav() {
  const Libav* const found = find_libav();
  CHECK_EQ(found != nullptr, true);
  return *found;
}

std::string libav_message(int code) {
  std::string message(AV_ERROR_MAX_STRING_SIZE, '\0');
  libav().av_strerror(code, message.data(), message.size());
  return message.c_str();
}

}  // namespace convscope
