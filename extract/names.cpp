#include "extract/names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/name_kind.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr TokenIndex kLongestName = 14;

class NameFinder {
 public:
  NameFinder(const Document& d, const Gazetteer& gazetteer, const Wording& wording)
      : d_(d), gazetteer_(gazetteer), wording_(wording) {}

  void read_sentence(SentenceIndex index) {
    sentence_ = index;
    const Span tokens = d_.sentences[index].tokens;
    for (TokenIndex i = tokens.begin; i < tokens.end;) {
      const TokenIndex end = end_of_run(i, tokens.end);
      if (end > i) read_run({i, end});
      i = std::max(end, i + 1);
    }
  }

  [[nodiscard]] std::vector<FoundName> take() { return std::move(found_); }

 private:
  [[nodiscard]] const std::string& key(TokenIndex i) const { return wording_.keys[i]; }
  [[nodiscard]] bool is(TokenIndex i, std::string_view word) const { return wording_.keys[i] == word; }
  [[nodiscard]] bool name_word(TokenIndex i) const {
    return is_name_word(d_, gazetteer_, wording_, sentence_, i);
  }

  // Where the run of name words that begins at `begin` ends; `begin` where none begins.
  [[nodiscard]] TokenIndex end_of_run(TokenIndex begin, TokenIndex end) const {
    TokenIndex i = begin;
    if (!name_word(begin)) {
      if (!opens_with_particle(begin, end)) return begin;
      i = begin + 1;
    }
    end = std::min(end, begin + kLongestName);
    ++i;
    while (i < end) {
      if (name_word(i)) {
        ++i;
        continue;
      }
      const TokenIndex next = after_connector(begin, i, end);
      if (next == i) break;
      i = next;
    }
    return i;
  }

  // "bin Laden", "al-Maliki": a particle written small before a name.
  [[nodiscard]] bool opens_with_particle(TokenIndex i, TokenIndex end) const {
    if (!gazetteer_.is(NameWord::OpeningParticle, key(i))) return false;
    if (i + 1 >= end) return false;
    if (d_.text_of(i + 1) == "-") return i + 2 < end && Wording::glued(d_, i) && wording_.upper[i + 2];
    return name_word(i + 1);
  }

  // Words that stand inside names: gives where the name goes on after them, or `i`.
  [[nodiscard]] TokenIndex after_connector(TokenIndex begin, TokenIndex i, TokenIndex end) const {
    const std::string_view text = d_.text_of(i);
    if (text == "-") return after_hyphen(i, end);
    if (i + 1 >= end) return i;
    if (text == "&" && name_word(i + 1)) return i + 2;
    if (text == ",") return is_suffix(i + 1) ? i + 2 : i;
    if (text == "'s" || text == "’s") return joins_possessive(begin, i, end) ? i + 2 : i;
    if (text == "'" && Wording::glued(d_, i - 1) && Wording::glued(d_, i) && wording_.upper[i + 1])
      return i + 2;
    if (gazetteer_.is(NameWord::Particle, key(i)) && !is(i, "of")) {
      TokenIndex j = i + 1;
      while (j < end && j < i + 3 && !name_word(j) &&
             (gazetteer_.is(NameWord::Particle, key(j)) || d_.text_of(j) == "-"))
        ++j;
      if (j < end && name_word(j) && !gazetteer_.nation(key(i - 1))) return j + 1;
      return i;
    }
    if (is(i, "of")) return after_of(i, end);
    if (gazetteer_.is(NameWord::Purpose, key(i))) return after_purpose(begin, i, end);
    if (is(i, "and")) return joins_and(begin, i, end) ? i + 2 : i;
    return i;
  }

  [[nodiscard]] bool is_suffix(TokenIndex i) const { return gazetteer_.is(NameWord::NameSuffix, key(i)); }

  [[nodiscard]] TokenIndex after_hyphen(TokenIndex i, TokenIndex end) const {
    if (i + 1 >= end || !Wording::glued(d_, i - 1) || !Wording::glued(d_, i)) return i;
    const TokenIndex next = i + 1;
    if (gazetteer_.nation(key(i - 1)) && !gazetteer_.is(NameWord::Particle, key(i - 1))) return i;
    if (wording_.upper[next]) return gazetteer_.nation(key(next)) ? i : next + 1;
    const bool short_part = key(next).size() <= 6 && !gazetteer_.is_common_word(key(next));
    if (gazetteer_.is(NameWord::Particle, key(next)) && next + 2 < end && d_.text_of(next + 1) == "-")
      return next + 1;
    const char first = d_.text_of(next).front();
    return short_part && first >= 'a' && first <= 'z' ? next + 1 : i;
  }

