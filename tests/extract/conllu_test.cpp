#include "extract/conllu.hpp"

#include <gtest/gtest.h>

#include "extract/input_error.hpp"
#include "extract/model.hpp"
#include "extract/pipeline.hpp"

namespace dateline {
namespace {

constexpr std::string_view kSample =
    "# newdoc id = a1\n"
    "# newpar\n"
    "# sent_id = 1\n"
    "# text = Anna didn't go.\n"
    "1\tAnna\tAnna\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tTokenRange=0:4\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\tTokenRange=5:8\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\tTokenRange=8:11\n"
    "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|TokenRange=12:14\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tTokenRange=14:15\n"
    "\n"
    "# newpar\n"
    "# sent_id = 2\n"
    "# text = She stayed\n"
    "1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tTokenRange=17:20\n"
    "2\tstayed\tstay\tVERB\tVBD\t_\t0\troot\t_\tTokenRange=21:27\n"
    "\n";

TEST(Conllu, ReadsWhatItWrites) {
  Document d = from_conllu(kSample, "sample");
  EXPECT_EQ(d.article.text, "Anna didn't go.\n\nShe stayed");
  ASSERT_EQ(d.sentences.size(), 2U);
  EXPECT_EQ(d.sentences[1].block, 1U);
  EXPECT_EQ(d.morphs[2].lemma, "not");
  EXPECT_EQ(d.arcs[5].head, 6U);
  EXPECT_EQ(d.arcs[6].head, kNone);
  d.article.id = "a1";
  EXPECT_EQ(to_conllu(d), kSample);
}

// What the program writes it reads again, and makes the same of it.
TEST(Conllu, GoesRoundTrip) {
  const Model model = load_model();
  Article article;
  article.id = "wire 1";
  article.text =
      "TALKS END\n\nAnna Berg's plan wasn't signed.They're gonna meet on Jan. 5 (at 10:30pm), she said: \"We "
      "can't wait…\" He paid $1,200.\n\n“It’s late,” wrote a@b.org — see www.example.com.";
  std::uint32_t begin = 0;
  for (const std::uint32_t size : {9U, 0U, 0U}) {
    const auto gap = article.text.find("\n\n", begin);
    const auto end = static_cast<std::uint32_t>(gap == std::string::npos ? article.text.size() : gap);
    if (size > 0) {
      EXPECT_EQ(end - begin, size);
    }
    article.blocks.push_back({{begin, end}, BlockKind::Paragraph});
    begin = end + 2;
  }
  const std::string written = to_conllu(analyse(article, model));
  Document again = from_conllu(written, "written");
  EXPECT_EQ(again.article.text, article.text);
  EXPECT_FALSE(again.inflections.empty());
  EXPECT_NE(written.find("2-3\tBerg's\t"), std::string::npos) << written;
  EXPECT_NE(written.find("SpaceAfter=No"), std::string::npos);
  again.article.id = article.id;
  EXPECT_EQ(to_conllu(analyse_words(std::move(again), model)), written);
}

TEST(Conllu, LinesOfCommentsStayLines) {
  Document d = from_conllu(kSample, "sample");
  d.article.id = "a\nb\t1";
  EXPECT_TRUE(to_conllu(d).starts_with("# newdoc id = a b 1\n# newpar\n"));
}

TEST(Conllu, KeepsWordsWithoutTags) {
  const Document d =
      from_conllu("1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n2\trained\t_\t_\t_\t_\t_\t_\t_\t_\n", "sample");
  EXPECT_EQ(d.article.text, "It rained");
  EXPECT_TRUE(d.morphs.empty());
  EXPECT_TRUE(d.arcs.empty());
  EXPECT_EQ(d.sentences.size(), 1U);
}

TEST(Conllu, SharesOutContractionsThatAreNotTheirWords) {
  const Document d = from_conllu(
      "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "2\tle\t_\t_\t_\t_\t_\t_\t_\t_\n",
      "sample");
  ASSERT_EQ(d.tokens.size(), 2U);
  EXPECT_EQ(d.text_of(0), "d");
  EXPECT_EQ(d.text_of(1), "u");
}

TEST(Conllu, WritesNames) {
  Document d = from_conllu(kSample, "sample");
  d.mentions = {{.tokens = {0, 1}, .head = 0, .kind = EntityKind::Person},
                {.tokens = {5, 6}, .head = 5, .form = MentionForm::Pronoun, .kind = EntityKind::Person}};
  d.entities.of_mention = {0, 0};
  const std::string text = to_conllu(d);
  EXPECT_NE(text.find("TokenRange=0:4|NER=B-PER|Coref=1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("TokenRange=17:20|NER=O|Coref=1\n"), std::string::npos) << text;
}

TEST(Conllu, RefusesWhatIsWrong) {
  for (const std::string_view text :
       {"", "# only a comment\n", "1\tone\n", "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\t_\n",
        "2\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n", "x\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n", "1\t\t_\t_\t_\t_\t_\t_\t_\t_\n",
        "1-2\tIt's\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n",
        "1\tIt\tit\tPRON\tPRP\t_\t1\tnsubj\t_\t_\n",  // its own head
        "1\tIt\tit\tPRON\tPRP\t_\t7\tnsubj\t_\t_\n",  // no such head
        "1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tIt\tit\tPRON\tPRP\t_\t1\tnsubj\t_\t_\n"})
    EXPECT_THROW((void)from_conllu(text, "sample"), InputError) << text;
}

}  // namespace
}  // namespace dateline
