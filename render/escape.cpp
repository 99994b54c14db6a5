#include "render/escape.hpp"

#include <algorithm>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

constexpr bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Embeddings, overrides and isolates would reach beyond the line they stand in; tags and the byte order
// mark are invisible.
constexpr bool misleads(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE007F) || (c >= 0xFFF9 && c <= 0xFFFB);
}

constexpr bool is_right_to_left(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

constexpr bool xml_allows(char32_t c) { return c >= 0x20 || c == '\t' || c == '\n' || c == '\r'; }

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool skip_prefix(std::string_view& text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i)
    if (lower(text[i]) != prefix[i]) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::string_view xml_entity(char32_t c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
  }
}

}  // namespace

std::string printable(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (misleads(c.value)) continue;
    if (is_control(c.value) || (is_blank(c.value) && c.value != 0xA0)) {
      blank = !line.empty();
      continue;
    }
    if (blank) line += ' ';
    blank = false;
    const bool whole = !is_noncharacter(c.value) && (c.value != 0xFFFD || c.size == kReplacement.size());
    line += whole ? bytes : kReplacement;
  }
  return line;
}

std::string printable_name(std::string_view text) {
  constexpr std::string_view kLeftToRightMark = "\u200E";
  std::string name = printable(text);
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = code_point_at(name, at);
    if (is_right_to_left(c.value)) return name.append(kLeftToRightMark);
    at += c.size;
  }
  return name;
}

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    const bool whole = xml_allows(c.value) && !is_noncharacter(c.value) &&
                       (c.value != 0xFFFD || c.size == kReplacement.size());
    const std::string_view entity = xml_entity(c.value);
    escaped += !entity.empty() ? entity : whole ? bytes : kReplacement;
  }
  return escaped;
}

std::string dot_escaped(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    if (c == '\\')
      escaped += "\\\\";
    else if (c == '&')
      escaped += "&amp;";
    else if (c == '\n')
      escaped += "\\n";
    else
      escaped += c;
  }
  return escaped;
}

bool is_web_link(std::string_view url) {
  std::string_view rest = url;
  if (!skip_prefix(rest, "https://") && !skip_prefix(rest, "http://")) return false;
  if (rest.empty() || rest.front() == '/' || url.size() > 2000) return false;
  return std::all_of(rest.begin(), rest.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7F && c != '"' && c != '\'' && c != '<' && c != '>' && c != '\\' &&
           c != '`';
  });
}

}  // namespace dateline