  // "People's Party", "Lord's Resistance Army": an ordinary word owns the rest of the name.
  [[nodiscard]] bool joins_possessive(TokenIndex begin, TokenIndex i, TokenIndex end) const {
    if (i != begin + 1 || !name_word(i + 1) || gazetteer_.nation(key(begin))) return false;
    const PersonName person = gazetteer_.person_name(key(begin));
    if (!gazetteer_.is_common_word(key(begin)) || person.given) return false;
    TokenIndex last = i + 1;
    while (last + 1 < end && name_word(last + 1)) ++last;
    return gazetteer_.is_organization_word(key(last), WordPosition::Last) ||
           gazetteer_.is_common_word(key(last));
  }

  [[nodiscard]] bool leads_name(TokenIndex i) const {
    return gazetteer_.is_organization_word(key(i), WordPosition::First) ||
           gazetteer_.is_organization_word(key(i), WordPosition::Last) || gazetteer_.is_place_word(key(i)) ||
           gazetteer_.title(key(i)) || gazetteer_.is(NameWord::OfLeader, key(i));
  }

  [[nodiscard]] TokenIndex after_of(TokenIndex i, TokenIndex end) const {
    if (!leads_name(i - 1)) return i;
    // "President of Iran": a title with what it is of is a description.
    if (gazetteer_.title(key(i - 1)) && !gazetteer_.title(key(i - 1) + " of " + key(i + 1))) return i;
    if (name_word(i + 1)) return i + 2;
    return is(i + 1, "the") && i + 2 < end && name_word(i + 2) ? i + 3 : i;
  }

  [[nodiscard]] TokenIndex after_purpose(TokenIndex begin, TokenIndex i, TokenIndex end) const {
    const bool body = gazetteer_.is_organization_word(key(i - 1), WordPosition::First) ||
                      gazetteer_.is_organization_word(key(begin), WordPosition::First);
    if (!body || gazetteer_.is(NameWord::Calendar, key(i + 1))) return i;
    if (gazetteer_.nation(key(i + 1)) && is(i, "to")) return i;
    if (name_word(i + 1)) return i + 2;
    return is(i + 1, "the") && i + 2 < end && name_word(i + 2) ? i + 3 : i;
  }

  // "Office of Management and Budget", "Food and Drug Administration": ordinary words on both sides of "and".
  [[nodiscard]] bool joins_and(TokenIndex begin, TokenIndex i, TokenIndex end) const {
    const auto plain = [&](TokenIndex t) {
      return gazetteer_.is_common_word(key(t)) && !gazetteer_.nation(key(t));
    };
    if (!name_word(i + 1) || !plain(i - 1) || !plain(i + 1)) return false;
    if (gazetteer_.is_organization_word(key(i - 1), WordPosition::Last)) return false;
    TokenIndex last = i + 1;
    bool has_of = false;
    for (TokenIndex t = begin; t < i; ++t) has_of = has_of || is(t, "of") || is(t, "for");
    while (last + 1 < end && name_word(last + 1)) ++last;
    return has_of || gazetteer_.is_organization_word(key(last), WordPosition::Last);
  }

  void read_run(Span run);
  void read_untitled(Span run);
  [[nodiscard]] Span title_in(Span run) const;
  [[nodiscard]] TokenIndex end_of_nation(Span run) const;
  [[nodiscard]] bool belongs_to_name(Span run, TokenIndex nation_end) const;
  void add(Span tokens, Span phrase, const NameReading& reading);

  const Document& d_;
  const Gazetteer& gazetteer_;
  const Wording& wording_;
  SentenceIndex sentence_ = 0;
  std::vector<FoundName> found_;
};

void NameFinder::add(Span tokens, Span phrase, const NameReading& reading) {
  const TokenIndex usual = reading.kind == EntityKind::Person ? tokens.begin : tokens.end - 1;
  found_.push_back({{.tokens = tokens,
                     .head = head_of(d_, tokens, usual),
                     .form = MentionForm::Name,
                     .kind = reading.kind,
                     .country = reading.country,
                     .phrase = cover(tokens, phrase)},
                    reading.sure});
}

// The last title in the run, with a name after it; empty where there is none.
Span NameFinder::title_in(Span run) const {
  Span last{run.begin, run.begin};
  bool certain = false;  // after a title of the table what may be a noun is a name: "Minister Novak"
  for (TokenIndex i = run.begin; i < run.end;) {
    const TokenIndex end = end_of_title(d_, gazetteer_, wording_, i, run.end);
    const bool listed = end > i && gazetteer_.title(Wording::key_of(d_, {i, end}));
    if (end > i && (listed || !certain)) last = {i, end};
    certain = certain || listed;
    i = std::max(end, i + 1);
  }
  return last;
}

