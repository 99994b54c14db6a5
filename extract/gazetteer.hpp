// What Dateline knows beforehand of names and of the nouns of actors: nations, cities, organizations, names
// of persons, titles. Questions only; which reading of a name is meant is decided by the stages.
//
// Keys are words as name_key() gives them. Views point into the tables and live as long as their
// TableSource's texts (built-in: as long as the program).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.hpp"
#include "extract/sorted_table.hpp"
#include "extract/table.hpp"
#include "extract/vocabulary.hpp"

namespace dateline {

enum class NationForm : std::uint8_t { Name, Adjective, People, Capital, Region };

// A word for a country or its people; `country` is ISO 3166-1 alpha-2, or "" ("Arab", "Kurds").
struct Nation {
  std::string_view country;
  NationForm form = NationForm::Name;
};

struct City {
  std::string_view country;
  double population = 0;  // thousands
  Coordinates coordinates;
};

enum class Gender : std::uint8_t { Unknown, Male, Female, Neuter };

// A noun that can stand for an actor: "soldier", "company", "crowd".
struct ActorNoun {
  EntityKind kind = EntityKind::Person;
  Gender gender = Gender::Unknown;
  bool plural = false;
};

enum class TitleClass : std::uint8_t { Honorific, Rank, Office, Relation };

struct Title {
  TitleClass title_class = TitleClass::Office;
  Gender gender = Gender::Unknown;
};

struct PersonName {
  bool given = false;
  bool family = false;
  Gender gender = Gender::Unknown;  // of a given name that tells one
};

enum class WordPosition : std::uint8_t { None, Last, First };

// Classes of words that tell where names begin and end and what they name (table name_words).
enum class NameWord : std::uint8_t {
  Calendar,           // capitalised but no name: months, days, "I"
  Function,           // "the", "of", "former"
  Particle,           // inside names: "van"
  OpeningParticle,    // small at the begin of a name: "bin"
  Locative,           // a place follows: "near"
  Thing,              // ends names of events, prizes, laws: "Cup"
  ThingOpening,       // begins them: "Hurricane"
  PlaceOpening,       // "Lake"
  CompanySuffix,      // "Ltd."
  NameSuffix,         // goes on after a comma: "Jr."
  WholeOrganization,  // an organization alone: "Congress"
  OfLeader,           // a name may go on with "of": "House"
  Purpose,            // a name of a body may go on with it: "for"
  CompanyOf,          // stands beside the name of an armed or other group: "fighters"
  Attaching,          // attaches a phrase to a noun: "of"
  Determiner,         // opens a noun phrase: "the", "several"
  Quantity,           // before "of": "dozens"
  Bound,              // before a number: "at least"
  Government,         // with a country, its government: "administration"
  Leader,             // a role of one who leads a country or a body
  AnyBody,            // "the company": may stand for an organization's name
  OfficeOf,           // "Department of Labor" is "Labor Department"
  Acting,             // verbs of governments: "deny"
  ActedOn,            // verbs whose object may be a government: "accuse"
  Representing,       // with "for" or "of" before a body's name: "spokesman"
  Age,                // ends a description by age: "54-[year-old]"
  Saying              // verbs beside quotations: "say"
};

enum class PronounForm : std::uint8_t { Personal, Possessive, Reflexive, Relative };

struct Pronoun {
  std::uint8_t person = 3;
  bool plural = false;
  Gender gender = Gender::Unknown;
  PronounForm form = PronounForm::Personal;
};

class Gazetteer {
 public:
  Gazetteer() = default;  // knows nothing
  // Reads from the tables of `source`. Throws InputError where one is wrong.
  explicit Gazetteer(TableSource& source);

  // The first reading in the order name, adjective, people, capital, region; or in one form only.
  [[nodiscard]] std::optional<Nation> nation(std::string_view key) const;
  [[nodiscard]] std::optional<Nation> nation(std::string_view key, NationForm form) const;
  // "France" for "FR"; "" for what is no code.
  [[nodiscard]] std::string_view country_name(std::string_view code) const;
  [[nodiscard]] std::optional<Coordinates> country_centre(std::string_view code) const;

  // Cities of that name, most populous first.
  [[nodiscard]] std::vector<City> cities(std::string_view key) const;
  [[nodiscard]] bool is_city(std::string_view key) const;
  // A region, water or mountain: its country, or "" where it lies in none or several; absent if unknown.
  [[nodiscard]] std::optional<std::string_view> place(std::string_view key) const;
  [[nodiscard]] bool is_organization(std::string_view key) const;
  // Where in a name the word makes it an organization's ("Ministry" of ..., ... "University").
  [[nodiscard]] bool is_organization_word(std::string_view key, WordPosition position) const;
  [[nodiscard]] bool is_place_word(std::string_view key) const;
  [[nodiscard]] bool is_place_noun(std::string_view key) const;

  [[nodiscard]] std::optional<ActorNoun> actor_noun(std::string_view key) const;  // singular and plural forms
  [[nodiscard]] std::optional<Title> title(std::string_view key) const;
  [[nodiscard]] PersonName person_name(std::string_view key) const;
  // An ordinary English word, in any of its regular forms.
  [[nodiscard]] bool is_common_word(std::string_view key) const;
  [[nodiscard]] bool is(NameWord word_class, std::string_view key) const;
  [[nodiscard]] std::optional<Pronoun> pronoun(std::string_view key) const;

 private:
  [[nodiscard]] std::optional<ActorNoun> exact_actor_noun(std::string_view key) const;

  SortedTable nation_names_, nations_, countries_, cities_, places_, organizations_, organization_words_,
      place_words_, place_nouns_, actors_, actor_nouns_, titles_, person_names_, common_words_, name_words_,
      pronouns_;
};

// "soldier" for "soldiers", "company" for "companies", "man" for "men"; the word itself where it has no
// plural ending. Candidates, best first: the caller knows which exist.
[[nodiscard]] std::vector<std::string> singular_forms(std::string_view key);

}  // namespace dateline
