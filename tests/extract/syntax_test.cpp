#include "extract/syntax.hpp"

#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "extract/model.hpp"

namespace dateline {
namespace {

// The part of speech that stands behind a Penn tag in these cases.
Upos upos_of(const std::string& xpos) {
  if (xpos == "TO" || xpos == "POS") return Upos::Part;
  if (xpos.starts_with("V")) return Upos::Verb;
  if (xpos.starts_with("PRP") || xpos.starts_with("W")) return Upos::Pron;
  if (xpos.starts_with("NNP")) return Upos::Propn;
  return xpos.starts_with("N") ? Upos::Noun : Upos::X;
}

Document tree_of(const std::string& line) {
  Document d;
  std::istringstream cells(line);
  for (std::string cell; cells >> cell;) {
    std::istringstream parts(cell);
    std::string form, xpos, head, relation;
    std::getline(std::getline(std::getline(std::getline(parts, form, '/'), xpos, '/'), head, '/'), relation);
    if (!d.article.text.empty()) d.article.text += ' ';
    const auto begin = static_cast<std::uint32_t>(d.article.text.size());
    d.article.text += form;
    d.tokens.push_back({{begin, static_cast<std::uint32_t>(d.article.text.size())}});
    d.morphs.push_back({upos_of(xpos), xpos_from(xpos).value(), form == "No" ? "no" : form});
    const auto number = static_cast<TokenIndex>(std::stoi(head));
    d.arcs.push_back({number == 0 ? kNone : number - 1, deprel_from(relation).value()});
  }
  d.sentences = {{{0, static_cast<std::uint32_t>(d.tokens.size())}, 0}};
  return d;
}

std::string spell(const Document& d, const std::vector<TokenIndex>& words) {
  std::string text;
  for (const TokenIndex t : words)
    (text += text.empty() ? "" : " ") += t == kNone ? "-" : std::string(d.text_of(t));
  return text;
}

std::string spell_obliques(const Document& d, const std::vector<Oblique>& obliques) {
  std::string text;
  for (const Oblique& o : obliques) {
    if (!text.empty()) text += ' ';
    text += o.preposition == kNone ? "-" : std::string(d.text_of(o.preposition));
    (text += ':') += d.text_of(o.word);
  }
  return text;
}

std::string answer(const Syntax& s, const std::string& question, TokenIndex t, const Model& model) {
  const Document& d = s.document();
  if (question == "subject") return spell(d, {subject_of(s, t)});
  if (question == "object") return spell(d, {object_of(s, t)});
  if (question == "argument-subject") return spell(d, {arguments_of(s, t).subject});
  if (question == "agent") return spell(d, {arguments_of(s, t).agent});
  if (question == "complement") return spell(d, {arguments_of(s, t).complement});
  if (question == "obliques") return spell_obliques(d, arguments_of(s, t).obliques);
  if (question == "conjuncts") return spell(d, conjuncts(s, t));
  if (question == "clause") return spell(d, {clause_of(s, t)});
  if (question == "governor") return spell(d, {governor_of(s, t)});
  if (question == "words") return spell(d, clause_words(s, t));
  if (question == "auxiliaries") return spell(d, auxiliaries(s, t));
  if (question == "passive") return is_passive(s, t) ? "yes" : "no";
  if (question == "negated") return is_negated(s, t, model.negators) ? "yes" : "no";
  if (question == "preposition") return preposition_text(s, t);
  if (question == "phrase") return std::string(d.text_of(noun_phrase(s, t)));
  if (question == "subtree") return std::string(d.text_of(s.subtree(t)));
  return "no such question";
}

TEST(Syntax, Cases) {
  const Model model = load_model();
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/syntax.cases");
  ASSERT_TRUE(in);
  Document d;
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() != '>') {
      d = tree_of(line);
      continue;
    }
    std::istringstream cells(line);
    std::string mark, question, word, equals, expected;
    cells >> mark >> question >> word >> equals;
    std::getline(cells >> std::ws, expected);
    TokenIndex t = 0;
    while (t < d.tokens.size() && d.text_of(t) != word) ++t;
    ASSERT_LT(t, d.tokens.size()) << line;
    EXPECT_EQ(answer(Syntax(d), question, t, model), expected) << line;
    ++rows;
  }
  EXPECT_GT(rows, 40);
}

TEST(Syntax, ChildrenDepthAndBelow) {
  const Document d = tree_of("He/PRP/2/nsubj saw/VBD/0/root old/JJ/4/amod men/NNS/2/obj");
  const Syntax s(d);
  EXPECT_EQ(std::vector(s.children(1).begin(), s.children(1).end()), (std::vector<TokenIndex>{0, 3}));
  EXPECT_EQ(s.depth(2), 2U);
  EXPECT_TRUE(s.is_below(2, 3));
  EXPECT_TRUE(s.is_below(3, 3));
  EXPECT_FALSE(s.is_below(0, 3));
  EXPECT_EQ(s.child(1, Deprel::Obj), 3U);
}

TEST(Syntax, EmptyAndDeepTrees) {
  EXPECT_NO_THROW(Syntax(Document{}));
  std::string line = "a/NN/0/root";
  for (int i = 1; i < 250; ++i) line += " a/NN/" + std::to_string(i) + "/conj";
  const Document d = tree_of(line);
  const Syntax s(d);
  EXPECT_EQ(s.depth(249), 249U);
  EXPECT_EQ(conjuncts(s, 249).size(), 250U);
  EXPECT_EQ(s.subtree(0), (Span{0, 250}));
}

}  // namespace
}  // namespace dateline
