#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "app/render/fonts.h"
#include "app/scene/scene.h"

namespace convscope {

/// Takes a document's bytes piece by piece; false: it takes no more.
using ByteSink = std::function<bool(std::span<const std::byte> bytes)>;

/// A PDF with a page a scene, a pixel being a point. Text can be selected; the fonts are embedded as far as they are
/// used. Equal scenes give equal bytes: nothing is said of the time.
class PdfDocument {
 public:
  PdfDocument(Vec2 size, const std::string& title, ByteSink sink);
  ~PdfDocument();
  PdfDocument(const PdfDocument&) = delete;
  PdfDocument& operator=(const PdfDocument&) = delete;

  /// Of the document's size.
  void add_page(const Scene& scene, const FontSet& fonts);

  /// After the last page. False when the sink took no more at some time.
  [[nodiscard]] bool finish();

 private:
  struct Surfaces;
  ByteSink sink_;
  std::unique_ptr<Surfaces> surfaces_;
};

}  // namespace convscope
