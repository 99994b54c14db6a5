#include "extract/timeml.hpp"

#include <string_view>

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

}  // namespace

std::string to_timeml(const Document& d) {
  std::string out;
  head(out, d.article);
  out += "<TEXT>";
  const std::string_view text = d.article.text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < d.times.size(); ++i) {
    const Span bytes = d.bytes_of(d.times[i].tokens);
    escape(out, text.substr(at, bytes.begin - at));
    expression(out, d, i);
    at = bytes.end;
  }
  escape(out, text.substr(at));
  out += "</TEXT>\n\n</TimeML>\n";
  return out;
}

}  // namespace dateline
