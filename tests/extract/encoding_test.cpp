#include "extract/encoding.hpp"

#include <string>

#include <gtest/gtest.h>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

using namespace std::string_literals;

std::string spell(std::string_view bytes) {
  const DecodedText decoded = decode(bytes, "file");
  EXPECT_EQ(decoded.offsets.size(), decoded.text.size());
  return decoded.encoding + ": " + decoded.text;
}

TEST(Decode, TellsEncodingsApart) {
  EXPECT_EQ(spell("plain"), "UTF-8: plain");
  EXPECT_EQ(spell("caf\u00e9 \u201cx\u201d"), "UTF-8: caf\u00e9 \u201cx\u201d");
  EXPECT_EQ(spell("\xEF\xBB\xBFplain"), "UTF-8: plain");
  EXPECT_EQ(spell("\xFF\xFEp\0l\0\xE9\0"s), "UTF-16LE: pl\u00e9");
  EXPECT_EQ(spell("\xFE\xFF\0p\0l\0\xE9"s), "UTF-16BE: pl\u00e9");
  EXPECT_EQ(spell("T\0h\0e\0 \0s\0h\0i\0p\0"s), "UTF-16LE: The ship");
  EXPECT_EQ(spell("The caf\xE9 \x93x\x94 \x96 and more"),
            "windows-1252: The caf\u00e9 \u201cx\u201d \u2013 and more");
  EXPECT_EQ(spell("<meta charset=\"koi8-r\"><p>abc \xC1</p>"),
            "KOI8-R: <meta charset=\"koi8-r\"><p>abc \u0430</p>");
  EXPECT_EQ(spell("<meta http-equiv=x content='text/html; charset=iso-8859-1'>a \x93q\x94"),
            "windows-1252: <meta http-equiv=x content='text/html; charset=iso-8859-1'>a \u201cq\u201d");
}

TEST(Decode, MendsWhatIsBroken) {
  EXPECT_EQ(spell("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9 a\xFF"
                  "b"),
            "UTF-8: \u00e9\u00e9\u00e9\u00e9\u00e9\u00e9 a\uFFFDb");
  EXPECT_EQ(spell("The long text of a letter\x01 here"), "UTF-8: The long text of a letter  here");
  EXPECT_EQ(spell("don\u0092t"), "UTF-8: don\u2019t") << "Windows-1252 in disguise";
  EXPECT_EQ(mend_utf8("a\0b"s).text, "a b");
}

TEST(Decode, LeadsBack) {
  const std::string_view bytes = "a \x93q\x94 z and some more words";
  const DecodedText decoded = decode(bytes, "file");
  const auto at = static_cast<std::uint32_t>(decoded.text.find("q"));
  EXPECT_EQ(decoded.offsets.to_source({at, at + 1}), (Span{3, 4}));
  EXPECT_EQ(decoded.offsets.to_source({at - 3, at + 4}), (Span{2, 5}));
  const DecodedText wide = decode("\xFF\xFEp\0l\0\xE9\0x\0"s, "file");
  EXPECT_EQ(wide.offsets.to_source({4, 5}), (Span{8, 10}));
}

TEST(Decode, RefusesWhatIsNoText) {
  EXPECT_THROW((void)decode("%PDF-1.7\n%\xE2\xE3", "file"), InputError);
  EXPECT_THROW((void)decode("PK\x03\x04 zip", "file"), InputError);
  EXPECT_THROW((void)decode("\x01\x02\x03\x04\x05\x06", "file"), InputError);
  std::string noise;
  for (int i = 0; i < 300; ++i) noise += static_cast<char>(0xC0 + i % 60);
  EXPECT_THROW((void)decode(noise, "file"), InputError);
}

}  // namespace
}  // namespace dateline
