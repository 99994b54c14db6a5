// SVG markup under way: the one place where tags and attributes are written, each value escaped.
//
// The documents hold nothing that runs or loads. They are valid by the W3C's DTD of SVG 1.1 but for the
// attributes of WAI-ARIA (role, aria-label, aria-hidden), which came later.
#pragma once

#include <string>
#include <string_view>

#include "render/page_size.hpp"
#include "render/text_line.hpp"
#include "render/theme.hpp"

namespace dateline {

// What the reader sees the picture on. Auto: light, and dark where the reader's program asks for that.
enum class Shade : std::uint8_t { Light, Dark, Auto };
[[nodiscard]] inline const Theme& theme_of(Shade shade) { return shade == Shade::Dark ? kDark : kLight; }

class Svg {
 public:
  explicit Svg(const Theme& used) : theme(used) {}

  // Markup as it is.
  Svg& raw(std::string_view text);
  Svg& attribute(std::string_view name, std::string_view value);
  Svg& attribute(std::string_view name, int value);
  // At most two digits behind the point.
  Svg& attribute(std::string_view name, double value);
  Svg& element(std::string_view name, std::string_view text);
  [[nodiscard]] std::string take() { return std::move(svg_); }

  const Theme& theme;

 private:
  std::string svg_;
};

// A coordinate with at most two digits behind the point: "12", "0.5", "-3.25".
[[nodiscard]] std::string coordinate(double value);

// What a document begins with: the root, its title and description, and its ground.
struct SvgHead {
  PageSize page;  // shown at this size
  int width = 0;  // of the coordinates
  int height = 0;
  std::string_view title;
  std::string_view description;
  std::string_view definitions;  // markup
};
void write_head(Svg& svg, const SvgHead& head, Shade shade);

void write(Svg& svg, const TextLine& line);
void write_line(Svg& svg, int x1, int y1, int x2, int y2, std::string_view color, int width);
void write_rectangle(Svg& svg, const Box& box, std::string_view fill);

}  // namespace dateline
