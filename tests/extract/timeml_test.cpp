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

// "He fell on Monday; the fall hurt, he said.": the fall is told twice, and a trigger within a time is no
// tag.
TEST(TimeMl, EventsWithTheirTimes) {
  Document d;
  d.article.text = "He fell on Monday; the fall hurt, he said.";
  d.tokens = {{{0, 2}},   {{3, 7}},   {{8, 10}},  {{11, 17}}, {{17, 18}}, {{19, 22}},
              {{23, 27}}, {{28, 32}}, {{32, 33}}, {{34, 36}}, {{37, 41}}, {{41, 42}}};
  d.times = {{.tokens = {3, 4}, .value = {.value = "2024-03-11"}}};
  d.events = {{.type = EventType::Death,
               .triggers = {{1, 2}, {6, 7}, {3, 4}},
               .when = EventDate{.time = 0},
               .modality = Modality::Negated},
              {.type = EventType::Statement, .triggers = {{10, 11}}}};
  const std::string timeml = to_timeml(d);
  EXPECT_NE(timeml.find("<TEXT>He <EVENT eid=\"e1\" class=\"OCCURRENCE\">fell</EVENT> on <TIMEX3 tid=\"t1\" "
                        "type=\"DATE\" value=\"2024-03-11\">Monday</TIMEX3>; the <EVENT eid=\"e2\" "
                        "class=\"OCCURRENCE\">fall</EVENT> hurt, he <EVENT eid=\"e3\" "
                        "class=\"REPORTING\">said</EVENT>.</TEXT>"),
            std::string::npos)
      << timeml;
  EXPECT_NE(timeml.find("<MAKEINSTANCE eiid=\"ei1\" eventID=\"e1\" tense=\"NONE\" aspect=\"NONE\" "
                        "polarity=\"NEG\" pos=\"OTHER\"/>\n<TLINK lid=\"l1\" relType=\"IS_INCLUDED\" "
                        "eventInstanceID=\"ei1\" relatedToTime=\"t1\"/>"),
            std::string::npos)
      << timeml;
  EXPECT_NE(timeml.find("<TLINK lid=\"l2\" relType=\"IDENTITY\" eventInstanceID=\"ei2\" "
                        "relatedToEventInstance=\"ei1\"/>"),
            std::string::npos)
      << timeml;
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
