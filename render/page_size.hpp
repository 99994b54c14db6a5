// The page that a picture is made for.
#pragma once

#include <optional>
#include <string_view>

namespace dateline {

// CSS pixels: 96 an inch.
struct PageSize {
  int width = 1280;
  int height = 0;  // 0: as high as the picture needs

  friend bool operator==(const PageSize&, const PageSize&) = default;
};

inline constexpr int kLeastPageWidth = 560;   // px
inline constexpr int kLeastPageHeight = 400;  // px
inline constexpr int kMostPageSide = 20000;   // px

// "A4", "A3", "letter" (lying, as time runs from left to right), the same with "-portrait", "1600" (px wide,
// as high as needed), "1600x900" (px), "400x300mm". Nothing for other words and for sizes beyond the bounds
// above.
[[nodiscard]] std::optional<PageSize> page_size_from(std::string_view words);

}  // namespace dateline
