#include "render/page_size.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace dateline {
namespace {

struct Paper {
  std::string_view name;
  int width;  // px, upright
  int height;
};
constexpr std::array<Paper, 3> kPapers{{{"A4", 794, 1123}, {"A3", 1123, 1587}, {"letter", 816, 1056}}};

bool take_suffix(std::string_view& words, std::string_view suffix) {
  if (!words.ends_with(suffix)) return false;
  words.remove_suffix(suffix.size());
  return true;
}

std::optional<int> number_from(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<PageSize> within_bounds(PageSize page) {
  const bool height_fits =
      page.height == 0 || (page.height >= kLeastPageHeight && page.height <= kMostPageSide);
  if (page.width < kLeastPageWidth || page.width > kMostPageSide || !height_fits) return std::nullopt;
  return page;
}

}  // namespace

std::optional<PageSize> page_size_from(std::string_view words) {
  std::string_view name = words;
  const bool upright = take_suffix(name, "-portrait");
  for (const Paper& paper : kPapers)
    if (name == paper.name)
      return upright ? PageSize{paper.width, paper.height} : PageSize{paper.height, paper.width};
  const bool millimetres = take_suffix(words, "mm");
  const std::size_t cross = words.find('x');
  const auto width = number_from(words.substr(0, cross));
  const auto height =
      cross == std::string_view::npos ? std::optional(0) : number_from(words.substr(cross + 1));
  if (!width || !height || (cross != std::string_view::npos && *height == 0)) return std::nullopt;
  if (*width > kMostPageSide || *height > kMostPageSide) return std::nullopt;
  const auto px = [millimetres](int length) { return millimetres ? (length * 960 + 127) / 254 : length; };
  return within_bounds({px(*width), px(*height)});
}

}  // namespace dateline
