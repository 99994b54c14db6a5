#include "extract/antecedent_signs.hpp"

namespace dateline {

std::string_view meaning_of(Sign sign) {
  switch (sign) {
    case Sign::SentenceDistance:
    case Sign::Distance: return "distance";
    case Sign::Rank: return "nearest that agrees";
    case Sign::SubjectRank: return "nearest subject";
    case Sign::Clause: return "subject of the main clause";
    case Sign::Part:
    case Sign::Parts:
    case Sign::PartDistance: return "part in the sentence";
    case Sign::Governor:
    case Sign::GovernorWord: return "verb";
    case Sign::Nested:
    case Sign::Commands:
    case Sign::Depth: return "place in the tree";
    case Sign::Gender: return "gender";
    case Sign::Number: return "number";
    case Sign::Person: return "grammatical person";
    case Sign::Kind: return "kind";
    case Sign::Words:
    case Sign::Wording: return "words in common";
    case Sign::Heads: return "nouns that go together";
    case Sign::HeadWord: return "its noun";
    case Sign::NameEnd: return "ending of the name";
    case Sign::Size:
    case Sign::MostSpoken: return "much spoken of";
    case Sign::Latest: return "last spoken of";
    case Sign::Subjects: return "often a subject";
    case Sign::Named: return "has a name";
    case Sign::Suggested: return "a rule";
    case Sign::Block: return "paragraph";
    case Sign::Before:
    case Sign::After: return "words around";
    case Sign::Opens: return "opens its sentence";
    case Sign::Ahead: return "subject of the main clause";
    default: return "";
  }
}

}  // namespace dateline
