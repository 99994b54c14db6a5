#include "extract/gazetteer.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <tuple>

namespace dateline {
namespace {

SortedTable open(TableSource& source, std::string_view name) {
  return {source.text(name), source.file_name(name)};
}

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<NationForm> nation_form(std::string_view name) {
  if (name == "name") return NationForm::Name;
  if (name == "adjective") return NationForm::Adjective;
  if (name == "people") return NationForm::People;
  if (name == "capital") return NationForm::Capital;
  if (name == "region") return NationForm::Region;
  return std::nullopt;
}

Gender gender_from(std::string_view name) {
  if (name == "m") return Gender::Male;
  if (name == "f") return Gender::Female;
  if (name == "n") return Gender::Neuter;
  return Gender::Unknown;
}

TitleClass title_class_from(std::string_view name) {
  if (name == "honorific") return TitleClass::Honorific;
  if (name == "rank") return TitleClass::Rank;
  if (name == "relation") return TitleClass::Relation;
  return TitleClass::Office;
}

PronounForm pronoun_form_from(std::string_view name) {
  if (name == "possessive") return PronounForm::Possessive;
  if (name == "reflexive") return PronounForm::Reflexive;
  if (name == "relative") return PronounForm::Relative;
  return PronounForm::Personal;
}

std::string with_ending(std::string_view word, std::size_t cut, std::string_view ending) {
  return std::string(word.substr(0, word.size() - cut)).append(ending);
}

// The rows of `key` among those of one table, in the wanted form.
std::optional<Nation> nation_in(const SortedTable& table, std::string_view key,
                                std::optional<NationForm> form) {
  const auto [begin, end] = table.rows(key);
  std::optional<Nation> best;
  for (auto row = begin; row < end; ++row) {
    const auto read = nation_form(table.cell(row, 2));
    if (!read || (form && *read != *form)) continue;
    if (!best || *read < best->form) best = Nation{table.cell(row, 1), *read};
  }
  return best;
}

}  // namespace

Gazetteer::Gazetteer(TableSource& source)
    : nation_names_(open(source, "nation_names")),
      nations_(open(source, "nations")),
      countries_(open(source, "countries")),
      cities_(open(source, "cities")),
      places_(open(source, "places")),
      organizations_(open(source, "organizations")),
      organization_words_(open(source, "organization_words")),
      place_words_(open(source, "place_words")),
      place_nouns_(open(source, "place_nouns")),
      actors_(open(source, "actors")),
      actor_nouns_(open(source, "actor_nouns")),
      titles_(open(source, "titles")),
      person_names_(open(source, "person_names")),
      common_words_(open(source, "common_words")),
      name_words_(open(source, "name_words")),
      pronouns_(open(source, "pronouns")) {}

std::optional<Nation> Gazetteer::nation(std::string_view key) const {
  if (const auto found = nation_in(nation_names_, key, std::nullopt)) return found;
  return nation_in(nations_, key, std::nullopt);
}

std::optional<Nation> Gazetteer::nation(std::string_view key, NationForm form) const {
  if (const auto found = nation_in(nation_names_, key, form)) return found;
  return nation_in(nations_, key, form);
}

std::string_view Gazetteer::country_name(std::string_view code) const {
  const auto [begin, end] = countries_.rows(code);
  return begin < end ? countries_.cell(begin, 1) : std::string_view{};
}

std::optional<Coordinates> Gazetteer::country_centre(std::string_view code) const {
  const auto [begin, end] = countries_.rows(code);
  if (begin == end) return std::nullopt;
  return Coordinates{number(countries_.cell(begin, 2)), number(countries_.cell(begin, 3))};
}

std::vector<City> Gazetteer::cities(std::string_view key) const {
  std::vector<City> found;
  const auto [begin, end] = cities_.rows(key);
  for (auto row = begin; row < end; ++row)
    found.push_back({cities_.cell(row, 1),
                     number(cities_.cell(row, 2)),
                     {number(cities_.cell(row, 3)), number(cities_.cell(row, 4))}});
  return found;
}

bool Gazetteer::is_city(std::string_view key) const { return cities_.contains(key); }

std::optional<std::string_view> Gazetteer::place(std::string_view key) const {
  const auto [begin, end] = places_.rows(key);
  if (begin == end) return std::nullopt;
  return places_.cell(begin, 1);
}

bool Gazetteer::is_organization(std::string_view key) const { return organizations_.contains(key); }

bool Gazetteer::is_organization_word(std::string_view key, WordPosition position) const {
  const auto [begin, end] = organization_words_.rows(key);
  for (auto row = begin; row < end; ++row)
    if ((organization_words_.cell(row, 1) == "first") == (position == WordPosition::First)) return true;
  return false;
}

bool Gazetteer::is_place_word(std::string_view key) const { return place_words_.contains(key); }

bool Gazetteer::is_place_noun(std::string_view key) const { return place_nouns_.contains(key); }

std::optional<ActorNoun> Gazetteer::exact_actor_noun(std::string_view key) const {
  const SortedTable* table = &actors_;
  auto [begin, end] = table->rows(key);
  if (begin == end) {
    table = &actor_nouns_;
    std::tie(begin, end) = table->rows(key);
    if (begin == end) return std::nullopt;
  }
  const auto kind = entity_kind_from(table->cell(begin, 1));
  if (!kind) return std::nullopt;
  return ActorNoun{*kind, gender_from(table->cell(begin, 2)),
                   table == &actors_ && table->cell(begin, 3) == "p"};
}

std::optional<ActorNoun> Gazetteer::actor_noun(std::string_view key) const {
  if (actors_.contains(key) || actor_nouns_.contains(key)) return exact_actor_noun(key);
  for (const std::string& form : singular_forms(key)) {
    if (!actors_.contains(form) && !actor_nouns_.contains(form)) continue;
    auto noun = exact_actor_noun(form);
    if (noun) noun->plural = true;
    if (noun && noun->kind == EntityKind::Person) noun->kind = EntityKind::Group;
    return noun;
  }
  return std::nullopt;
}

std::optional<Title> Gazetteer::title(std::string_view key) const {
  const auto [begin, end] = titles_.rows(key);
  if (begin == end) return std::nullopt;
  return Title{title_class_from(titles_.cell(begin, 1)), gender_from(titles_.cell(begin, 2))};
}

PersonName Gazetteer::person_name(std::string_view key) const {
  const auto [begin, end] = person_names_.rows(key);
  if (begin == end) return {};
  const std::string_view gender = person_names_.cell(begin, 1);
  return {!gender.empty(), person_names_.cell(begin, 2) == "y", gender_from(gender)};
}

bool Gazetteer::is_common_word(std::string_view key) const {
  if (common_words_.contains(key) || is(NameWord::Function, key)) return true;
  for (const std::string& form : singular_forms(key))
    if (common_words_.contains(form)) return true;
  const auto stem_is_common = [&](std::string_view ending) {
    if (!key.ends_with(ending) || key.size() < ending.size() + 3) return false;
    const auto stem = key.substr(0, key.size() - ending.size());
    return common_words_.contains(stem) || common_words_.contains(with_ending(stem, 0, "e")) ||
           (stem.back() == stem[stem.size() - 2] && common_words_.contains(stem.substr(0, stem.size() - 1)));
  };
  if (key.ends_with("ied") && common_words_.contains(with_ending(key, 3, "y"))) return true;
  return stem_is_common("ed") || stem_is_common("ing") || stem_is_common("ly") || stem_is_common("er");
}

bool Gazetteer::is(NameWord word_class, std::string_view key) const {
  static constexpr std::string_view kNames[] = {"calendar",
                                                "function",
                                                "particle",
                                                "opening particle",
                                                "locative",
                                                "thing",
                                                "thing opening",
                                                "place opening",
                                                "company suffix",
                                                "name suffix",
                                                "whole organization",
                                                "of leader",
                                                "purpose",
                                                "company of",
                                                "attaching",
                                                "determiner",
                                                "quantity",
                                                "bound",
                                                "government",
                                                "leader",
                                                "any body",
                                                "office of",
                                                "acting",
                                                "acted on",
                                                "representing",
                                                "age",
                                                "saying"};
  const auto [begin, end] = name_words_.rows(key);
  for (auto row = begin; row < end; ++row)
    if (name_words_.cell(row, 1) == kNames[static_cast<std::size_t>(word_class)]) return true;
  return false;
}

std::optional<Pronoun> Gazetteer::pronoun(std::string_view key) const {
  const auto [begin, end] = pronouns_.rows(key);
  if (begin == end) return std::nullopt;
  const std::string_view person = pronouns_.cell(begin, 1);
  return Pronoun{static_cast<std::uint8_t>(person.empty() ? 3 : person[0] - '0'),
                 pronouns_.cell(begin, 2) == "p", gender_from(pronouns_.cell(begin, 3)),
                 pronoun_form_from(pronouns_.cell(begin, 4))};
}

std::vector<std::string> singular_forms(std::string_view key) {
  std::vector<std::string> forms;
  if (key.ends_with("men") && key.size() > 3) forms.push_back(with_ending(key, 2, "an"));
  if (key == "men") forms.emplace_back("man");
  if (key == "children") forms.emplace_back("child");
  if (key.size() < 4 || !key.ends_with('s') || key.ends_with("ss")) return forms;
  if (key.ends_with("ies")) forms.push_back(with_ending(key, 3, "y"));
  if (key.ends_with("wives") || key.ends_with("lives")) forms.push_back(with_ending(key, 3, "fe"));
  if (key.ends_with("eves")) forms.push_back(with_ending(key, 3, "f"));
  forms.push_back(with_ending(key, 1, ""));
  if (key.ends_with("es")) forms.push_back(with_ending(key, 2, ""));
  return forms;
}

}  // namespace dateline
