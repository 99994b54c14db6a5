// When an article was published, by what itself tells.
//
// Asked in this order, the most deliberate word of the publisher first:
//   1. metadata: written for this very purpose, with the time zone of the publisher;
//   2. a dateline with year: the agency's own date of the report;
//   3. a line of its own at the head (or "Published ..." anywhere): the date as printed for readers;
//   4. a dateline without year, where the URL, a caption or the option tells the year: the report's day is
//      more exact than what those tell;
//   5. the URL (/2023/01/31/): made by a machine when the page was created;
//   6. the caption of the picture at the head: the day of the picture, on or before that of the article;
//   7. the option --published, for articles that carry no date themselves.
// Never the file's time, never today, and never the date of an event in a sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <date/date.h>

#include "extract/article.hpp"
#include "extract/reading_model.hpp"

namespace dateline {

struct DateEvidence {
  std::vector<std::string> metadata;       // values, the best first; what cannot be read is passed over
  std::vector<std::string_view> lines;     // blocks of the text and lines around it, in order
  std::vector<std::string_view> captions;  // of pictures at the head
  std::string_view url;
  std::optional<date::sys_days> option;
};

// Absent where nothing tells.
[[nodiscard]] std::optional<Published> publication_date(const DateEvidence& evidence,
                                                        const ReadingModel& model);

// The day in a URL's path: "/2023/01/31/", "/2023/jan/31/", "/2023-01-31-", "/20230131/".
[[nodiscard]] std::optional<date::sys_days> date_in_url(std::string_view url, const ReadingModel& model);

// The day with which a caption ends: "..., Jan. 31, 2023." Not for file pictures.
[[nodiscard]] std::optional<date::sys_days> date_of_caption(std::string_view caption,
                                                            const ReadingModel& model);

}  // namespace dateline
