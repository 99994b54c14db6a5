#include "render/timeline_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "graph/text_block.hpp"
#include "graph/timeline.hpp"
#include "tests/render/hostile.hpp"
#include "tests/render/story.hpp"

namespace dateline {
namespace {

Chronicle small_story(LaneBy lanes = LaneBy::None) {
  Story story("A small story", "https://example.org/(small)");
  const auto ann = story.actor("Ann Lee");
  const auto bob = story.actor("Bob Ray");
  story.event(EventType::Meeting, "2023-01-31", "Ann Lee met the envoy from Lima in the old town hall",
              {{ann, Role::Agent}, {bob, Role::Agent}});
  story.event(EventType::Attack, "2023-01-31", "Nobody was hurt", {{bob, Role::Target}}, Modality::Negated);
  story.event(EventType::Visit, "2023-02-02/2023-02-04", "Ann Lee goes to Lima", {{ann, Role::Agent}},
              Modality::Planned);
  story.event(EventType::Statement, "", "Bob Ray said so", {{bob, Role::Agent}});
  return chronicle_of(story.graph(), timeline_of(story.graph()), lanes);
}

TEST(TimelineText, Plain) {
  EXPECT_EQ(to_text(small_story(), {.width = 50}), R"(31 January 2023
  meeting        Ann Lee met the envoy from Lima
                 in the old town hall
                 Bob Ray
  negated attack Nobody was hurt
                 → Bob Ray

2-4 February 2023
  planned visit  Ann Lee goes to Lima

Undated
  statement      Bob Ray said so
)");
}

TEST(TimelineText, NarrowAndByLanes) {
  EXPECT_EQ(to_text(small_story(LaneBy::Actor), {.width = 30}), R"(== Ann Lee ==

31 January 2023
  meeting
    Ann Lee met the envoy from
    Lima in the old town hall
    Bob Ray

2-4 February 2023
  planned visit
    Ann Lee goes to Lima

== Bob Ray ==

31 January 2023
  negated attack
    Nobody was hurt
    → Bob Ray

Undated
  statement
    Bob Ray said so
)");
}

TEST(TimelineText, ColoursOnlyWhereAsked) {
  const std::string plain = to_text(small_story());
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  const std::string colored = to_text(small_story(), {.color = true});
  EXPECT_NE(colored.find("\x1b[1;4m31 January 2023\x1b[0m"), std::string::npos) << colored;
  EXPECT_NE(colored.find("\x1b[9mNobody was hurt\x1b[0m"), std::string::npos) << colored;
}

TEST(TimelineText, StaysWithinItsWidthWhateverTheNames) {
  Story story("x");
  for (const std::string& name : hostile_names())
    story.event(EventType::Attack, "2023-01-01", name, {{story.actor(name), Role::Agent}});
  const Chronicle chronicle = chronicle_of(story.graph(), timeline_of(story.graph()));
  for (const std::size_t width : {24U, 49U, 50U, 80U, 200U}) {
    std::istringstream lines(to_text(chronicle, {.width = width}));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(columns_of(line), width) << line;
      EXPECT_EQ(line.find('\x1b'), std::string::npos) << line;
    }
  }
}

TEST(TimelineMarkdown, Plain) {
  EXPECT_EQ(to_markdown(small_story()), R"(# A small story

3 dated events, 31 January 2023 to 4 February 2023; 1 undated

### 31 January 2023

- meeting: **[Ann Lee met the envoy from Lima in the old town hall](https://example.org/%28small%29)** — Bob Ray
- negated attack: ~~[Nobody was hurt](https://example.org/%28small%29)~~ — → Bob Ray

### 2-4 February 2023

- planned visit: **[Ann Lee goes to Lima](https://example.org/%28small%29)**

### Undated

- statement: [Bob Ray said so](https://example.org/%28small%29)

### Sources

- [A small story](https://example.org/%28small%29)
)");
}

TEST(TimelineMarkdown, NamesAreNoMarkup) {
  Story story("# <b>[x](javascript:alert(1))*");
  story.event(EventType::Attack, "2023-01-01",
              "<img src=x onerror=alert(1)> *a* _b_ `c` [d](e) https://evil.example");
  const std::string text = to_markdown(chronicle_of(story.graph(), timeline_of(story.graph())));
  EXPECT_NE(
      text.find("\\<img src=x onerror=alert(1)\\> \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) https\\://evil.example"),
      std::string::npos)
      << text;
  EXPECT_NE(text.find("# \\# \\<b\\>\\[x\\](javascript\\:alert(1))\\*\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace dateline
