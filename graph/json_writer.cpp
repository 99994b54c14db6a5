#include "graph/json_writer.hpp"

#include <cassert>
#include <charconv>
#include <cmath>

#include "graph/figure.hpp"

namespace dateline {

void JsonWriter::open(char bracket, JsonLayout layout) {
  assert(bracket == '{' || bracket == '[');
  begin_value();
  out_ += bracket;
  const bool in_line = compact_ || (!scopes_.empty() && scopes_.back().layout == JsonLayout::Line);
  scopes_.push_back({bracket == '{' ? '}' : ']', in_line ? JsonLayout::Line : layout, true});
}

void JsonWriter::close() {
  assert(!scopes_.empty() && !after_key_);
  const Scope scope = scopes_.back();
  scopes_.pop_back();
  if (!scope.empty && scope.layout == JsonLayout::Block) new_line();
  out_ += scope.end;
  constexpr std::size_t kPiece = std::size_t{1} << 20;  // bytes
  if (sink_ && out_.size() >= kPiece) {
    sink_(out_);
    out_.clear();
  }
}

void JsonWriter::finish() {
  assert(scopes_.empty() && sink_);
  out_ += '\n';
  sink_(out_);
  out_.clear();
}

void JsonWriter::key(std::string_view name) {
  assert(!scopes_.empty() && scopes_.back().end == '}' && !after_key_);
  begin_value();
  quoted(name);
  out_ += compact_ ? ":" : ": ";
  after_key_ = true;
}

// What stands between this value and the one before it.
void JsonWriter::begin_value() {
  if (after_key_ || scopes_.empty()) {
    after_key_ = false;
    return;
  }
  Scope& scope = scopes_.back();
  if (!scope.empty) out_ += ',';
  if (scope.layout == JsonLayout::Block)
    new_line();
  else if (!scope.empty && !compact_)
    out_ += ' ';
  scope.empty = false;
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(2 * scopes_.size(), ' ');
}

void JsonWriter::escaped(char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  switch (c) {
    case '"': out_ += "\\\""; break;
    case '\\': out_ += "\\\\"; break;
    case '\n': out_ += "\\n"; break;
    case '\t': out_ += "\\t"; break;
    case '\r': out_ += "\\r"; break;
    default: (((out_ += "\\u00") += kHex[byte >> 4]) += kHex[byte & 15]);
  }
}

void JsonWriter::quoted(std::string_view value) {
  const auto is_plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != 0x7f && c != '"' && c != '\\';
  };
  out_ += '"';
  for (std::size_t begin = 0; begin < value.size();) {
    std::size_t end = begin;
    while (end < value.size() && is_plain(value[end])) ++end;
    out_.append(value.substr(begin, end - begin));
    if (end < value.size()) escaped(value[end++]);
    begin = end;
  }
  out_ += '"';
}

void JsonWriter::text(std::string_view value) {
  begin_value();
  quoted(value);
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  begin_value();
  out_ += spell(value);
}

void JsonWriter::count(std::uint64_t value) {
  begin_value();
  char digits[24];
  out_.append(digits, std::to_chars(digits, std::end(digits), value).ptr);
}

void JsonWriter::truth(bool value) {
  begin_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  begin_value();
  out_ += "null";
}

}  // namespace dateline
