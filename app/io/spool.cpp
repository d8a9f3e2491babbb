#include "app/io/spool.h"

#include <unistd.h>

#include <cerrno>
#include <span>

#include "app/io/temporary_names.h"
#include "app/io/write_target.h"
#include "app/text/errors.h"

namespace convscope {
namespace {

constexpr std::size_t in_memory = std::size_t{1} << 20;

}  // namespace

Result<SpoolPlace> Spool::add(std::string_view text) {
  const SpoolPlace place{in_file_ + newest_.size(), text.size()};
  newest_ += text;
  if (newest_.size() > in_memory) {
    if (const Status written = write_out(); !written) {
      return written.error();
    }
  }
  return place;
}

Status Spool::write_out() {
  if (!file_.is_open()) {
    Temporary temporary = create_temporary_file(folder_, "");
    if (!temporary.descriptor.is_open()) {
      return text::cannot_write(folder_.string(), last_error());
    }
    file_ = std::move(temporary.descriptor);
    std::error_code ignored;
    std::filesystem::remove(temporary.path, ignored);
  }
  if (const std::error_code error = write_bytes(file_.get(), std::as_bytes(std::span(newest_)))) {
    return text::cannot_write(folder_.string(), error);
  }
  in_file_ += newest_.size();
  newest_.clear();
  return Done{};
}

Result<std::string> Spool::read(const SpoolPlace& place) const {
  if (place.offset >= in_file_) {
    return newest_.substr(place.offset - in_file_, place.size);
  }
  std::string text(place.size, '\0');
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t got =
        ::pread(file_.get(), text.data() + done, text.size() - done, static_cast<off_t>(place.offset + done));
    if (got <= 0 && !(got < 0 && errno == EINTR)) {
      return text::cannot_read(folder_.string(), last_error());
    }
    done += got > 0 ? static_cast<std::size_t>(got) : 0;
  }
  return text;
}

}  // namespace convscope
