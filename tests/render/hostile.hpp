// Names as nobody should have them.
#pragma once

#include <string>
#include <vector>

namespace dateline {

inline std::vector<std::string> hostile_names() {
  std::string zalgo = "Z";
  for (int i = 0; i < 200; ++i) zalgo += "\xCC\xA8";
  return {"<script>alert(1)</script>",
          "</text></svg><svg onload=alert(1)>",
          "\"quotes\" 'and' `ticks` & &amp; &lt;b&gt; &#65; &bogus;",
          "]]> <!-- --> <?xml?> <![CDATA[x]]>",
          "back\\slash \\N \\G \\l {a|<p>b} <<i>html</i>>",
          std::string("nul\0inside", 10),
          "bell\x07 escape\x1B[31m delete\x7F",
          "bad \xFF\xFE bytes \xC3",
          "surrogate \xED\xA0\x80 nonchar \xEF\xBF\xBF",
          "tab\tline\nfeed\r\nreturn",
          "\xE2\x80\xAEoverride\xE2\x80\xAC and \xE2\x81\xA6isolate\xE2\x81\xA9",
          "محمود عباس",
          "בנימין נתניהו (Tel Aviv)",
          "岸田文雄首相は東京で記者会見を行いました",
          "👩‍🚒👨‍👩‍👧🇩🇪🚀",
          zalgo,
          std::string(300, 'W'),
          std::string(300, ' ') + "x",
          "Maximiliana-Theodora Friederike von und zu Hohenlohe-Langenburg-Schillingsfürst the Younger of "
          "Norhaven",
          "",
          " "};
}

}  // namespace dateline
