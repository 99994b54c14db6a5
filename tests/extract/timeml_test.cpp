#include "extract/timeml.hpp"

#include <gtest/gtest.h>

namespace dateline {
namespace {

Document two_times() {
  Document d;
  d.article.id = "a&b";
  d.article.text = "On \"Monday\" & the <next day>.";
  d.article.published = Published{.day = *day_from_iso("2024-03-14")};
  d.tokens = {{{0, 2}},   {{3, 4}},   {{4, 10}},  {{10, 11}}, {{12, 13}}, {{14, 17}},
              {{18, 19}}, {{19, 23}}, {{24, 27}}, {{27, 28}}, {{28, 29}}};
  d.times = {{.tokens = {2, 3}, .value = {.value = "2024-03-11"}, .anchor = "published"},
             {.tokens = {7, 9}, .value = {.value = "2024-03-12", .mod = "APPROX"}, .anchor = "t1"}};
  return d;
}

TEST(TimeMl, TagsAndEscapes) {
  EXPECT_EQ(to_timeml(two_times()),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n\n<DOCID>a&amp;b</DOCID>\n\n"
            "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2024-03-14\" temporalFunction=\"false\" "
            "functionInDocument=\"CREATION_TIME\">2024-03-14</TIMEX3></DCT>\n\n"
            "<TEXT>On &quot;<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2024-03-11\" "
            "anchorTimeID=\"t0\">Monday</TIMEX3>&quot; "
            "&amp; the &lt;<TIMEX3 tid=\"t2\" type=\"DATE\" value=\"2024-03-12\" mod=\"APPROX\" "
            "anchorTimeID=\"t1\">next "
            "day</TIMEX3>&gt;.</TEXT>\n\n</TimeML>\n");
}

TEST(TimeMl, WithoutDateAndTimes) {
  Document d;
  d.article.text = "No\x01ne.";
  EXPECT_EQ(to_timeml(d),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n\n<DOCID></DOCID>\n\n<DCT></DCT>\n\n"
            "<TEXT>No\xEF\xBF\xBDne.</TEXT>\n\n</TimeML>\n");
}

}  // namespace
}  // namespace dateline
