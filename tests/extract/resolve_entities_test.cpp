#include "extract/resolve_entities.hpp"

#include <algorithm>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "extract/find_mentions.hpp"
#include "extract/parse.hpp"
#include "extract/read_words.hpp"
#include "extract/split_sentences.hpp"
#include "extract/tag.hpp"
#include "extract/tokenize.hpp"

namespace dateline {
namespace {

const Model& model() {
  static const Model kModel = load_model();
  return kModel;
}

Document resolved(const std::string& text) {
  Document d;
  d.article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::Paragraph}};
  d.article.text = text;
  d.tokens = tokenize(d, model());
  d.sentences = split_sentences(d, model());
  d.readings = read_words(d, model());
  d.morphs = tag(d, model());
  d.arcs = parse(d, model());
  d.mentions = find_mentions(d, model());
  d.entities = resolve_entities(d, model());
  return d;
}

std::string spell(const Document& d, const Entity& entity, bool mentions) {
  std::string text = entity.name + " = " + std::string(to_string(entity.kind));
  if (!entity.country.empty()) text.append(" ").append(entity.country);
  if (!entity.role.empty()) text.append(" (").append(entity.role).append(")");
  for (std::size_t i = 0; i < entity.aliases.size(); ++i)
    text.append(i == 0 ? ": " : " | ").append(entity.aliases[i]);
  for (const MentionIndex m : entity.mentions)
    if (mentions) text.append(" <").append(d.text_of(d.mentions[m].tokens)).append(">");
  return text;
}

// What holds for every text.
void expect_well_formed(const Document& d) {
  ASSERT_EQ(d.entities.of_mention.size(), d.mentions.size());
  MentionIndex before = 0;
  for (EntityIndex e = 0; e < d.entities.list.size(); ++e) {
    const Entity& entity = d.entities.list[e];
    ASSERT_FALSE(entity.mentions.empty());
    EXPECT_FALSE(entity.name.empty());
    EXPECT_TRUE(e == 0 || before < entity.mentions.front());
    before = entity.mentions.front();
    for (const MentionIndex m : entity.mentions) EXPECT_EQ(d.entities.of_mention[m], e);
  }
}

TEST(ResolveEntities, Cases) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/resolve_entities.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto gap = line.find("  ");
    ASSERT_NE(gap, std::string::npos) << line;
    const Document d = resolved(line.substr(0, gap));
    const std::string wanted = line.substr(line.find_first_not_of(' ', gap));
    std::string all;
    bool found = false;
    for (const Entity& entity : d.entities.list) {
      const std::string spelled = spell(d, entity, wanted.find('<') != std::string::npos);
      found = found || spelled == wanted;
      all += "  " + spelled + "\n";
    }
    EXPECT_TRUE(found) << "wanted  " << wanted << "\namong\n" << all;
    expect_well_formed(d);
    ++rows;
  }
  EXPECT_GE(rows, 15);
}

TEST(ResolveEntities, PlacesHaveCoordinates) {
  const Document d = resolved("Troops left Oslo.");
  ASSERT_FALSE(d.entities.list.empty());
  const Entity& oslo = d.entities.list.back();
  EXPECT_EQ(oslo.name, "Oslo");
  ASSERT_TRUE(oslo.coordinates);
  EXPECT_NEAR(oslo.coordinates->lat, 59.9, 0.1);
  EXPECT_NEAR(oslo.coordinates->lon, 10.75, 0.1);
}

TEST(ResolveEntities, TheArticleTellsWhichCity) {
  const auto country_of = [](const std::string& text) {
    for (const Document d = resolved(text); const Entity& entity : d.entities.list)
      if (entity.name == "Hyderabad") return entity.country;
    return std::string("none");
  };
  EXPECT_EQ(country_of("He flew to Hyderabad."), "IN");
  EXPECT_EQ(country_of("Pakistan sent police to Hyderabad. Pakistan is calm."), "PK");
}

TEST(ResolveEntities, TheCountryBehindTellsWhichCity) {
  const Document d = resolved("The fair opened in Paris, Texas.");
  for (const Entity& entity : d.entities.list)
    if (entity.name == "Paris") {
      EXPECT_EQ(entity.country, "US");
    }
}

// "MENTION: why", of mentions that say why they mean what others do.
std::vector<std::string> reasons(const std::string& text) {
  const Document d = resolved(text);
  EXPECT_EQ(d.entities.why.size(), d.mentions.size());
  std::vector<std::string> all;
  for (MentionIndex m = 0; m < d.mentions.size(); ++m)
    if (!d.entities.why[m].empty())
      all.push_back(std::string(d.text_of(d.mentions[m].tokens)) + ": " + d.entities.why[m]);
  return all;
}

bool any_begins(const std::vector<std::string>& all, const std::string& begin) {
  return std::any_of(all.begin(), all.end(), [&](const std::string& s) { return s.starts_with(begin); });
}

TEST(ResolveEntities, SaysWhyTwoMentionsAreOne) {
  using Strings = std::vector<std::string>;
  EXPECT_EQ(reasons("Lena Brandt spoke. Brandt left."),
            Strings{"Brandt: surname or shorter name of 'Lena Brandt'"});
  EXPECT_EQ(reasons("Lena Brandt, the foreign minister, spoke."),
            Strings{"the foreign minister: stands beside 'Lena Brandt'"});
  EXPECT_EQ(reasons("Lena Brandt spoke. Lena Brandt left."),
            Strings{"Lena Brandt: same name as 'Lena Brandt'"});
  EXPECT_EQ(reasons("Norway agreed. Norwegian officials left. Norway waited."),
            Strings{"Norway: names the same country as 'Norway'"});
  EXPECT_TRUE(any_begins(reasons("The World Rice Agency met. The WRA agreed."),
                         "WRA: acronym or part of the name 'World Rice Agency'"));
  EXPECT_TRUE(any_begins(reasons("Norway agreed. The Norwegian government paid."),
                         "The Norwegian government: government of the country of 'Norway'"));
  EXPECT_TRUE(
      any_begins(reasons("The gunmen who fled were armed."), "who: its clause hangs on 'The gunmen'"));
  EXPECT_TRUE(any_begins(reasons("Lena Brandt resigned. The 61-year-old said so."),
                         "The 61-year-old: the person named last: 'Lena Brandt'"));
}

// What weights chose says by how much, and by what.
TEST(ResolveEntities, SaysWhatWeightsChose) {
  const auto all = reasons("Lena Brandt met Jon Berg. She praised him.");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_TRUE(all[0].starts_with("She: chosen: 'Lena Brandt' scores ")) << all[0];
  EXPECT_NE(all[0].find(", something new "), std::string::npos) << all[0];
  EXPECT_NE(all[0].find("; for it: "), std::string::npos) << all[0];
}

TEST(ResolveEntities, HostileTextIsRead) {
  for (const std::string_view piece :
       {"Tom Reed. ", "he ", "Mr. Reed ", "the soldier, ", "X Y Z Corp. (XYZ) ", "\xE2"}) {
    std::string text;
    while (text.size() < 4000) text += piece;
    expect_well_formed(resolved(text));
  }
}

}  // namespace
}  // namespace dateline
