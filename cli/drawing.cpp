#include "cli/drawing.hpp"

#include <algorithm>

#include "render/diagram_drawing.hpp"
#include "render/folding.hpp"
#include "render/graphviz.hpp"
#include "render/raster.hpp"
#include "render/timeline_drawing.hpp"
#include "render/timeline_text.hpp"

namespace dateline {
namespace {

// An SVG document in the format asked for.
std::string picture(const Options& options, std::string svg, PageSize page) {
  const RasterPage raster{page, theme_of(options.shade).page};
  if (options.format == Format::Png) return to_png(svg, raster);
  if (options.format == Format::Pdf) return to_pdf(svg, raster);
  return svg;
}

// A file is not read on the terminal that the program runs in.
TextStyle text_style(const Options& options) {
  const bool on_terminal = !options.output || *options.output == "-";
  const std::size_t width = options.width > 0 ? options.width
                            : on_terminal     ? terminal_width()
                                              : TextStyle{}.width;
  const bool color = options.color == ColorChoice::Always || (on_terminal && wants_color(options.color));
  return {std::max(width, kLeastTextWidth), color};
}

}  // namespace

std::string timeline_document(const Options& options, const Chronicle& chronicle) {
  switch (options.format) {
    case Format::Text: return to_text(top_of(chronicle, options.timeline.top), text_style(options));
    case Format::Markdown: return to_markdown(top_of(chronicle, options.timeline.top));
    default: return picture(options, to_svg(draw(chronicle, options.timeline), options.shade), {0, 0});
  }
}

std::string diagram_document(const Options& options, const Diagram& diagram) {
  if (options.format == Format::Dot) return to_dot(diagram);
  return picture(options, to_svg(diagram, options.shade), options.diagram.page);
}

DiagramStyle diagram_style(const Options& options) {
  DiagramStyle style = options.diagram;
  style.theme = &theme_of(options.shade);
  return style;
}

}  // namespace dateline
