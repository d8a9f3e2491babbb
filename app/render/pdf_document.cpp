#include "app/render/pdf_document.h"

#include <cairo-pdf.h>

#include <utility>

#include "app/render/cairo_handles.h"
#include "app/render/cairo_item.h"

namespace convscope {
namespace {

cairo_status_t write_to_sink(void* sink, const unsigned char* data, unsigned size) {
  const bool taken = (*static_cast<ByteSink*>(sink))(std::as_bytes(std::span(data, size)));
  return taken ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

}  // namespace

struct PdfDocument::Surfaces {
  CairoSurface surface;
  CairoContext context;
};

PdfDocument::PdfDocument(Vec2 size, const std::string& title, ByteSink sink)
    : sink_(std::move(sink)), surfaces_(std::make_unique<Surfaces>()) {
  surfaces_->surface.reset(cairo_pdf_surface_create_for_stream(write_to_sink, &sink_, size.x, size.y));
  cairo_surface_t* const surface = surfaces_->surface.get();
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
  // Cairo would write the time.
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "ConvScope");
  if (!title.empty()) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
  }
  surfaces_->context.reset(cairo_create(surface));
}

PdfDocument::~PdfDocument() = default;

void PdfDocument::add_page(const Scene& scene, const FontSet& fonts) {
  cairo_t* const context = surfaces_->context.get();
  if (scene.background.alpha > 0) {
    set_color(context, scene.background);
    cairo_paint(context);
  }
  for (const SceneItem& item : scene.items) {
    draw_item(context, scene, item, fonts);
  }
  cairo_show_page(context);
}

bool PdfDocument::finish() {
  cairo_surface_finish(surfaces_->surface.get());
  return cairo_surface_status(surfaces_->surface.get()) == CAIRO_STATUS_SUCCESS;
}

}  // namespace convscope