TokenIndex NameFinder::end_of_nation(Span run) const {
  for (TokenIndex end = std::min(run.end, run.begin + 5); end > run.begin; --end) {
    const auto known = known_name(d_, gazetteer_, {run.begin, end});
    if (known && gazetteer_.nation(Wording::key_of(d_, {run.begin, end}))) return end;
  }
  return run.begin;
}

// Whether a nation at the begin is part of one longer name: "Israel Defense Forces", "Indian Ocean".
bool NameFinder::belongs_to_name(Span run, TokenIndex nation_end) const {
  if (known_name(d_, gazetteer_, run)) return true;
  const Span rest{nation_end, run.end};
  if (gazetteer_.nation(key(rest.begin)) || d_.text_of(rest.begin) == "-") return false;
  const auto& last = key(run.end - 1);
  if (known_name(d_, gazetteer_, rest)) return gazetteer_.is_organization_word(last, WordPosition::Last);
  if (gazetteer_.is_organization_word(last, WordPosition::Last) || gazetteer_.is_place_word(last))
    return true;
  for (TokenIndex i = rest.begin; i < rest.end; ++i)
    if (!gazetteer_.is_common_word(key(i)) && !is(i, "of")) return false;
  return !gazetteer_.actor_noun(last);
}

void NameFinder::read_untitled(Span run) {
  while (run.begin < run.end) {
    if (d_.text_of(run.begin) == "-") {
      ++run.begin;
      continue;
    }
    const TokenIndex nation_end = end_of_nation(run);
    if (nation_end > run.begin && nation_end < run.end && !belongs_to_name(run, nation_end)) {
      add({run.begin, nation_end}, {run.begin, nation_end},
          *known_name(d_, gazetteer_, {run.begin, nation_end}));
      run.begin = nation_end;
      continue;
    }
    NameReading reading = read_name(d_, gazetteer_, wording_, run);
    if (nation_end > run.begin && reading.country.empty())
      reading.country = gazetteer_.nation(Wording::key_of(d_, {run.begin, nation_end}))->country;
    add(run, run, reading);
    return;
  }
}

void NameFinder::read_run(Span run) {
  if (known_name(d_, gazetteer_, run)) return read_untitled(run);
  const Span title = title_in(run);
  const auto& last = key(run.end - 1);
  const bool body = title.end < run.end && run.end - title.begin > 2 &&
                    gazetteer_.is_organization_word(last, WordPosition::Last) &&
                    !gazetteer_.person_name(last).family;
  if (title.empty() || body) return read_untitled(run);
  if (title.end == run.end) {
    // A title alone describes; what stands before it may be a name: "NASA Administrator".
    if (title.begin > run.begin && end_of_nation({run.begin, title.begin}) != title.begin)
      read_untitled({run.begin, title.begin});
    return;
  }
  if (title.begin > run.begin && end_of_nation({run.begin, title.begin}) == run.begin)
    read_untitled({run.begin, title.begin});
  const Span name{title.end, run.end};
  const auto known = known_name(d_, gazetteer_, name);
  if (known && known->kind != EntityKind::Place) return read_untitled(name);
  add(name, run, {EntityKind::Person, "", true});
}

}  // namespace

TokenIndex end_of_title(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                        TokenIndex token, TokenIndex end) {
  for (TokenIndex last = std::min(end, token + 5); last > token; --last)
    if (gazetteer.title(Wording::key_of(d, {token, last}))) return last;
  const auto noun = gazetteer.actor_noun(wording.keys[token]);
  const bool person = noun && noun->kind == EntityKind::Person && !noun->plural;
  const PersonName name = gazetteer.person_name(wording.keys[token]);
  return person && !name.given && !name.family ? token + 1 : token;
}

TokenIndex head_of(const Document& d, Span tokens, TokenIndex otherwise) {
  if (d.arcs.size() < tokens.end) return otherwise;
  if (!tokens.contains(d.arcs[otherwise].head)) return otherwise;
  for (TokenIndex i = tokens.begin; i < tokens.end; ++i)
    if (!tokens.contains(d.arcs[i].head)) return i;
  return otherwise;
}

std::vector<FoundName> find_names(const Document& d, const Gazetteer& gazetteer, const Wording& wording) {
  NameFinder finder(d, gazetteer, wording);
  for (SentenceIndex s = 0; s < d.sentences.size(); ++s) finder.read_sentence(s);
  return finder.take();
}

}  // namespace dateline
