// The reading half of graph/json.hpp.
#include <set>

#include "graph/json.hpp"
#include "graph/json_field.hpp"
#include "graph/json_scan.hpp"

namespace dateline {
namespace {

using nlohmann::json;

constexpr std::string_view kRecordSchema = "dateline/1";
constexpr std::string_view kGraphSchema = "dateline-graph/1";

// The enumerator that `from` knows under the field's text.
template <typename From>
auto named(const JsonField& field, const From& from) {
  const std::string name = field.text();
  const auto value = from(name);
  if (!value) field.fail("unknown word '" + name + "'");
  return *value;
}

// The one of `values` whose to_string() is the field's text.
template <typename Enum>
Enum one_of(const JsonField& field, std::initializer_list<Enum> values) {
  return named(field, [values](std::string_view name) -> std::optional<Enum> {
    for (const Enum value : values)
      if (to_string(value) == name) return value;
    return std::nullopt;
  });
}

std::string text_of(const JsonField& field) { return field.text(); }

std::optional<std::string> optional_text(const JsonField& object, std::string_view name) {
  const auto field = object.present(name);
  return field ? std::optional(field->text()) : std::nullopt;
}

std::optional<double> optional_number(const JsonField& object, std::string_view name) {
  const auto field = object.present(name);
  return field ? std::optional(field->number()) : std::nullopt;
}

date::sys_days day_of(const JsonField& field) {
  const auto day = day_from_iso(field.text());
  if (!day) field.fail("must be a day, YYYY-MM-DD");
  return *day;
}

std::optional<date::sys_days> optional_day(const JsonField& object, std::string_view name) {
  const auto field = object.present(name);
  return field ? std::optional(day_of(*field)) : std::nullopt;
}

std::string identifier(const JsonField& field) {
  std::string id = field.text();
  if (id.empty()) field.fail("must not be empty");
  return id;
}

// An id within a record; "ARTICLE/LOCAL" must lead back to both.
std::string local_id(const JsonField& field) {
  std::string id = identifier(field);
  if (id.find('/') != id.npos) field.fail("must not contain '/'");
  return id;
}

Span span_of(const JsonField& field) {
  const Span span{field["begin"].offset(), field["end"].offset()};
  if (span.end < span.begin) field["end"].fail("must not be before 'begin'");
  return span;
}

Provenance words_of(const JsonField& field) { return {span_of(field), field["text"].text()}; }

Provenance sentence_of(const JsonField& field) {
  return {span_of(field), optional_text(field, "text").value_or("")};
}

RecordArticle article_of(const JsonField& field) {
  RecordArticle a{.id = identifier(field["id"]),
                  .title = optional_text(field, "title"),
                  .url = optional_text(field, "url"),
                  .modified = optional_day(field, "modified"),
                  .language = field["language"].text(),
                  .source = optional_text(field, "source"),
                  .sha256 = field["sha256"].text(),
                  .offsets = one_of(field["offsets"], {OffsetUnit::File, OffsetUnit::Field})};
  if (const auto day = optional_day(field, "published")) {
    using enum PublishedBasis;
    a.published = {*day,
                   one_of(field["published_basis"], {Metadata, Dateline, Caption, FirstLines, Url, Option})};
  }
  return a;
}

RecordActor actor_of(const JsonField& field) {
  RecordActor a{.id = local_id(field["id"]),
                .name = field["name"].text(),
                .kind = named(field["kind"], entity_kind_from),
                .aliases = field["aliases"].list(text_of),
                .role = optional_text(field, "role"),
                .country = optional_text(field, "country"),
                .mentions = field["mentions"].list(words_of)};
  if (const auto ids = field.present("external_ids"))
    ids->each([&a](const std::string& scheme, const JsonField& id) { a.external_ids[scheme] = id.text(); });
  return a;
}

std::optional<DateInterval> days_in(const JsonField& field) {
  DateInterval days{.begin = optional_day(field, "first_day"), .end = optional_day(field, "last_day")};
  if (!days.begin && !days.end) return std::nullopt;
  if (days.end) *days.end += date::days(1);
  if (days.begin && days.end && *days.begin >= *days.end)
    field["last_day"].fail("must not be before 'first_day'");
  days.granularity = named(field["granularity"], granularity_of);
  return days;
}

std::optional<DateBasis> basis_from(std::string_view name) {
  if (name == "expression") return DateBasis::Expression;
  if (name == "context") return DateBasis::Context;
  return std::nullopt;
}

RecordWhen when_of(const JsonField& field) {
  return {days_in(field),
          field["value"].text(),
          {span_of(field["span"]), field["text"].text()},
          named(field["basis"], basis_from)};
}

RecordPlace place_of(const JsonField& field) {
  RecordPlace place{.actor = optional_text(field, "actor").value_or(""),
                    .name = field["name"].text(),
                    .country = optional_text(field, "country"),
                    .mention = {span_of(field["span"]), optional_text(field, "text").value_or("")}};
  if (const auto lat = optional_number(field, "lat")) place.coordinates = {*lat, field["lon"].number()};
  return place;
}

RecordFigure figure_of(const JsonField& field) {
  RecordFigure figure{.kind = named(field["kind"], figure_kind_from),
                      .quantity = {optional_number(field, "value"), optional_number(field, "min"),
                                   optional_number(field, "max")},
                      .unit = field["unit"].text(),
                      .mention = {span_of(field["span"]), field["text"].text()}};
  const Quantity& q = figure.quantity;
  if (!q.value && !q.min && !q.max) field.fail("must have a 'value', a 'min' or a 'max'");
  return figure;
}

RecordParticipant participant_of(const JsonField& field) {
  return {field["actor"].text(), named(field["role"], role_from)};
}

RecordEvent event_of(const JsonField& field) {
  RecordEvent e{.id = local_id(field["id"]),
                .type = named(field["type"], event_type_from),
                .core = field["core"].truth(),
                .triggers = field["triggers"].list(words_of),
                .sentences = field["sentences"].list(sentence_of),
                .participants = field["participants"].list(participant_of),
                .figures = field["figures"].list(figure_of),
                .modality = named(field["modality"], modality_from),
                .attribution = optional_text(field, "attribution"),
                .summary = field["summary"].text()};
  if (const auto when = field.present("when")) e.when = when_of(*when);
  if (const auto place = field.present("place")) e.place = place_of(*place);
  if (const auto why = field.present("why")) e.why = why->list(text_of);
  return e;
}

RecordTime time_of(const JsonField& field) {
  using enum TimexType;
  return {identifier(field["id"]),
          words_of(field),
          one_of(field["type"], {Date, Time, Duration, Set}),
          field["value"].text(),
          optional_text(field, "mod").value_or(""),
          optional_text(field, "rule").value_or(""),
          optional_text(field, "anchor").value_or("")};
}

// Ids are unique within their list, and every actor that an event names is one of the record.
void check_references(const JsonField& field, const Record& record) {
  std::set<std::string_view> actors;
  std::set<std::string_view> events;
  for (const RecordActor& a : record.actors)
    if (!actors.insert(a.id).second) field["actors"].fail("two actors have the id '" + a.id + "'");
  const auto check = [&](const std::string& id, const RecordEvent& e) {
    if (!actors.contains(id))
      field["events"].fail("event '" + e.id + "' names the unknown actor '" + id + "'");
  };
  for (const RecordEvent& e : record.events) {
    if (!events.insert(e.id).second || actors.contains(e.id))
      field["events"].fail("two events or an actor and an event have the id '" + e.id + "'");
    for (const RecordParticipant& p : e.participants) check(p.actor, e);
    if (e.place && !e.place->actor.empty()) check(e.place->actor, e);
    if (e.attribution) check(*e.attribution, e);
  }
}

Record record_of(const JsonField& field) {
  if (const JsonField schema = field["schema"]; schema.text() != kRecordSchema)
    schema.fail("'" + schema.text() + "' is not '" + std::string(kRecordSchema) + "'");
  Record record{.article = article_of(field["article"]),
                .actors = field["actors"].list(actor_of),
                .events = field["events"].list(event_of),
                .times = field["times"].list(time_of)};
  if (const auto others = field.present("other_sentences")) record.other_sentences = others->list(words_of);
  check_references(field, record);
  return record;
}

// Parses one outermost value. `keep` is nlohmann's callback: whether a value stays in the result.
json parsed(std::string_view bytes, const JsonValueText& value, const std::string& file,
            const json::parser_callback_t& keep) {
  try {
    return json::parse(value.bytes.begin(), value.bytes.end(), keep);
  } catch (const json::parse_error& e) {
    const std::string_view what = e.what();  // "[json....] parse error at line 1, column 7: WHAT"
    const std::size_t column = what.find(", column ");
    const std::size_t colon = column == what.npos ? column : what.find(": ", column);
    throw InputError(file, line_and_column(bytes, value.offset + (e.byte == 0 ? 0 : e.byte - 1)),
                     "not JSON: " + std::string(colon == what.npos ? what : what.substr(colon + 2)),
                     "is the file complete?");
  } catch (const json::out_of_range& e) {
    throw InputError(file, "line " + std::to_string(value.line), "a number is too large", "");
  }
}

// The records of an array of them (depth 1), or of a graph's "articles" (depth 2). Each becomes a Record as
// soon as it is parsed, so that a file of many needs the memory of few.
void read_many(std::string_view bytes, const JsonValueText& value, int record_depth, JsonPlace& place,
               std::vector<Record>& records) {
  bool wanted = record_depth == 1;
  const json rest = parsed(bytes, value, place.file, [&](int depth, json::parse_event_t event, json& v) {
    if (record_depth == 2 && event == json::parse_event_t::key && depth == 1)
      return wanted = v.get_ref<const std::string&>() == "articles";
    if (!wanted || event != json::parse_event_t::object_end || depth != record_depth) return true;
    records.push_back(record_of(JsonField(v, place)));
    ++place.record;
    return false;
  });
  const JsonField outermost(rest, place);
  const auto refuse = [](const JsonField& element) -> int { element.fail("must be a record"); };
  (void)(record_depth == 2 ? outermost["articles"] : outermost).list(refuse);
}

void read_value(std::string_view bytes, const JsonValueText& value, JsonPlace& place,
                std::vector<Record>& records) {
  place.line = value.line;
  if (value.bytes.front() == '[') return read_many(bytes, value, 1, place, records);
  const std::string_view schema = schema_of(value.bytes);
  if (schema == kGraphSchema) return read_many(bytes, value, 2, place, records);
  const json record = parsed(bytes, value, place.file, nullptr);
  records.push_back(record_of(JsonField(record, place)));
  ++place.record;
}

}  // namespace

bool is_dateline_json(std::string_view bytes) { return schema_of(bytes).substr(0, 8) == "dateline"; }

std::vector<Record> records_from_json(std::string_view bytes, const std::string& file) {
  std::vector<Record> records;
  JsonPlace place{.file = file, .line = 0};
  for (const JsonValueText& value : outermost_values(bytes, file)) read_value(bytes, value, place, records);
  if (place.line == 0) throw InputError(file, "", "holds no record", "see docs/formats.md");
  return records;
}

}  // namespace dateline
