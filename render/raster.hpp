// PNG and PDF of an SVG document, by librsvg and cairo. The one file that knows them.
//
// Both libraries are loaded when a picture is first asked for, not when the program starts: with all that
// they stand on they take longer to load than reading an article takes, and few runs need them. The bytes
// depend on their versions and on the fonts that are installed.
#pragma once

#include <string>
#include <string_view>

#include "render/page_size.hpp"

namespace dateline {

struct RasterPage {
  PageSize size{.width = 0, .height = 0};  // px; 0: as the document says
  std::string_view ground = "#ffffff";     // "#rrggbb", where the document leaves the page bare
};

// Needs a well-formed SVG document. The document is shrunk, never enlarged, to fit the page, and stands in
// its middle. A PNG has two pixels a CSS pixel, fewer where it would be larger than cairo allows. Throws
// InputError where a library is not installed, or the document is too large to be drawn.
[[nodiscard]] std::string to_png(const std::string& svg, const RasterPage& page = {});
[[nodiscard]] std::string to_pdf(const std::string& svg, const RasterPage& page = {});

}  // namespace dateline
