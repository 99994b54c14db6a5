#include "extract/descriptions.hpp"

#include <algorithm>
#include <optional>

#include "extract/names.hpp"

namespace dateline {
namespace {

constexpr TokenIndex kLongestNounPhrase = 16;
constexpr int kAttachedPhrases = 2;

bool is_determiner(Xpos xpos) { return xpos == Xpos::Dt || xpos == Xpos::Pdt || xpos == Xpos::PrpDollar; }

class DescriptionFinder {
 public:
  DescriptionFinder(const Document& d, const Gazetteer& gazetteer, const Wording& wording)
      : d_(d), gazetteer_(gazetteer), wording_(wording) {}

  // A noun, or a word that stands where one would.
  [[nodiscard]] bool is_noun(TokenIndex i) const {
    const Xpos xpos = xpos_of(d_, i);
    return is_noun_tag(xpos) || (xpos == Xpos::None && gazetteer_.actor_noun(key(i)).has_value());
  }

  // Begin of the noun phrase whose head is `head`, not before `floor`.
  [[nodiscard]] TokenIndex begin_of_phrase(TokenIndex head, TokenIndex floor) const {
    floor = std::max(floor, head > kLongestNounPhrase ? head - kLongestNounPhrase : 0);
    TokenIndex i = head;
    while (i > floor) {
      const TokenIndex before = i - 1;
      if (opens_phrase(before)) return before;
      if (before > floor && is_bound(before)) {
        i = before - 1;
        continue;
      }
      if (is_modifier(before, i)) {
        i = before;
        continue;
      }
      const TokenIndex quantity = begin_of_quantity(before, floor);
      if (quantity == before + 1) break;
      i = quantity;
    }
    return i;
  }

  // "of the Sunni bloc", "in Nepal": where what is attached after `end` ends.
  [[nodiscard]] TokenIndex end_of_attached(TokenIndex end, TokenIndex ceiling) const {
    for (int n = 0; n < kAttachedPhrases && end + 1 < ceiling; ++n) {
      if (!gazetteer_.is(NameWord::Attaching, key(end))) break;
      TokenIndex i = end + 1;
      bool noun = false;
      while (i < ceiling && i < end + 10 &&
             (opens_phrase(i) || is_noun(i) || is_modifier(i, i + 1 < ceiling ? i + 1 : i) ||
              wording_.upper[i])) {
        noun = noun || is_noun(i) || wording_.upper[i];
        ++i;
      }
      if (!noun) break;
      end = i;
    }
    return end;
  }

  [[nodiscard]] std::optional<ActorNoun> head_noun(TokenIndex i, TokenIndex end) const;
  // `before`: the last description or name with a role; no description reaches back over it, unless it is the
  // owner ("[the company]'s chief").
  [[nodiscard]] Mention describe(TokenIndex head, const ActorNoun& noun, const Sentence& sentence,
                                 Span before) const;
  // "three Palestinians", "a Palestinian": some of a people, and nobody's name. Begin of the phrase, or of
  // the name where it names all.
  [[nodiscard]] TokenIndex begin_of_some(const Mention& people, TokenIndex floor) const;

 private:
  [[nodiscard]] const std::string& key(TokenIndex i) const { return wording_.keys[i]; }

  [[nodiscard]] bool opens_phrase(TokenIndex i) const {
    const Xpos xpos = xpos_of(d_, i);
    return is_determiner(xpos) || gazetteer_.is(NameWord::Determiner, key(i));
  }

  [[nodiscard]] bool is_modifier(TokenIndex i, TokenIndex next) const {
    const Xpos xpos = xpos_of(d_, i);
    if (is_noun_tag(xpos)) return !gazetteer_.is(NameWord::Calendar, key(i));
    switch (xpos) {
      case Xpos::Jj:
      case Xpos::Jjr:
      case Xpos::Jjs:
      case Xpos::Cd:
      case Xpos::Vbn:
      case Xpos::Hyph:
      case Xpos::Afx: return true;
      case Xpos::Vbg: return i > 0 && (opens_phrase(i - 1) || xpos_of(d_, i - 1) == Xpos::Jj);
      case Xpos::Pos: return i > 0 && (is_noun_tag(xpos_of(d_, i - 1)));
      case Xpos::Rb: {
        const Xpos after = xpos_of(d_, next);
        return (after == Xpos::Jj || after == Xpos::Vbn || after == Xpos::Cd) &&
               !gazetteer_.is(NameWord::Function, key(i));
      }
      case Xpos::Cc: return joins_modifiers(i, next);
      case Xpos::None: break;
      default: return false;
    }
    if (wording_.upper[i])
      return !gazetteer_.is(NameWord::Function, key(i)) && !gazetteer_.is(NameWord::Calendar, key(i));
    const char first = d_.text_of(i).front();
    return (first >= '0' && first <= '9') || d_.text_of(i) == "'s" || gazetteer_.nation(key(i)).has_value();
  }

