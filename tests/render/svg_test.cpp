// What must be true of every picture, whatever it shows.
#include "render/svg.hpp"

#include <gtest/gtest.h>

#include "tests/render/pictures.hpp"
#include "tests/render/svg_document.hpp"

namespace dateline {
namespace {

constexpr Shade kShades[] = {Shade::Light, Shade::Dark, Shade::Auto};

TEST(Svg, Coordinates) {
  EXPECT_EQ(coordinate(12), "12");
  EXPECT_EQ(coordinate(0.5), "0.5");
  EXPECT_EQ(coordinate(-3.254), "-3.25");
  EXPECT_EQ(coordinate(2.05), "2.05");
  EXPECT_EQ(coordinate(-0.001), "0");
  EXPECT_EQ(coordinate(99.999), "100");
}

TEST(Svg, IsValidByTheDtdOfTheW3c) {
  if (!std::filesystem::exists(kSvgDtd)) GTEST_SKIP() << "no DTD of SVG 1.1; install w3c-sgml-lib";
  EXPECT_NE(invalidity_of("<svg xmlns=\"http://www.w3.org/2000/svg\"><blink/></svg>"), "");
  EXPECT_NE(invalidity_of("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>"), "");
  std::size_t count = 0;
  for (const Shade shade : kShades)
    for (const Picture& picture : all_pictures(shade)) {
      EXPECT_EQ(invalidity_of(picture.svg), "") << picture.name;
      ++count;
    }
  EXPECT_GE(count, 150U);
}

TEST(Svg, TextStandsOutFromItsGround) {
  const std::string pale =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" fill=\"#000000\"><rect x=\"0\" y=\"0\" width=\"99\" "
      "height=\"99\" fill=\"#eeeeee\"/><text x=\"9\" y=\"50\" font-size=\"12\" "
      "fill=\"#888888\">x</text></svg>";
  EXPECT_LT(least_contrast(pale), 4.5);
  for (const Shade shade : {Shade::Light, Shade::Dark})
    for (const Picture& picture : all_pictures(shade))
      EXPECT_GE(least_contrast(picture.svg), 4.5) << picture.name << ", theme " << static_cast<int>(shade);
}

TEST(Svg, NothingRunsOrLoads) {
  const std::string begin = "<svg xmlns=\"http://www.w3.org/2000/svg\" ";
  EXPECT_NE(danger_of(begin + "onload=\"x()\"/>"), "");
  EXPECT_NE(danger_of(begin + "><image href=\"x.png\"/></svg>"), "");
  EXPECT_NE(danger_of(begin + "><rect fill=\"url(http://x)\"/></svg>"), "");
  EXPECT_NE(danger_of(begin + "><style>@import 'x'</style></svg>"), "");
  EXPECT_NE(danger_of(begin + "><a href=\"javascript:x()\"/></svg>"), "");
  for (const Shade shade : kShades)
    for (const Picture& picture : all_pictures(shade)) EXPECT_EQ(danger_of(picture.svg), "") << picture.name;
}

}  // namespace
}  // namespace dateline
