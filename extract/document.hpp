// A Document: one article, and the layers of what was understood of it.
//
// The spine of extract/. Each stage (tokenize, split_sentences, tag, ...) is a function
// `Layer f(const Document&, const Model&)`; the pipeline stores the layer it returns, and no layer
// changes afterwards. Layers refer to each other by index (TokenIndex, EntityIndex, ...), never by
// pointer, and to the text by Span. A default-constructed layer is empty, so that a test can build
// the input of one stage by hand.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/article.hpp"
#include "extract/name_tags.hpp"
#include "extract/quantity.hpp"
#include "extract/span.hpp"
#include "extract/time_value.hpp"
#include "extract/ud.hpp"
#include "extract/vocabulary.hpp"

namespace dateline {

using TokenIndex = std::uint32_t;   // into Document::tokens
using EntityIndex = std::uint32_t;  // into Entities::list
using MentionIndex = std::uint32_t;
using TimeIndex = std::uint32_t;
using FigureIndex = std::uint32_t;
using SentenceIndex = std::uint32_t;
inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// A word in the sense of UD ("don't" is "do" and "n't"), or a punctuation mark.
struct Token {
  Span span;  // bytes of Article::text; never empty; tokens do not overlap and stand in order
  friend bool operator==(const Token&, const Token&) = default;
};

struct Sentence {
  Span tokens;              // never empty; sentences cover all tokens, in order
  std::uint32_t block = 0;  // into Article::blocks; a sentence lies in one block
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// One a token: what the language core's one pass says, for the stages that make layers of it. Heads and names
// as in Arc and NameTag; the arcs of a sentence form a tree.
struct Reading {
  Upos upos = Upos::X;
  Xpos xpos = Xpos::None;
  Deprel deprel = Deprel::Dep;
  NameTag name = kOutside;
  TokenIndex head = kNone;
  friend bool operator==(const Reading&, const Reading&) = default;
};

// One a token.
struct Morph {
  Upos upos = Upos::X;
  Xpos xpos = Xpos::None;
  std::string lemma;  // lower case but for proper nouns
  friend bool operator==(const Morph&, const Morph&) = default;
};

// One a token. The arcs of a sentence form a tree with one root.
struct Arc {
  TokenIndex head = kNone;  // index in the document, same sentence; kNone for the root
  Deprel deprel = Deprel::Dep;
  friend bool operator==(const Arc&, const Arc&) = default;
};

enum class MentionForm : std::uint8_t { Name, Nominal, Pronoun };

// A stretch of words that names, describes or stands for something.
struct Mention {
  Span tokens;
  TokenIndex head = 0;  // the syntactic head, within `tokens`
  MentionForm form = MentionForm::Name;
  EntityKind kind = EntityKind::Other;  // of this mention as it reads here
  std::string country;  // ISO 3166-1 alpha-2 of the country that a demonym or a place name tells, or ""
  // `tokens` with the title, determiner, modifiers and attached phrases around them, of one sentence
  // ("[Norwegian Foreign Minister] Anna Berg"); empty where made by hand: the same as `tokens`.
  Span phrase;
  friend bool operator==(const Mention&, const Mention&) = default;
};

struct TimeExpression {
  Span tokens;
  TimeValue value;
  std::string rule;    // name of the table's row that found it, for --explain
  std::string anchor;  // what a relative value counts from ("published", "t3"), or ""
  friend bool operator==(const TimeExpression&, const TimeExpression&) = default;
};

struct Coordinates {
  double lat = 0;  // degrees, north positive
  double lon = 0;  // degrees, east positive
  friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

// What the mentions of one person, organization, country, place, group or product refer to.
struct Entity {
  std::string name;  // canonical: the one a reader would use
  EntityKind kind = EntityKind::Other;
  std::vector<std::string> aliases;                 // other forms met, in order of first mention
  std::string role;                                 // "U.S. Secretary of State", or ""
  std::string country;                              // ISO 3166-1 alpha-2, or ""
  std::map<std::string, std::string> external_ids;  // of a user's own list: "wikidata" -> "Q42"
  std::optional<Coordinates> coordinates;           // of places and countries that the gazetteer knows
  std::vector<MentionIndex> mentions;               // in text order; never empty
  friend bool operator==(const Entity&, const Entity&) = default;
};

struct Entities {
  std::vector<Entity> list;             // in order of first mention
  std::vector<EntityIndex> of_mention;  // one a mention; kNone where it refers to nothing known
  std::vector<std::string> why;         // for --explain: one a mention, "" for the first of an entity
  friend bool operator==(const Entities&, const Entities&) = default;
};

// A number with what it counts.
struct Figure {
  Span tokens;
  Quantity quantity;
  std::string unit;            // "person", ISO 4217 ("USD"), "percent", or the counted noun's lemma
  TokenIndex counted = kNone;  // head of what is counted, where there is one
  friend bool operator==(const Figure&, const Figure&) = default;
};

struct Participant {
  EntityIndex entity = 0;
  Role role = Role::Agent;
  friend bool operator==(const Participant&, const Participant&) = default;
};

enum class DateBasis : std::uint8_t { Expression, Context };

struct EventDate {
  TimeIndex time = 0;  // the expression that dates the event
  DateBasis basis = DateBasis::Expression;
  friend bool operator==(const EventDate&, const EventDate&) = default;
};

struct EventFigure {
  FigureIndex figure = 0;
  FigureKind kind = FigureKind::Other;
  friend bool operator==(const EventFigure&, const EventFigure&) = default;
};

// One real event, however often the article mentions it.
struct Event {
  EventType type = EventType::Occurrence;
  bool core = false;                      // belongs on a short timeline
  std::vector<Span> triggers;             // tokens; first the best; never empty
  std::vector<SentenceIndex> sentences;   // ascending; those of the triggers
  std::vector<Participant> participants;  // no entity twice
  std::optional<EventDate> when;          // absent: nothing dates it
  std::optional<MentionIndex> place;
  std::vector<EventFigure> figures;
  Modality modality = Modality::Actual;
  std::optional<EntityIndex> attribution;  // who says so
  std::string summary;                     // one short English clause
  std::vector<std::string> why;            // for --explain: one line a decision
  friend bool operator==(const Event&, const Event&) = default;
};

struct Document {
  Article article;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Reading> readings;
  std::vector<Morph> morphs;
  std::vector<Arc> arcs;
  std::vector<std::string> inflections;  // one a token: FEATS of UD ("Number=Plur"), or ""
  std::vector<Mention> mentions;
  std::vector<TimeExpression> times;  // in text order, none overlapping
  Entities entities;
  std::vector<Figure> figures;  // in text order
  std::vector<Event> events;    // in order of their first trigger

  // The words of a token, or from the first to the last of a span of tokens as they stand in the text.
  [[nodiscard]] std::string_view text_of(TokenIndex token) const;
  [[nodiscard]] std::string_view text_of(Span tokens) const;
  // Bytes of Article::text that a span of tokens covers; empty for an empty span.
  [[nodiscard]] Span bytes_of(Span tokens) const;
  // The sentence that holds the token. Needs sentences. Logarithmic.
  [[nodiscard]] SentenceIndex sentence_of(TokenIndex token) const;
};

}  // namespace dateline
