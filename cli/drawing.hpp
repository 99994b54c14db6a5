// The documents that commands write of what they show: text, Markdown, and pictures in the format asked for.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "render/chronicle.hpp"
#include "render/diagram.hpp"

namespace dateline {

// Needs a format that the timeline command writes.
[[nodiscard]] std::string timeline_document(const Options& options, const Chronicle& chronicle);
// Needs Dot, Svg, Png or Pdf.
[[nodiscard]] std::string diagram_document(const Options& options, const Diagram& diagram);
// The looks of a diagram that the command line asks for.
[[nodiscard]] DiagramStyle diagram_style(const Options& options);

}  // namespace dateline
