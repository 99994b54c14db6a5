#include "extract/read_article.hpp"

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "extract/time_value.hpp"

namespace dateline {
namespace {

const Model& model() {
  static const Model kModel = load_model();
  return kModel;
}

std::vector<ReadResult> read(std::string_view bytes, const ReadOptions& options = {},
                             const std::string& path = "story") {
  std::vector<ReadResult> results;
  read_articles(bytes, path, options, model(), [&](ReadResult r) { results.push_back(std::move(r)); });
  return results;
}

Article only(std::string_view bytes, const ReadOptions& options = {}) {
  auto results = read(bytes, options);
  if (results.size() != 1 || !results[0].article) {
    ADD_FAILURE() << "no single article in: " << bytes.substr(0, 80)
                  << (results.empty() || !results[0].error ? "" : results[0].error->what());
    return {};
  }
  return *results[0].article;
}

std::string error_of(std::string_view bytes, const ReadOptions& options = {}) {
  const auto results = read(bytes, options);
  return results.size() == 1 && results[0].error ? results[0].error->what() : "no error";
}

// "headline: ...\nparagraph: ...\n"
std::string spell(const Article& article) {
  std::string lines;
  for (const Block& block : article.blocks)
    lines += std::string(to_string(block.kind)) + ": " +
             article.text.substr(block.span.begin, block.span.size()) + "\n";
  return lines;
}

std::string published(const Article& article) {
  if (!article.published) return "-";
  return to_iso(article.published->day) + " " + std::string(to_string(article.published->basis));
}

constexpr std::string_view kPasted =
    "Skip to main content\n\nBreaking News\n\n"
    "Ferry Strike Ends After Talks in Harbour Town\n\n\n"
    "Union leader Mona Berg, left, shakes hands with Mayor Ole Lind in Port Sund, March 3, 2021.\n\n"
    "Ferry crews returned to work Wednesday after the govern ment agreed to new rules on rest.\n\n"
    "Harbour Crews: Why We Walked Out\nplease wait\n\nNo media source currently available\n\n0:00 0:03:20 "
    "0:00\n\n"
    "The strike had stopped all crossings for nine days and cost the town about $2 million.\n\n"
    "Related stories\n\nTen Islands Worth a Visit This Summer\n\nHow Ferries Are Built\n\n"
    "Berg told reporters that the crews had won what they wanted.\n\n"
    "Some information for this report came from Agence France-Presse.";

TEST(ReadText, TakesTheDirtOutOfPastedText) {
  const Article article = only(kPasted);
  EXPECT_EQ(
      spell(article),
      "headline: Ferry Strike Ends After Talks in Harbour Town\n"
      "caption: Union leader Mona Berg, left, shakes hands with Mayor Ole Lind in Port Sund, March 3, 2021.\n"
      "paragraph: Ferry crews returned to work Wednesday after the government agreed to new rules on rest.\n"
      "paragraph: The strike had stopped all crossings for nine days and cost the town about $2 million.\n"
      "paragraph: Berg told reporters that the crews had won what they wanted.\n");
  EXPECT_EQ(published(article), "2021-03-03 caption");
  EXPECT_EQ(article.title, "Ferry Strike Ends After Talks in Harbour Town");
}

TEST(ReadText, LeavesTheTextAloneWhenTold) {
  const Article article = only(kPasted, {.cleaning = Cleaning::None});
  EXPECT_EQ(article.text, kPasted);
  EXPECT_EQ(article.offsets.to_source({5, 50}), (Span{5, 50}));
  EXPECT_GT(article.blocks.size(), 12u);
}

TEST(ReadText, LeadsEachWordBack) {
  const Article article = only(kPasted);
  const auto at = static_cast<std::uint32_t>(article.text.find("government"));
  const Span source = article.offsets.to_source({at, at + 10});
  EXPECT_EQ(kPasted.substr(source.begin, source.size()), "govern ment");
}

TEST(ReadArticles, NamesAnArticleByWhatItIs) {
  const std::string text = R"({"title": "T", "text": "The bridge was closed on Monday.", "id": "x7")";
  EXPECT_EQ(only(text + "}").id, "x7");
  EXPECT_EQ(only(text + R"(, "url": "https://example.org/a"})").id, "https://example.org/a");
  EXPECT_EQ(only(text + "}", {.id = "mine"}).id, "mine");
  EXPECT_EQ(only("The bridge was closed on Monday.").id,
            "31af86fe74c124ddb989424f35ae96cff0cd1e82b3d64a2945e17b7e10a481dd")
      << "sha256 of the clean text";
}

TEST(ReadArticles, RefusesWhatIsNoText) {
  EXPECT_EQ(error_of(""), "story: empty; give it some text");
  EXPECT_EQ(error_of(" \n\t "), "story: nothing but blanks; give it some text");
  EXPECT_EQ(error_of(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)),
            "story: not text but a binary file; give a .txt, .html, .json or .jsonl file");
  EXPECT_EQ(error_of("{\"text\": \"The bridge"),
            "story: line 1, column 21: JSON ends before it is complete; the file seems to be cut off");
  EXPECT_EQ(error_of("{\"title\": \"The bridge\"}"),
            "story: JSON without text; give it a field text, body, content or articleBody");
  EXPECT_EQ(error_of("<html><body><script>x()</script></body></html>"), "story: HTML without text");
  EXPECT_EQ(
      error_of("Der Zug ist am Montag mit einer Stunde Verspätung in der Stadt angekommen, und die Leute "
               "waren nicht froh."),
      "story: not English (it looks like \"de\"); --language en reads it all the same");
  EXPECT_EQ(error_of(R"({"text": "The bridge was closed.", "date": "soonish"})"),
            "story: cannot read the date \"soonish\" of field date; write it as YYYY-MM-DD");
  EXPECT_EQ(error_of(std::string(kMaxArticleBytes + 1, 'a')), "story: larger than 64 MB; split it");
}

}  // namespace
}  // namespace dateline
