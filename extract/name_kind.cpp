#include "extract/name_kind.hpp"

#include <algorithm>
#include <array>

#include "extract/network_names.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr double kLargeCity = 200;  // thousands: known by its name alone
constexpr double kSmallCity = 40;   // smaller ones only where the words around speak of a place

struct Name {
  const Document& d;
  const Gazetteer& gazetteer;
  const Wording& wording;
  Span span;

  [[nodiscard]] const std::string& key(TokenIndex i) const { return wording.keys[i]; }
  [[nodiscard]] const std::string& first() const { return key(span.begin); }
  [[nodiscard]] const std::string& last() const { return key(span.end - 1); }
  [[nodiscard]] std::string_view before() const {
    return span.begin > 0 ? std::string_view(key(span.begin - 1)) : std::string_view{};
  }
  [[nodiscard]] std::string_view after() const {
    return span.end < d.tokens.size() ? std::string_view(key(span.end)) : std::string_view{};
  }
};

// "in", "near": what follows is a place.
bool follows_locative(const Name& n) { return n.gazetteer.is(NameWord::Locative, n.before()); }

// "the city of X", "X province", "Caguas, Puerto Rico": the words around speak of a place.
bool stands_as_place(const Name& n) {
  const auto begin = n.span.begin;
  if (n.before() == "of" && begin > 1 && n.gazetteer.is_place_noun(n.key(begin - 2))) return true;
  if (n.gazetteer.is_place_noun(n.after())) return true;
  if (n.gazetteer.is_place_noun(n.before())) return true;
  return n.after() == "," && n.span.end + 1 < n.d.tokens.size() &&
         (n.gazetteer.nation(n.key(n.span.end + 1), NationForm::Name) ||
          n.gazetteer.place(n.key(n.span.end + 1))) &&
         n.span.size() == 1;
}

// "a spokesman for X"
bool is_represented(const Name& n) {
  const auto begin = n.span.begin;
  return begin > 1 && (n.before() == "for" || n.before() == "of") &&
         n.gazetteer.is(NameWord::Representing, n.key(begin - 2));
}

// "the group X", "X militants", "a spokesman for X".
bool stands_as_organization(const Name& n) {
  if (is_represented(n)) return true;
  const auto is_organization_noun = [&](std::string_view word) {
    const auto noun = n.gazetteer.actor_noun(word);
    return noun && (noun->kind == EntityKind::Organization || n.gazetteer.is(NameWord::CompanyOf, word));
  };
  return is_organization_noun(n.before()) || is_organization_noun(n.after());
}

bool is_initial(std::string_view text) {
  return !text.empty() && text.size() <= 2 && text[0] >= 'A' && text[0] <= 'Z' &&
         (text.size() == 1 || text[1] == '.');
}

// "Thing" words end names of events, prizes, laws, works.
bool is_thing(const Name& n) {
  return n.gazetteer.is(NameWord::Thing, n.last()) || n.gazetteer.is(NameWord::ThingOpening, n.first());
}

bool is_organization_by_word(const Name& n) {
  if (n.gazetteer.is_organization_word(n.last(), WordPosition::Last) &&
      (n.span.size() > 1 || n.gazetteer.is(NameWord::WholeOrganization, n.last())))
    return true;
  for (TokenIndex i = n.span.begin; i + 1 < n.span.end; ++i) {
    const auto& next = n.key(i + 1);
    if ((next == "of" || n.gazetteer.is(NameWord::Purpose, next)) &&
        (n.gazetteer.is_organization_word(n.key(i), WordPosition::First) ||
         n.gazetteer.is_organization_word(n.key(i), WordPosition::Last)))
      return true;
    if (next == "&") return true;
  }
  return false;
}

bool is_place_by_word(const Name& n) {
  if (n.span.size() < 2) return false;
  if (n.gazetteer.is_place_word(n.last()) && !n.gazetteer.is_organization_word(n.last(), WordPosition::Last))
    return true;
  return n.gazetteer.is(NameWord::PlaceOpening, n.first());
}

bool looks_like_person(const Name& n) {
  const auto size = n.span.size();
  std::uint32_t common = 0, words = 0;
  bool sign = false;
  for (TokenIndex i = n.span.begin; i < n.span.end; ++i) {
    if (n.gazetteer.is(NameWord::Particle, n.key(i))) {
      sign = sign || i > n.span.begin;
      continue;
    }
    if (n.d.text_of(i) == "-") continue;
    ++words;
    if (is_initial(n.d.text_of(i))) {
      sign = sign || (i > n.span.begin ? i + 1 < n.span.end : true);
      continue;
    }
    const PersonName name = n.gazetteer.person_name(n.key(i));
    if (i == n.span.begin && name.given) sign = true;
    if (i + 1 == n.span.end && name.family) sign = true;
    common += n.gazetteer.is_common_word(n.key(i)) && !name.given && !name.family;
  }
  if (size < 2 || words > 5) return false;
  return sign ? common * 2 <= words : common == 0 && words >= 2;
}

