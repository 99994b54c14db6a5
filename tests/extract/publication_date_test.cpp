#include "extract/publication_date.hpp"

#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "extract/dateline.hpp"
#include "extract/model.hpp"
#include "extract/time_value.hpp"
#include "extract/utf8.hpp"
#include "extract/written_date.hpp"

namespace dateline {
namespace {

const ReadingModel& model() {
  static const Model kModel = load_model();
  return kModel.reading;
}

std::string iso(const std::optional<date::sys_days>& day) { return day ? to_iso(*day) : "-"; }

// Cuts the next cell off: cells are parted by two or more blanks.
std::string next_cell(std::string& line) {
  const auto end = std::min(line.find("  "), line.size());
  const std::string cell(trim(line.substr(0, end)));
  line = std::string(trim(std::string_view(line).substr(end)));
  return cell;
}

TEST(WrittenDate, Cases) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/written_date.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::string value = next_cell(line), read = next_cell(line), of_line = next_cell(line);
    EXPECT_EQ(iso(read_date(value, model())), read) << value;
    EXPECT_EQ(iso(date_line(value, model())), of_line) << value;
    ++rows;
  }
  EXPECT_GT(rows, 35);
}

std::string published(const DateEvidence& evidence) {
  const auto found = publication_date(evidence, model());
  return found ? to_iso(found->day) + " " + std::string(to_string(found->basis)) : "-";
}

TEST(PublicationDate, AsksInOrder) {
  const auto option = day_from_iso("2021-03-20");
  const std::string_view url = "https://example.org/2021/03/05/bridge";
  EXPECT_EQ(
      published(
          {.metadata = {"nonsense", "2021-03-04"}, .lines = {"March 6, 2021"}, .url = url, .option = option}),
      "2021-03-04 metadata");
  EXPECT_EQ(published({.lines = {"PORT SUND, March 3, 2021 (HT) -- The bridge fell.", "March 6, 2021"},
                       .url = url}),
            "2021-03-03 dateline");
  EXPECT_EQ(published({.lines = {"Bridge falls", "March 6, 2021"}, .url = url}), "2021-03-06 first lines");
  EXPECT_EQ(published({.lines = {"PORT SUND, March 3 (HT) --"}, .url = url}), "2021-03-03 dateline");
  EXPECT_EQ(published({.lines = {"PORT SUND, Dec. 31 (HT) --"}, .option = day_from_iso("2022-01-01")}),
            "2021-12-31 dateline");
  EXPECT_EQ(published({.lines = {"PORT SUND, August 3 (HT) --"}, .option = option}), "2021-03-20 option");
  EXPECT_EQ(
      published(
          {.captions = {"Mayor Lind, left, in Port Sund, March 2, 2021."}, .url = url, .option = option}),
      "2021-03-05 url");
  EXPECT_EQ(published({.captions = {"Mayor Lind, left, in Port Sund, March 2, 2021."}, .option = option}),
            "2021-03-02 caption");
  EXPECT_EQ(published({.option = option}), "2021-03-20 option");
}

TEST(PublicationDate, NeverGuesses) {
  EXPECT_EQ(published({}), "-");
  EXPECT_EQ(published({.lines = {"PORT SUND, March 3 (HT) --", "The bridge fell on March 2, 2021."}}), "-");
  EXPECT_EQ(published({.lines = {"The bridge of May 7, 1998, is gone"}}), "-");
  EXPECT_EQ(published({.captions = {"FILE - Mayor Lind in Port Sund, March 2, 2021."}}), "-");
  EXPECT_EQ(published({.captions = {"The mayor opens the bridge on March 2, 2021."}}), "-");
}

TEST(DateInUrl, Forms) {
  const auto day = [](std::string_view url) { return iso(date_in_url(url, model())); };
  EXPECT_EQ(day("https://example.org/2023/01/31/x"), "2023-01-31");
  EXPECT_EQ(day("https://example.org/world/2023/jan/31/x"), "2023-01-31");
  EXPECT_EQ(day("https://example.org/2023-01-31-bridge.html"), "2023-01-31");
  EXPECT_EQ(day("https://example.org/news-20230131"), "2023-01-31");
  EXPECT_EQ(day("https://example.org/20230131/x?d=2020/01/01"), "2023-01-31");
  EXPECT_EQ(day("https://example.org/article/12345678"), "-");
  EXPECT_EQ(day("https://example.org/2023/01/bridge"), "-");
  EXPECT_EQ(day(""), "-");
}

TEST(Dateline, Forms) {
  const auto head = [](std::string_view text) {
    const auto found = dateline_of(text, model());
    return found ? std::string(text.substr(0, found->end)) : "-";
  };
  EXPECT_EQ(head("PORT SUND, Norway (AP) _ Crews walked out."), "PORT SUND, Norway (AP) _");
  EXPECT_EQ(head("PORT SUND, August 13 (Xinhua) -- Crews walked out."), "PORT SUND, August 13 (Xinhua) --");
  EXPECT_EQ(head("PORT SUND (AP)_ Crews walked out."), "PORT SUND (AP)_");
  EXPECT_EQ(head("Port Sund, Norway \u2014 Crews walked out."), "Port Sund, Norway \u2014");
  EXPECT_EQ(head("DAR ES SALAAM (Reuters) - Crews walked out."), "DAR ES SALAAM (Reuters) -");
  EXPECT_EQ(head("LONDON \u2013 Crews walked out."), "LONDON \u2013");
  EXPECT_EQ(head("The crews \u2014 tired and angry \u2014 walked out."), "-");
  EXPECT_EQ(head("Lind \u2014 a sailor himself \u2014 agreed."), "-");
  EXPECT_EQ(head("A well-known captain walked out."), "-");
  EXPECT_EQ(head("He waited, she said -- for years."), "-");
}

}  // namespace
}  // namespace dateline