  // "U.S. and Iraqi forces", "search and rescue teams".
  [[nodiscard]] bool joins_modifiers(TokenIndex i, TokenIndex next) const {
    if (i == 0 || key(i) != "and") return false;
    if (gazetteer_.nation(key(i - 1)) && gazetteer_.nation(key(next))) return true;
    const Xpos before = xpos_of(d_, i - 1), after = xpos_of(d_, next);
    if (before == Xpos::Jj && after == Xpos::Jj) return true;
    return before == Xpos::Nn && after == Xpos::Nn && !gazetteer_.actor_noun(key(i - 1)) &&
           is_noun_tag(xpos_of(d_, next + 1));
  }

  // The last word of "at least", "as many as".
  [[nodiscard]] bool is_bound(TokenIndex i) const {
    const Xpos xpos = xpos_of(d_, i);
    if (is_noun_tag(xpos) || xpos == Xpos::Cd || xpos == Xpos::Hyph) return false;
    return gazetteer_.is(NameWord::Bound, key(i - 1) + " " + key(i));
  }

  // The last word of "the 54-year-old", where no noun follows.
  [[nodiscard]] bool is_age(TokenIndex i, TokenIndex end) const {
    if (i < 5 || d_.text_of(i - 1) != "-" || d_.text_of(i - 3) != "-" || !opens_phrase(i - 5)) return false;
    if (!gazetteer_.is(NameWord::Age, key(i - 2) + " " + key(i))) return false;
    const Xpos next = i + 1 < end ? xpos_of(d_, i + 1) : Xpos::None;
    return !is_noun_tag(next) && next != Xpos::Jj && !(i + 1 < end && wording_.upper[i + 1]);
  }

  // A number, "a", "another": not all that there are.
  [[nodiscard]] bool counts(TokenIndex i) const {
    const Xpos xpos = xpos_of(d_, i);
    return xpos == Xpos::Cd || (xpos == Xpos::Dt && key(i).front() == 'a' && key(i) != "all") ||
           gazetteer_.is(NameWord::Quantity, key(i));
  }

  // Whether the noun phrase goes on with this word: "a Palestinian [boy]".
  [[nodiscard]] bool goes_on(TokenIndex i) const {
    const Xpos xpos = xpos_of(d_, i);
    return is_noun_tag(xpos) || xpos == Xpos::Jj || xpos == Xpos::Hyph || xpos == Xpos::Cc ||
           xpos == Xpos::Vbg;
  }

  // "dozens of", "a group of some", "more than", "at least": begin of what ends at `last`, or last + 1.
  [[nodiscard]] TokenIndex begin_of_quantity(TokenIndex last, TokenIndex floor) const {
    if (key(last) == "of" && last > floor && gazetteer_.is(NameWord::Quantity, key(last - 1)))
      return last - 1;
    if (last > floor && gazetteer_.is(NameWord::Bound, key(last - 1) + " " + key(last))) return last - 1;
    if (gazetteer_.is(NameWord::Bound, key(last))) return last;
    return last + 1;
  }

  [[nodiscard]] std::string country_of(Span tokens, TokenIndex head, TokenIndex end) const {
    for (TokenIndex i = head; i-- > tokens.begin;) {
      for (TokenIndex begin = i > tokens.begin + 1 ? i - 2 : tokens.begin; begin <= i; ++begin) {
        if (!wording_.upper[begin]) continue;
        if (key(begin) == "us" && d_.text_of(begin) != "US") continue;
        const auto nation = gazetteer_.nation(Wording::key_of(d_, {begin, i + 1}));
        if (nation && nation->form != NationForm::Capital && !nation->country.empty())
          return std::string(nation->country);
      }
    }
    if (end > head + 2 && (key(head + 1) == "in" || key(head + 1) == "of"))
      for (TokenIndex last = std::min(end, head + 5); last > head + 2; --last) {
        const auto nation = gazetteer_.nation(Wording::key_of(d_, {head + 2, last}), NationForm::Name);
        if (nation) return std::string(nation->country);
      }
    return {};
  }

