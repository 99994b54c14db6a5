#include "render/raster.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

#include <dlfcn.h>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

// What librsvg 2.52 and cairo 1.16 promise to any program, in their own names. Handles stay opaque.
struct Rectangle {
  double x, y, width, height;
};
using WriteFunction = int (*)(void* closure, const unsigned char* data, unsigned int length);

struct Functions {
  void* (*rsvg_handle_new_from_data)(const unsigned char*, std::size_t, void** error);
  void (*rsvg_handle_set_dpi)(void* handle, double);
  int (*rsvg_handle_get_intrinsic_size_in_pixels)(void* handle, double* width, double* height);
  int (*rsvg_handle_render_document)(void* handle, void* cairo, const Rectangle*, void** error);
  void (*g_object_unref)(void*);
  void (*g_error_free)(void*);
  void* (*cairo_create)(void* surface);
  void (*cairo_destroy)(void*);
  int (*cairo_status)(void*);
  void (*cairo_set_source_rgb)(void*, double, double, double);
  void (*cairo_paint)(void*);
  void* (*cairo_image_surface_create)(int format, int width, int height);
  int (*cairo_surface_write_to_png_stream)(void* surface, WriteFunction, void* closure);
  void* (*cairo_pdf_surface_create_for_stream)(WriteFunction, void* closure, double width, double height);
  void (*cairo_pdf_surface_set_metadata)(void* surface, int field, const char* value);
  int (*cairo_surface_status)(void*);
  void (*cairo_surface_finish)(void*);
  void (*cairo_surface_destroy)(void*);
};

[[noreturn]] void fail(const char* what, const char* remedy) {
  throw InputError("librsvg", "", what, remedy);
}

template <typename Function>
void find(void* library, const char* name, Function*& function) {
  function = reinterpret_cast<Function*>(dlsym(library, name));  // searches what librsvg stands on as well
  if (function == nullptr) fail("is too old to write PNG or PDF", "install librsvg2-2 2.52 or newer");
}

#define DATELINE_FIND(name) find(library, #name, f.name)
Functions load() {
  void* const library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);  // stays until the process ends
  if (library == nullptr)
    fail("is not installed, so PNG and PDF cannot be written", "install librsvg2-2, or write svg");
  Functions f{};
  DATELINE_FIND(rsvg_handle_new_from_data);
  DATELINE_FIND(rsvg_handle_set_dpi);
  DATELINE_FIND(rsvg_handle_get_intrinsic_size_in_pixels);
  DATELINE_FIND(rsvg_handle_render_document);
  DATELINE_FIND(g_object_unref);
  DATELINE_FIND(g_error_free);
  DATELINE_FIND(cairo_create);
  DATELINE_FIND(cairo_destroy);
  DATELINE_FIND(cairo_status);
  DATELINE_FIND(cairo_set_source_rgb);
  DATELINE_FIND(cairo_paint);
  DATELINE_FIND(cairo_image_surface_create);
  DATELINE_FIND(cairo_surface_write_to_png_stream);
  DATELINE_FIND(cairo_pdf_surface_create_for_stream);
  DATELINE_FIND(cairo_pdf_surface_set_metadata);
  DATELINE_FIND(cairo_surface_status);
  DATELINE_FIND(cairo_surface_finish);
  DATELINE_FIND(cairo_surface_destroy);
  return f;
}
#undef DATELINE_FIND

const Functions& functions() {
  static const Functions loaded = load();
  return loaded;
}

using Owned = std::unique_ptr<void, void (*)(void*)>;

struct Document {
  Owned handle;
  double width = 0;  // px
  double height = 0;
};

Document document_of(const std::string& svg) {
  const Functions& f = functions();
  void* error = nullptr;
  void* const handle =
      f.rsvg_handle_new_from_data(reinterpret_cast<const unsigned char*>(svg.data()), svg.size(), &error);
  if (error != nullptr) f.g_error_free(error);
  if (handle == nullptr) fail("cannot read the picture", "write svg");
  Document document{Owned(handle, f.g_object_unref)};
  f.rsvg_handle_set_dpi(handle, 96);
  if (f.rsvg_handle_get_intrinsic_size_in_pixels(handle, &document.width, &document.height) == 0)
    fail("cannot tell how large the picture is", "write svg");
  return document;
}

