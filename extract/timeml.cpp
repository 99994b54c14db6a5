#include "extract/timeml.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace dateline {
namespace {

// XML 1.0 has no control characters but tab, newline and carriage return.
void escape(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r')
          out += "\xEF\xBF\xBD";
        else
          out += c;
    }
  }
}

void attribute(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += ' ';
  out += name;
  out += "=\"";
  escape(out, value);
  out += '"';
}

void head(std::string& out, const Article& article) {
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n\n<DOCID>";
  escape(out, article.id);
  out += "</DOCID>\n\n<DCT>";
  if (article.published) {
    const std::string day = to_iso(article.published->day);
    out += "<TIMEX3 tid=\"t0\" type=\"DATE\"";
    attribute(out, "value", day);
    out += " temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">" + day + "</TIMEX3>";
  }
  out += "</DCT>\n\n";
  if (article.title) {
    out += "<TITLE>";
    escape(out, *article.title);
    out += "</TITLE>\n\n";
  }
}

void expression(std::string& out, const Document& d, std::size_t number) {
  const TimeExpression& time = d.times[number];
  out += "<TIMEX3";
  attribute(out, "tid", "t" + std::to_string(number + 1));
  attribute(out, "type", to_string(time.value.type));
  attribute(out, "value", time.value.value);
  attribute(out, "mod", time.value.mod);
  attribute(out, "anchorTimeID", time.anchor == "published" ? "t0" : time.anchor);
  out += '>';
  escape(out, d.text_of(time.tokens));
  out += "</TIMEX3>";
}

// Words that name an event.
struct EventMention {
  Span tokens;
  std::size_t event = 0;  // into Document::events
};

// Those that lie in no other tag, in text order.
std::vector<EventMention> event_mentions(const Document& d) {
  std::vector<EventMention> all;
  for (std::size_t e = 0; e < d.events.size(); ++e)
    for (const Span trigger : d.events[e].triggers) all.push_back({trigger, e});
  std::stable_sort(all.begin(), all.end(), [](const EventMention& a, const EventMention& b) {
    return a.tokens.begin < b.tokens.begin;
  });
  std::vector<EventMention> kept;
  std::size_t time = 0;
  for (const EventMention& m : all) {
    while (time < d.times.size() && d.times[time].tokens.end <= m.tokens.begin) ++time;
    const bool in_time = time < d.times.size() && d.times[time].tokens.begin < m.tokens.end;
    if (!in_time && (kept.empty() || kept.back().tokens.end <= m.tokens.begin)) kept.push_back(m);
  }
  return kept;
}

void event_tag(std::string& out, const Document& d, const EventMention& m, std::size_t number) {
  out += "<EVENT";
  attribute(out, "eid", "e" + std::to_string(number + 1));
  attribute(out, "class", d.events[m.event].type == EventType::Statement ? "REPORTING" : "OCCURRENCE");
  out += '>';
  escape(out, d.text_of(m.tokens));
  out += "</EVENT>";
}

std::string_view pos_of(const Document& d, Span tokens) {
  if (d.morphs.size() != d.tokens.size()) return "OTHER";
  switch (d.morphs[tokens.begin].upos) {
    case Upos::Verb:
    case Upos::Aux: return "VERB";
    case Upos::Noun:
    case Upos::Propn: return "NOUN";
    case Upos::Adj: return "ADJECTIVE";
    default: return "OTHER";
  }
}

void link(std::string& out, std::size_t& links, std::string_view relation, const std::string& instance,
          std::string_view other, const std::string& id) {
  out += "<TLINK";
  attribute(out, "lid", "l" + std::to_string(++links));
  attribute(out, "relType", relation);
  attribute(out, "eventInstanceID", instance);
  attribute(out, other, id);
  out += "/>\n";
}

// MAKEINSTANCE and TLINK of all mentions: an event's first one carries its time, the others are that event
// too.
void instances(std::string& out, const Document& d, const std::vector<EventMention>& mentions) {
  std::vector<std::string> first(d.events.size());
  std::size_t links = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Event& event = d.events[mentions[i].event];
    const std::string number = std::to_string(i + 1), instance = "ei" + number;
    out += "<MAKEINSTANCE";
    attribute(out, "eiid", instance);
    attribute(out, "eventID", "e" + number);
    attribute(out, "tense", "NONE");
    attribute(out, "aspect", "NONE");
    attribute(out, "polarity", event.modality == Modality::Negated ? "NEG" : "POS");
    attribute(out, "pos", pos_of(d, mentions[i].tokens));
    out += "/>\n";
    std::string& known = first[mentions[i].event];
    if (!known.empty()) {
      link(out, links, "IDENTITY", instance, "relatedToEventInstance", known);
      continue;
    }
    known = instance;
    if (event.when)
      link(out, links, "IS_INCLUDED", instance, "relatedToTime", "t" + std::to_string(event.when->time + 1));
  }
  if (!mentions.empty()) out += '\n';
}

}  // namespace

std::string to_timeml(const Document& d) {
  std::string out;
  head(out, d.article);
  out += "<TEXT>";
  const std::string_view text = d.article.text;
  const std::vector<EventMention> mentions = event_mentions(d);
  std::size_t at = 0, time = 0, mention = 0;
  while (time < d.times.size() || mention < mentions.size()) {
    const bool is_time =
        mention == mentions.size() ||
        (time < d.times.size() && d.times[time].tokens.begin < mentions[mention].tokens.begin);
    const Span bytes = d.bytes_of(is_time ? d.times[time].tokens : mentions[mention].tokens);
    escape(out, text.substr(at, bytes.begin - at));
    if (is_time)
      expression(out, d, time++);
    else
      event_tag(out, d, mentions[mention], mention), ++mention;
    at = bytes.end;
  }
  escape(out, text.substr(at));
  out += "</TEXT>\n\n";
  instances(out, d, mentions);
  out += "</TimeML>\n";
  return out;
}

}  // namespace dateline
