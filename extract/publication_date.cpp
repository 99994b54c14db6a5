#include "extract/publication_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/dateline.hpp"
#include "extract/utf8.hpp"
#include "extract/written_date.hpp"

namespace dateline {
namespace {

constexpr std::size_t kHeadLines = 12;      // where a line of its own may be the date
constexpr std::size_t kDatelineBlocks = 8;  // where a dateline may stand
constexpr int kMaxDaysFromDateline = 60;    // between the report's day and what tells its year
constexpr int kFirstYear = 1990;            // of pages with a URL
constexpr int kLastYear = 2099;

// "Published 3 March 2021": tells so itself, wherever it stands.
bool says_published(std::string_view line, const ReadingModel& model) {
  const std::string_view words = trim(line);
  const auto end = std::min(words.find_first_of(" :"), words.size());
  const DateWord* word = model.date_word(to_lower(words.substr(0, end)));
  return word && word->kind == DateWordKind::Published;
}

std::optional<date::sys_days> from_lines(const DateEvidence& evidence, const ReadingModel& model) {
  for (std::size_t i = 0; i < evidence.lines.size(); ++i) {
    const std::string_view line = evidence.lines[i];
    if (i >= kHeadLines && !says_published(line, model)) continue;
    if (const auto day = date_line(line, model)) return day;
  }
  return std::nullopt;
}

std::optional<WrittenDate> from_dateline(const DateEvidence& evidence, const ReadingModel& model) {
  for (std::size_t i = 0; i < std::min(evidence.lines.size(), kDatelineBlocks); ++i)
    if (const auto found = dateline_of(evidence.lines[i], model); found && found->date) return found->date;
  return std::nullopt;
}

std::optional<date::sys_days> from_captions(const DateEvidence& evidence, const ReadingModel& model) {
  for (const std::string_view caption : evidence.captions)
    if (const auto day = date_of_caption(caption, model)) return day;
  return std::nullopt;
}

// The day of a dateline in the year that brings it nearest to `near`; absent where that is far off.
std::optional<date::sys_days> nearest(date::month_day day, date::sys_days near) {
  const date::year year = date::year_month_day(near).year();
  std::optional<date::sys_days> best;
  for (const date::year y : {year - date::years(1), year, year + date::years(1)}) {
    if (!(y / day).ok()) continue;
    const date::sys_days candidate(y / day);
    const auto away = [&](date::sys_days d) { return d < near ? near - d : d - near; };
    if (!best || away(candidate) < away(*best)) best = candidate;
  }
  if (!best || (*best < near ? near - *best : *best - near) > date::days(kMaxDaysFromDateline))
    return std::nullopt;
  return best;
}

bool is_url_mark(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? value : 0;
}

std::optional<date::sys_days> day_of(std::uint32_t year, std::uint32_t month, std::uint32_t day) {
  const auto y = static_cast<int>(year);
  const date::year_month_day whole{date::year(y), date::month(month), date::day(day)};
  if (y < kFirstYear || y > kLastYear || !whole.ok()) return std::nullopt;
  return date::sys_days(whole);
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const auto mark =
        std::find_if(path.begin() + static_cast<std::ptrdiff_t>(begin), path.end(), is_url_mark);
    const auto end = static_cast<std::size_t>(mark - path.begin());
    parts.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

std::optional<date::sys_days> date_in_url(std::string_view url, const ReadingModel& model) {
  url = url.substr(0, std::min(url.find_first_of("?#"), std::size_t{2000}));
  const auto parts = parts_of(url);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string_view part = parts[i];
    if (part.size() == 8 && number_of(part) != 0) {
      const std::uint32_t n = number_of(part);
      if (const auto day = day_of(n / 10000, n / 100 % 100, n % 100)) return day;
    }
    if (part.size() != 4 || i + 2 >= parts.size() || parts[i + 2].size() > 2) continue;
    const DateWord* word = model.date_word(to_lower(parts[i + 1]));
    const std::uint32_t month = word && word->kind == DateWordKind::Month ? word->number
                                : parts[i + 1].size() <= 2                ? number_of(parts[i + 1])
                                                                          : 0;
    if (const auto day = day_of(number_of(part), month, number_of(parts[i + 2]))) return day;
  }
  return std::nullopt;
}

std::optional<date::sys_days> date_of_caption(std::string_view caption, const ReadingModel& model) {
  if (caption.size() > 2000 || to_lower(caption.substr(0, 4)) == "file") return std::nullopt;
  for (auto at = caption.find(", "); at != std::string_view::npos; at = caption.find(", ", at + 1)) {
    const auto date = date_at(caption, at + 2, model);
    if (!date || !date->year) continue;
    const std::string_view rest = trim(caption.substr(date->end));
    if (rest.empty() || rest.front() == '.' || rest.front() == '(' || rest.front() == ')')
      return date->whole();
  }
  return std::nullopt;
}

std::optional<Published> publication_date(const DateEvidence& evidence, const ReadingModel& model) {
  for (const std::string& value : evidence.metadata)
    if (const auto day = read_date(value, model)) return Published{*day, PublishedBasis::Metadata};
  const auto dateline = from_dateline(evidence, model);
  if (dateline && dateline->year) return Published{*dateline->whole(), PublishedBasis::Dateline};
  if (const auto day = from_lines(evidence, model)) return Published{*day, PublishedBasis::FirstLines};
  const auto url = date_in_url(evidence.url, model);
  const auto caption = from_captions(evidence, model);
  const auto near = url ? url : caption ? caption : evidence.option;
  if (dateline && near)
    if (const auto day = nearest(dateline->day, *near)) return Published{*day, PublishedBasis::Dateline};
  if (url) return Published{*url, PublishedBasis::Url};
  if (caption) return Published{*caption, PublishedBasis::Caption};
  if (evidence.option) return Published{*evidence.option, PublishedBasis::Option};
  return std::nullopt;
}

}  // namespace dateline
