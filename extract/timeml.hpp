// A document as TimeML 1.2.1: its text, word for word, with its time expressions in TIMEX3 tags and what names its
// events in EVENT tags.
#pragma once

#include <string>

#include "extract/document.hpp"

namespace dateline {

// A <TimeML> document in UTF-8: DOCID, DCT with the creation time as t0 (where it is known), and TEXT, which
// is Article::text byte for byte but for tags and escapes (&amp; &lt; &gt;; characters that XML 1.0 has not
// become U+FFFD). Expressions are numbered t1, t2, ... as in the record; mentions of events e1, e2, ... in text
// order, each with a MAKEINSTANCE behind the text. TLINKs say which time an event lies in, and which mentions
// name one event (IDENTITY). Needs tokens and times.
[[nodiscard]] std::string to_timeml(const Document& d);

}  // namespace dateline
