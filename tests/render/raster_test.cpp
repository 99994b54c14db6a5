#include "render/raster.hpp"

#include <gtest/gtest.h>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

constexpr const char* kSquare =
    "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"200\">"
    "<rect width=\"300\" height=\"200\" fill=\"#d55e00\"/><text x=\"20\" y=\"50\">A ferry</text></svg>";

unsigned number_at(const std::string& bytes, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

TEST(Raster, PngHasTwoPixelsAPx) {
  const std::string png = to_png(kSquare);
  ASSERT_TRUE(png.starts_with("\x89PNG\r\n\x1a\n"));
  EXPECT_EQ(number_at(png, 16), 600U);
  EXPECT_EQ(number_at(png, 20), 400U);
  EXPECT_EQ(to_png(kSquare), png);
}

TEST(Raster, PngIsAsLargeAsThePage) {
  const std::string png = to_png(kSquare, {.size = {.width = 1000, .height = 100}});
  EXPECT_EQ(number_at(png, 16), 2000U);
  EXPECT_EQ(number_at(png, 20), 200U);
}

TEST(Raster, PdfIsTheSameBytesAtAnyTime) {
  const std::string pdf = to_pdf(kSquare);
  ASSERT_TRUE(pdf.starts_with("%PDF-"));
  EXPECT_NE(pdf.find("/MediaBox [ 0 0 225 150 ]"), std::string::npos);
  EXPECT_EQ(pdf.find("/CreationDate"), std::string::npos);
  EXPECT_EQ(to_pdf(kSquare), pdf);
}

TEST(Raster, WhatCannotBeDrawnIsSaid) {
  EXPECT_THROW(to_png("no markup at all"), InputError);
  EXPECT_THROW(to_pdf("<svg xmlns=\"http://www.w3.org/2000/svg\"><"), InputError);
  const std::string tall = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"200000\"/>";
  EXPECT_THROW(to_png(tall), InputError);
  EXPECT_TRUE(to_pdf(tall).starts_with("%PDF-"));
}

}  // namespace
}  // namespace dateline
