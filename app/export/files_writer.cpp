#include "app/export/files_writer.h"

#include <utility>

#include "app/io/atomic_files.h"

namespace convscope {
namespace {

class FilesWriter : public FrameWriter {
 public:
  FilesWriter(const ExportJob& job, ExportTarget target, FileMaker make, AtomicFiles files)
      : frames_(job.animation.frames), target_(std::move(target)), make_(std::move(make)), files_(std::move(files)) {}

  Result<MadeFrame> make(const Scene& scene, Easel& easel) const override {
    Result<std::vector<std::byte>> bytes = make_(scene, easel);
    return bytes ? Result<MadeFrame>(std::move(bytes).value()) : Result<MadeFrame>(bytes.error());
  }
  Status add(std::int64_t frame, MadeFrame made) override {
    if (Status written = write_until(frame); !written) {
      return written;
    }
    shown_ = std::get<std::vector<std::byte>>(std::move(made));
    return write_until(frame + 1);
  }
  Status finish() override {
    const Status written = write_until(frames_.count);
    return written ? files_.commit() : written;
  }

 private:
  /// Writes what is shown for all frames before this one that have none yet.
  Status write_until(std::int64_t frame) {
    for (; written_ < frame; ++written_) {
      const std::string name = target_.path(frames_.first + written_).filename().string();
      if (Status written = files_.write(name, {shown_}); !written) {
        return written;
      }
    }
    return Done{};
  }

  FrameNumbers frames_;
  ExportTarget target_;
  FileMaker make_;
  AtomicFiles files_;
  std::vector<std::byte> shown_;
  std::int64_t written_ = 0;
};

}  // namespace

Result<std::unique_ptr<FrameWriter>> open_files(const ExportJob& job, const ExportTarget& target, FileMaker make) {
  Result<AtomicFiles> files = AtomicFiles::open(target.folder, job.existing());
  if (!files) {
    return files.error();
  }
  return std::unique_ptr<FrameWriter>(
      std::make_unique<FilesWriter>(job, target, std::move(make), std::move(files).value()));
}

}  // namespace convscope
