// Scores the days of time expressions against the dates that GUM marks: of the marked expressions whose
// sentence is in the treebank and that stand for one span of days, how many are found, and how many get that
// span.
//
//     gum_days [--misses] SHARED     (the evaluation data: timex/gum_dates.tsv, ud/en_gum-ud-*.conllu[.gz])
//
// A document is read from the treebank's words and sentences, as published on the day that GUM gives it. An
// expression is found where one of Dateline's overlaps it, and right where that one's days are the gold's, or
// where those of its own words are: "since 2000" opens the days of "2000", and GUM marks either.
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/input_files.hpp"
#include "extract/conllu.hpp"
#include "extract/pipeline.hpp"
#include "extract/table.hpp"

namespace {

using namespace dateline;  // NOLINT: a program of one file
namespace fs = std::filesystem;

struct GoldDate {
  std::string sentence;  // its id in the treebank
  std::string text;      // words parted by blanks
  DateInterval days;
  bool taken = false;
};

struct GoldDocument {
  std::string published;
  std::vector<GoldDate> dates;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t')
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  return cells;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// A TIMEX3 value of a cell: GUM writes 508 BC as -508 or -0508, and old years without their zeros.
std::string timex_of(std::string cell) {
  const bool bc = cell.starts_with('-');
  if (bc) cell.erase(0, 1);
  const std::size_t digits = std::min(cell.find('-'), cell.size());
  if (digits < 4) cell.insert(0, 4 - digits, '0');
  return (bc ? "BC" : "") + cell;
}

// The span of days that a row gives: `when`, or `from` and `to`; nothing for bounds and clock times.
std::optional<DateInterval> gold_days(const std::string& when, const std::string& from,
                                      const std::string& to) {
  if (!when.empty()) return days_of(timex_of(when));
  if (from.empty() || to.empty()) return std::nullopt;
  const auto first = days_of(timex_of(from)), last = days_of(timex_of(to));
  if (!first || !last || *first->begin >= *last->end) return std::nullopt;
  return DateInterval{.begin = first->begin, .end = last->end, .granularity = Granularity::Interval};
}

// Columns: doc genre dateCreated sent_no text when from to notBefore notAfter tag.
std::map<std::string, GoldDocument> read_gold(const fs::path& file) {
  std::map<std::string, GoldDocument> gold;
  for (const std::string& line : lines_of(read_bytes(file.string()))) {
    const auto cells = cells_of(line);
    if (cells.size() < 11 || cells[10] != "date") continue;
    const auto days = gold_days(cells[5], cells[6], cells[7]);
    if (!days) continue;
    GoldDocument& document = gold[cells[0]];
    document.published = cells[2];
    document.dates.push_back({.sentence = cells[0] + "-" + cells[3], .text = cells[4], .days = *days});
  }
  return gold;
}

// Parts a treebank into the CoNLL-U of its documents, by their ids.
std::map<std::string, std::string> documents_of(const std::string& conllu) {
  constexpr std::string_view kMark = "# newdoc id = ";
  std::map<std::string, std::string> documents;
  for (std::size_t begin = conllu.find(kMark); begin != std::string::npos;) {
    const std::size_t end = conllu.find(kMark, begin + 1);
    const std::size_t line = conllu.find('\n', begin);
    documents[conllu.substr(begin + kMark.size(), line - begin - kMark.size())] =
        conllu.substr(begin, end == std::string::npos ? end : end - begin);
    begin = end;
  }
  return documents;
}

// "GUM_bio_byron-7", in the order of the sentences.
std::vector<std::string> sentence_ids(const std::string& conllu) {
  constexpr std::string_view kMark = "# sent_id = ";
  std::vector<std::string> ids;
  for (const std::string& line : lines_of(conllu))
    if (line.starts_with(kMark)) ids.push_back(line.substr(kMark.size()));
  return ids;
}

// The first words of the sentence that spell the text and lie behind `from`, or an empty span.
Span words_of(const Document& d, Span sentence, const std::string& text, TokenIndex from) {
  for (TokenIndex begin = std::max(sentence.begin, from); begin < sentence.end; ++begin) {
    std::string spelled;
    for (TokenIndex t = begin; t < sentence.end && spelled.size() < text.size(); ++t) {
      spelled += (spelled.empty() ? "" : " ") + std::string(d.text_of(t));
      if (spelled == text) return {begin, t + 1};
    }
  }
  return {};
}

struct Score {
  int gold = 0;
  int found = 0;
  int right = 0;
};

std::string spell(const std::optional<DateInterval>& days) {
  if (!days) return "-";
  return (days->begin ? to_iso(*days->begin) : "...") + "/" +
         (days->end ? to_iso(*days->end - date::days(1)) : "...");
}

bool same_days(const std::optional<DateInterval>& a, const DateInterval& b) {
  return a && a->begin == b.begin && a->end == b.end;
}

void score(const Document& d, Span words, const GoldDate& gold, bool show, Score& score) {
  ++score.gold;
  const TimeExpression* best = nullptr;
  std::uint32_t widest = 0;
  for (const TimeExpression& time : d.times) {
    if (time.tokens.begin >= words.end || words.begin >= time.tokens.end) continue;
    const std::uint32_t common =
        std::min(time.tokens.end, words.end) - std::max(time.tokens.begin, words.begin);
    if (common > widest) widest = common, best = &time;
  }
  score.found += best != nullptr;
  const bool right = best != nullptr && (same_days(best->value.days, gold.days) ||
                                         same_days(days_of(best->value.value), gold.days));
  score.right += right;
  if (!show || right) return;
  std::printf("%s  '%s' gold %s  %s %s  rule %s\n", gold.sentence.c_str(), gold.text.c_str(),
              spell(gold.days).c_str(), best == nullptr ? "missed" : best->value.value.c_str(),
              best == nullptr ? "" : spell(best->value.days).c_str(),
              best == nullptr ? "" : best->rule.c_str());
}

void score_document(const std::string& conllu, GoldDocument& gold, const Model& model, bool show,
                    Score& total) {
  Document words = from_conllu(conllu, "");
  if (const auto day = day_from_iso(gold.published)) words.article.published = Published{.day = *day};
  const Document d = analyse_words(std::move(words), model);
  const auto ids = sentence_ids(conllu);
  for (std::size_t i = 0; i < std::min(ids.size(), d.sentences.size()); ++i) {
    TokenIndex from = 0;
    for (GoldDate& date : gold.dates) {
      if (date.taken || date.sentence != ids[i]) continue;
      Span span = words_of(d, d.sentences[i].tokens, date.text, from);
      if (span.size() == 0) span = words_of(d, d.sentences[i].tokens, date.text, 0);
      if (span.size() == 0) continue;
      date.taken = true;
      from = span.end;
      score(d, span, date, show, total);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool show = argc == 3 && std::string(argv[1]) == "--misses";
  if (argc != 2 && !show) {
    std::fputs("usage: gum_days [--misses] SHARED\n", stderr);
    return 2;
  }
  const fs::path data = fs::path(argv[argc - 1]) / "data";
  try {
    const Model model = load_model();
    auto gold = read_gold(data / "timex/gum_dates.tsv");
    Score total;
    for (const char* part : {"ud/en_gum-ud-train.conllu.gz", "ud/en_gum-ud-dev.conllu"})
      for (const auto& [id, conllu] : documents_of(read_bytes((data / part).string())))
        if (const auto known = gold.find(id); known != gold.end())
          score_document(conllu, known->second, model, show, total);
    const double all = total.gold == 0 ? 1 : total.gold;
    std::printf("dates %d  found %.1f %%  days right %.1f %%\n", total.gold, 100 * total.found / all,
                100 * total.right / all);
  } catch (const InputError& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
  return 0;
}
