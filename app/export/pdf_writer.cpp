#include "app/export/pdf_writer.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "app/io/atomic_file.h"
#include "app/render/pdf_document.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

class PdfWriter : public FrameWriter {
 public:
  PdfWriter(const ExportJob& job, const FontSet& fonts, AtomicFile file)
      : job_(job), fonts_(fonts), file_(std::move(file)) {}

  Result<MadeFrame> make(const Scene& scene, Easel&) const override { return MadeFrame(scene); }
  Status add(std::int64_t frame, MadeFrame made) override {
    if (Status added = add_pages_until(frame); !added) {
      return added;
    }
    shown_ = std::get<Scene>(std::move(made));
    if (!pdf_) {
      pdf_.emplace(shown_.size, job_.notes.title, [this](std::span<const std::byte> bytes) {
        if (written_) {
          written_ = file_.append(bytes);
        }
        return written_.ok();
      });
    }
    return written_;
  }
  Status finish() override {
    if (Status added = add_pages_until(job_.animation.frames.count); !added) {
      return added;
    }
    const bool whole = pdf_->finish();
    if (!written_) {
      return written_;
    }
    return whole ? file_.commit() : Status(text::encoding_failed("PDF", "Cairo"));
  }

 private:
  /// A page for every frame before this one that has none.
  Status add_pages_until(std::int64_t frame) {
    for (; pages_ < frame; ++pages_) {
      if (job_.interrupted && job_.interrupted()) {
        return text::export_interrupted(job_.path);
      }
      pdf_->add_page(shown_, fonts_);
    }
    return Done{};
  }

  const ExportJob& job_;
  const FontSet& fonts_;
  AtomicFile file_;
  Status written_ = Done{};
  std::optional<PdfDocument> pdf_;
  Scene shown_;
  std::int64_t pages_ = 0;
};

}  // namespace

Result<std::unique_ptr<FrameWriter>> open_pdf(const ExportJob& job, const std::filesystem::path& path,
                                              const FontSet& fonts) {
  Result<AtomicFile> file = AtomicFile::open(path, job.existing());
  if (!file) {
    return file.error();
  }
  return std::unique_ptr<FrameWriter>(std::make_unique<PdfWriter>(job, fonts, std::move(file).value()));
}

FileMaker pdf_file_maker(const std::string& title) {
  return [title](const Scene& scene, Easel& easel) -> Result<std::vector<std::byte>> {
    std::vector<std::byte> bytes;
    PdfDocument pdf(scene.size, title, [&](std::span<const std::byte> piece) {
      bytes.insert(bytes.end(), piece.begin(), piece.end());
      return true;
    });
    pdf.add_page(scene, easel.fonts);
    return pdf.finish() ? Result<std::vector<std::byte>>(std::move(bytes)) : text::encoding_failed("PDF", "Cairo");
  };
}

}  // namespace convscope
