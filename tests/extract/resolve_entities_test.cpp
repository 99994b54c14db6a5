#include "extract/resolve_entities.hpp"

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
