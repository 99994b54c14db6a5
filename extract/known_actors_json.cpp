#include <nlohmann/json.hpp>

#include "extract/input_error.hpp"
#include "extract/known_actors.hpp"

namespace dateline {
namespace {

using json = nlohmann::json;

constexpr int kDeepest = 8;  // an entry is three levels deep; deeper ones are no list of actors

// Walks over the text of an array, handing out the text of each element with its line.
class Elements {
 public:
  Elements(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  void skip_to_array() {
    blank();
    if (at_ < text_.size() && text_[at_] == '{') {
      at_ = text_.find("\"actors\"");
      if (at_ == std::string_view::npos) fail("there is no field \"actors\"");
      count_lines(0, at_);
      at_ += 8;
      blank();
      if (at_ < text_.size() && text_[at_] == ':') ++at_;
      blank();
    }
    if (at_ >= text_.size() || text_[at_] != '[') fail("here an array of actors should begin");
    ++at_;
  }

  // The next element; empty at the end of the array.
  std::string_view next() {
    blank();
    if (at_ < text_.size() && text_[at_] == ',') ++at_, blank();
    if (at_ >= text_.size()) fail("the array does not end");
    if (text_[at_] == ']') return {};
    line_of_element_ = line_;
    const std::size_t begin = at_;
    int depth = 0;
    bool quoted = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (quoted) {
        if (c == '\\') ++at_;
        if (c == '"') quoted = false;
        continue;
      }
      if (c == '"') quoted = true;
      if ((c == ',' || c == ']') && depth == 0) break;
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      if (depth > kDeepest) fail("an actor is nested too deeply");
    }
    return text_.substr(begin, std::min(at_, text_.size()) - begin);
  }

  [[nodiscard]] std::string where() const { return "line " + std::to_string(line_of_element_); }

 private:
  void blank() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
    count_lines(begin, at_);
  }
  void count_lines(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) line_ += text_[i] == '\n';
  }
  [[noreturn]] void fail(const std::string& what) const {
    throw InputError(file_, "line " + std::to_string(line_), what,
                     "see docs/formats.md for the list of actors");
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, line_of_element_ = 1;
};

class Reader {
 public:
  Reader(const std::string& file, std::string where) : file_(file), where_(std::move(where)) {}

  KnownActor read(std::string_view text) const {
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object()) fail("is no JSON object", "write {\"name\": \"...\", \"kind\": \"...\"}");
    KnownActor actor;
    for (const auto& [field, value] : object.items()) take(actor, field, value);
    if (actor.name.empty()) fail("the actor has no name", "give it a field \"name\"");
    return actor;
  }

 private:
  void take(KnownActor& actor, const std::string& field, const json& value) const {
    if (value.is_null()) return;
    if (field == "name")
      actor.name = text_of(field, value);
    else if (field == "kind")
      actor.kind = known_kind(text_of(field, value), file_, where_);
    else if (field == "country")
      actor.country = known_country(text_of(field, value), file_, where_);
    else if (field == "from")
      actor.from = known_day(text_of(field, value), file_, where_);
    else if (field == "to")
      actor.to = known_day(text_of(field, value), file_, where_);
    else if (field == "aliases")
      take_aliases(actor, value);
    else if (field == "external_ids")
      take_ids(actor, value);
    else
      fail("no field \"" + field + "\" is known",
           "fields are name, aliases, kind, country, external_ids, from, to");
  }

  void take_aliases(KnownActor& actor, const json& value) const {
    if (!value.is_array()) fail("\"aliases\" is no array", "write [\"...\", \"...\"]");
    for (const json& alias : value) actor.aliases.push_back(text_of("aliases", alias));
  }

  void take_ids(KnownActor& actor, const json& value) const {
    if (!value.is_object()) fail("\"external_ids\" is no object", "write {\"wikidata\": \"Q42\"}");
    for (const auto& [scheme, id] : value.items()) actor.external_ids[scheme] = text_of("external_ids", id);
  }

  [[nodiscard]] std::string text_of(const std::string& field, const json& value) const {
    if (!value.is_string()) fail("\"" + field + "\" is no text", "write it in quotes");
    return value.get<std::string>();
  }

  [[noreturn]] void fail(const std::string& what, const std::string& advice) const {
    throw InputError(file_, where_, what, advice);
  }

  const std::string& file_;
  std::string where_;
};

}  // namespace

std::vector<KnownActor> read_known_actors_json(std::string_view text, const std::string& file) {
  Elements elements(text, file);
  elements.skip_to_array();
  std::vector<KnownActor> actors;
  for (std::string_view element = elements.next(); !element.empty(); element = elements.next())
    actors.push_back(Reader(file, elements.where()).read(element));
  return actors;
}

}  // namespace dateline
