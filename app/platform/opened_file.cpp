#include "app/platform/opened_file.h"

#include <new>
#include <utility>

#include "app/io/open_file.h"
#include "app/io/photo.h"
#include "app/io/read_file.h"
#include "app/io/samples.h"
#include "app/platform/opened_values.h"
#include "app/text/usage_errors.h"

namespace convscope {
namespace {

constexpr std::int64_t largest_file = std::int64_t{1} << 30;

Result<std::string> bytes_of(const FileRequest& request) {
  if (request.kind != FileRequest::Kind::open_sample) {
    return read_file(request.path, largest_file);
  }
  for (const Sample& sample : samples()) {
    if (sample.name == request.sample) {
      return std::string(sample.bytes);
    }
  }
  return std::string();
}

Result<OpenedFile> parsed_photo(const std::string& bytes, const std::string& where, const FileRequest& request,
                                const Document& document) {
  const Result<PhotoInfo> info = photo_info(bytes, where);
  if (!info) {
    return info.error();
  }
  if (request.kind == FileRequest::Kind::open && !request.photo) {
    return OpenedFile(PhotoQuestion{info.value().size, info.value().grey});
  }
  const bool grey = document.sized.layer.in_channels == 1 || info.value().grey;
  Result<std::vector<ArrayUse>> uses =
      photo_uses(document, bytes, where, request.photo.value_or(PhotoWish{.grey = grey}));
  return uses ? Result<OpenedFile>(std::move(uses).value()) : Result<OpenedFile>(uses.error());
}

Result<OpenedFile> parsed(const std::string& bytes, const std::string& where, const FileRequest& request,
                          const Document& document) {
  const Result<FileKind> kind = file_kind(bytes, where);
  if (!kind) {
    return kind.error();
  }
  if (kind.value() == FileKind::session) {
    Result<Session> session = parse_session(bytes, where);
    return session ? Result<OpenedFile>(std::move(session).value()) : Result<OpenedFile>(session.error());
  }
  if (kind.value() == FileKind::photo) {
    return parsed_photo(bytes, where, request, document);
  }
  Result<std::vector<ArrayUse>> uses = opened_values(document, kind.value(), bytes, where);
  return uses ? Result<OpenedFile>(std::move(uses).value()) : Result<OpenedFile>(uses.error());
}

}  // namespace

Result<OpenedFile> opened_file(const FileRequest& request, const Document& document) {
  try {
    const Result<std::string> bytes = bytes_of(request);
    const bool is_sample = request.kind == FileRequest::Kind::open_sample;
    return bytes ? parsed(bytes.value(), is_sample ? request.sample : request.path.string(), request, document)
                 : Result<OpenedFile>(bytes.error());
  } catch (const std::bad_alloc&) {
    return text::out_of_memory();
  }
}

}  // namespace convscope