  const Document& d_;
  const Gazetteer& gazetteer_;
  const Wording& wording_;
};

// The actor that the noun at `i` describes, where it is the last noun of its phrase.
std::optional<ActorNoun> DescriptionFinder::head_noun(TokenIndex i, TokenIndex end) const {
  const Xpos xpos = xpos_of(d_, i);
  if (is_age(i, end)) return ActorNoun{};
  if (!is_noun_tag(xpos) && xpos != Xpos::None) {
    // "the wounded", "the dead"
    const bool bare = (xpos == Xpos::Jj || xpos == Xpos::Vbn) && i > 0 && opens_phrase(i - 1) &&
                      !(i + 1 < end && (is_noun(i + 1) || xpos_of(d_, i + 1) == Xpos::Jj));
    if (!bare) return std::nullopt;
  }
  const auto noun = gazetteer_.actor_noun(key(i));
  if (!noun) return std::nullopt;
  if (i + 1 < end) {
    const Xpos next = xpos_of(d_, i + 1);
    if (is_noun_tag(next) && !wording_.upper[i + 1] && !gazetteer_.is(NameWord::Calendar, key(i + 1)))
      return std::nullopt;
    if (d_.text_of(i + 1) == "-" && Wording::glued(d_, i) && Wording::glued(d_, i + 1)) return std::nullopt;
    if (next == Xpos::None && gazetteer_.actor_noun(key(i + 1)) && !wording_.upper[i + 1])
      return std::nullopt;
  }
  return noun;
}

TokenIndex DescriptionFinder::begin_of_some(const Mention& people, TokenIndex floor) const {
  constexpr TokenIndex kFarthest = 6;
  const TokenIndex first = people.tokens.begin;
  const auto nation = gazetteer_.nation(Wording::key_of(d_, people.tokens));
  if (!nation || (nation->form != NationForm::People && nation->form != NationForm::Adjective)) return first;
  const TokenIndex next = people.tokens.end;
  if (nation->form == NationForm::Adjective &&
      ((!is_noun(next - 1) && xpos_of(d_, next - 1) != Xpos::Jj) || goes_on(next)))
    return first;
  const TokenIndex begin = begin_of_phrase(first, std::max(floor, first > kFarthest ? first - kFarthest : 0));
  for (TokenIndex t = begin; t < first; ++t)
    if (counts(t)) return begin;
  return first;
}

Mention DescriptionFinder::describe(TokenIndex head, const ActorNoun& noun, const Sentence& sentence,
                                    Span before) const {
  const TokenIndex floor = std::max(before.end, sentence.tokens.begin);
  TokenIndex begin = begin_of_phrase(head, floor);
  if (begin < head && (key(begin) == "'s" || key(begin) == "'")) {
    const bool owned = begin == before.end && before.begin >= sentence.tokens.begin &&
                       head - before.begin <= kLongestNounPhrase;
    begin = owned ? before.begin : begin + 1;
  }
  TokenIndex end = std::max(head + 1, end_of_title(d_, gazetteer_, wording_, head, sentence.tokens.end));
  const Span tokens{begin, end};
  const TokenIndex attached = end_of_attached(end, sentence.tokens.end);
  return {.tokens = tokens,
          .head = head_of(d_, tokens, head),
          .form = MentionForm::Nominal,
          .kind = noun.kind,
          .country = country_of(tokens, head, attached),
          .phrase = {tokens.begin, attached}};
}

}  // namespace

namespace {

// "three Palestinians" is a group, "a Palestinian" a person.
void read_some(const Wording& wording, Mention& people) {
  const std::string& first = wording.keys[people.tokens.begin];
  const bool one = first == "a" || first == "an" || first == "another";
  people.form = MentionForm::Nominal;
  people.kind = one ? EntityKind::Person : EntityKind::Group;
  people.phrase = people.tokens;
}

}  // namespace

void extend_phrases(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                    std::vector<Mention>& names) {
  const DescriptionFinder finder(d, gazetteer, wording);
  TokenIndex floor = 0;
  for (Mention& name : names) {
    const Sentence& sentence = d.sentences[d.sentence_of(name.tokens.begin)];
    const TokenIndex begin = name.phrase.begin;
    const bool open = name.kind != EntityKind::Country && name.kind != EntityKind::Group;
    if (!open) {
      name.tokens.begin = finder.begin_of_some(name, std::max(floor, sentence.tokens.begin));
      if (name.tokens.begin < begin) read_some(wording, name);
    }
    if (open && begin > sentence.tokens.begin && begin > floor) {
      const auto noun = gazetteer.actor_noun(wording.keys[begin - 1]);
      const bool title = gazetteer.title(wording.keys[begin - 1]).has_value();
      const bool body = noun && noun->kind == EntityKind::Organization && !noun->plural;
      const bool person = (title || (noun && noun->kind == EntityKind::Person)) && !(noun && noun->plural);
      const bool fits =
          name.kind == EntityKind::Person ? person : (body || (person && name.kind == EntityKind::Other));
      if (fits && finder.is_noun(begin - 1) && !wording.upper[begin - 1]) {
        name.phrase.begin = finder.begin_of_phrase(begin - 1, std::max(floor, sentence.tokens.begin));
        if (name.kind == EntityKind::Other)
          name.kind = person ? EntityKind::Person : EntityKind::Organization;
      }
    }
    // A role reaches back over nations: "[Palestinian] leader".
    if (open) floor = name.tokens.end;
  }
}

std::vector<Mention> find_descriptions(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                                       const std::vector<Mention>& names) {
  const DescriptionFinder finder(d, gazetteer, wording);
  std::vector<Mention> found;
  auto name = names.begin();
  Span before{};  // no description reaches back over a name's role, or another description
  for (const Sentence& sentence : d.sentences) {
    for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      while (name != names.end() && name->tokens.end <= i) {
        if (name->phrase.begin < name->tokens.begin || name->form == MentionForm::Nominal)
          before = name->tokens;
        ++name;
      }
      if (name != names.end() &&
          (name->tokens.contains(i) || (name->phrase.contains(i) && i < name->tokens.begin)))
        continue;
      const auto noun = finder.head_noun(i, sentence.tokens.end);
      if (!noun) continue;
      found.push_back(finder.describe(i, *noun, sentence, before));
      before = found.back().tokens;
      i = before.end - 1;
    }
  }
  return found;
}

}  // namespace dateline