// One word that no gazetteer knows.
NameReading read_single(const Name& n) {
  const PersonName person = n.gazetteer.person_name(n.first());
  if (stands_as_organization(n)) return {EntityKind::Organization, "", true};
  if (n.wording.caps[n.span.begin] && n.first().size() <= 6) return {EntityKind::Organization, "", false};
  if (follows_locative(n) && !person.family && !(person.given && !n.gazetteer.is_city(n.first())))
    return {EntityKind::Place, "", false};
  if (person.given || person.family) return {EntityKind::Person, "", false};
  const auto noun = n.gazetteer.actor_noun(n.first());
  if (noun) return {noun->kind, "", false};
  return {n.gazetteer.is_common_word(n.first()) ? EntityKind::Other : EntityKind::Organization, "", false};
}

// A city or region of that name against persons and families of the same.
std::optional<NameReading> read_place(const Name& n, const std::string& key) {
  const PersonName person = n.span.size() == 1 ? n.gazetteer.person_name(key) : PersonName{};
  const bool as_place = follows_locative(n) || stands_as_place(n);
  const bool common = n.span.size() == 1 && n.gazetteer.is_common_word(key);
  const auto cities = n.gazetteer.cities(key);
  const double population = cities.empty() ? 0 : cities.front().population;
  const auto region = n.gazetteer.place(key);
  if (region && (population < 1000) &&
      (as_place || (!person.family && !person.given) || population >= kLargeCity))
    return NameReading{EntityKind::Place, std::string(*region), true};
  if (cities.empty()) return std::nullopt;
  const bool doubtful = person.given || person.family || common;
  if (as_place || (!doubtful && population >= kSmallCity) || (!common && population >= kLargeCity * 2))
    return NameReading{EntityKind::Place, std::string(cities.front().country), true};
  return std::nullopt;
}

}  // namespace

std::optional<NameReading> known_name(const Document& d, const Gazetteer& gazetteer, Span name) {
  const std::string key = Wording::key_of(d, name);
  // "us" is a pronoun, "US" a country.
  if (key == "us" && d.text_of(name) != "US") return std::nullopt;
  if (const auto nation = gazetteer.nation(key)) {
    static constexpr EntityKind kKinds[] = {EntityKind::Country, EntityKind::Country, EntityKind::Group,
                                            EntityKind::Place, EntityKind::Place};
    return NameReading{kKinds[static_cast<std::size_t>(nation->form)], std::string(nation->country), true};
  }
  if (gazetteer.is_organization(key)) return NameReading{EntityKind::Organization, "", true};
  if (const auto country = gazetteer.place(key))
    return NameReading{EntityKind::Place, std::string(*country), true};
  const auto cities = gazetteer.cities(key);
  if (cities.empty()) return std::nullopt;
  return NameReading{EntityKind::Place, std::string(cities.front().country), true};
}

namespace {

// By words and tables alone.
NameReading reading_by_rules(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                             Span span) {
  const Name n{d, gazetteer, wording, span};
  const std::string key = Wording::key_of(d, span);
  if (!(key == "us" && d.text_of(span) != "US"))
    if (gazetteer.nation(key)) return *known_name(d, gazetteer, span);
  if (n.gazetteer.is(NameWord::CompanySuffix, n.last())) return {EntityKind::Organization, "", true};
  if (gazetteer.is_organization(key)) return {EntityKind::Organization, "", true};
  if (span.size() > 1 && is_organization_by_word(n) && !is_thing(n))
    return {EntityKind::Organization, "", true};
  if (const auto place = read_place(n, key)) return *place;
  if (stands_as_place(n)) return {EntityKind::Place, "", true};
  if (is_organization_by_word(n)) return {EntityKind::Organization, "", true};
  if (is_place_by_word(n)) return {EntityKind::Place, "", true};
  if (is_thing(n) && span.size() > 1) return {EntityKind::Other, "", true};
  if (span.size() == 1) return read_single(n);
  if (stands_as_organization(n)) return {EntityKind::Organization, "", true};
  if (looks_like_person(n)) return {EntityKind::Person, "", gazetteer.person_name(n.first()).given};
  return {EntityKind::Organization, "", false};
}

}  // namespace

NameReading read_name(const Document& d, const Gazetteer& gazetteer, const Wording& wording, Span span) {
  NameReading reading = reading_by_rules(d, gazetteer, wording, span);
  if (reading.sure) return reading;
  const auto kind = kind_by_network(d, wording, span);
  // What no table has for a place is rather a body, if it is an acronym.
  const Name name{d, gazetteer, wording, span};
  if (kind == EntityKind::Place && span.size() == 1 && wording.caps[span.begin] && !follows_locative(name))
    return reading;
  if (kind)
    reading.kind = *kind;
  else if (!d.readings.empty())
    reading.kind = EntityKind::Other;
  return reading;
}

}  // namespace dateline