// px
struct Size {
  double width = 0;
  double height = 0;
};

Size page_of(const Document& document, const RasterPage& page) {
  return {page.size.width > 0 ? page.size.width : document.width,
          page.size.height > 0 ? page.size.height : document.height};
}

double channel(std::string_view color, std::size_t at) {
  unsigned value = 0;
  std::from_chars(color.data() + at, color.data() + at + 2, value, 16);
  return value / 255.0;
}

// Draws the document on a surface whose units are 1/`scale` px.
void render(const Document& document, void* surface, Size page, double scale, std::string_view ground) {
  const Functions& f = functions();
  const Owned cairo(f.cairo_create(surface), f.cairo_destroy);
  f.cairo_set_source_rgb(cairo.get(), channel(ground, 1), channel(ground, 3), channel(ground, 5));
  f.cairo_paint(cairo.get());
  const double shrink = std::min({1.0, page.width / document.width, page.height / document.height}) * scale;
  const Size drawn{document.width * shrink, document.height * shrink};
  const Rectangle viewport{(page.width * scale - drawn.width) / 2, (page.height * scale - drawn.height) / 2,
                           drawn.width, drawn.height};
  void* error = nullptr;
  const int done = f.rsvg_handle_render_document(document.handle.get(), cairo.get(), &viewport, &error);
  if (error != nullptr) f.g_error_free(error);
  if (done == 0 || f.cairo_status(cairo.get()) != 0)
    fail("cannot draw the picture", "draw less (--top, --page, --core), or write svg");
}

int append(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return 0;
}

}  // namespace

std::string to_png(const std::string& svg, const RasterPage& options) {
  constexpr double kMostSide = 32000;    // cairo: 32767
  constexpr double kMostPixels = 1.2e8;  // half a gigabyte while it is drawn
  const Functions& f = functions();
  const Document document = document_of(svg);
  const Size page = page_of(document, options);
  const double scale = std::min({2.0, kMostSide / page.width, kMostSide / page.height,
                                 std::sqrt(kMostPixels / (page.width * page.height))});
  if (scale < 0.5)
    fail("cannot draw so large a PNG", "draw less (--top, --page, --core), or write svg or pdf");
  constexpr int kRgb24 = 1;
  const auto pixels = [scale](double length) {
    return std::max(static_cast<int>(std::lround(length * scale)), 1);
  };
  const Owned surface(f.cairo_image_surface_create(kRgb24, pixels(page.width), pixels(page.height)),
                      f.cairo_surface_destroy);
  if (f.cairo_surface_status(surface.get()) != 0) fail("cannot draw so large a PNG", "write svg or pdf");
  render(document, surface.get(), page, scale, options.ground);
  std::string png;
  if (f.cairo_surface_write_to_png_stream(surface.get(), append, &png) != 0)
    fail("cannot write PNG", "write svg");
  return png;
}

std::string to_pdf(const std::string& svg, const RasterPage& options) {
  constexpr double kPoint = 0.75;        // of a px
  constexpr double kMostSide = 14400.0;  // pt; what readers of PDF must show
  const Functions& f = functions();
  const Document document = document_of(svg);
  const Size page = page_of(document, options);
  const double scale = std::min({kPoint, kMostSide / page.width, kMostSide / page.height});
  std::string pdf;
  const Owned surface(
      f.cairo_pdf_surface_create_for_stream(append, &pdf, page.width * scale, page.height * scale),
      f.cairo_surface_destroy);
  constexpr int kCreationDate = 5;
  f.cairo_pdf_surface_set_metadata(surface.get(), kCreationDate, "");  // no clock: the same bytes every time
  render(document, surface.get(), page, scale, options.ground);
  f.cairo_surface_finish(surface.get());
  if (f.cairo_surface_status(surface.get()) != 0) fail("cannot write PDF", "write svg");
  return pdf;
}

}  // namespace dateline
