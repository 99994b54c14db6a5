// A JsonWriter: JSON text written front to back, the same bytes everywhere.
//
// Owns its text. Strings go in as UTF-8 and are escaped; whole numbers are written without a fraction,
// others in the shortest form that reads back the same. A Block spreads its members over indented lines,
// a Line keeps all that it holds on one line.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

enum class JsonLayout : std::uint8_t { Block, Line };

using TextSink = std::function<void(std::string_view)>;

class JsonWriter {
 public:
  // With JsonLayout::Line nothing is indented and no blank is written, whatever open() asks for.
  explicit JsonWriter(JsonLayout layout) : compact_(layout == JsonLayout::Line) {}
  // Hands what is written to `sink`, piece by piece; finish() hands over the last.
  JsonWriter(JsonLayout layout, TextSink sink)
      : compact_(layout == JsonLayout::Line), sink_(std::move(sink)) {}

  // Needs '{' or '['; to be followed by close().
  void open(char bracket, JsonLayout layout = JsonLayout::Block);
  void close();
  // Needs an open object; to be followed by one value.
  void key(std::string_view name);

  void text(std::string_view value);
  void number(double value);  // null where not finite
  void count(std::uint64_t value);
  void truth(bool value);
  void null();

  // What was written. Needs all brackets closed, and no sink.
  [[nodiscard]] std::string take() { return std::move(out_); }
  // Needs all brackets closed, and a sink. Ends the text with a newline.
  void finish();

 private:
  struct Scope {
    char end;
    JsonLayout layout;
    bool empty;
  };
  void begin_value();
  void new_line();
  void quoted(std::string_view value);
  void escaped(char c);

  bool compact_;
  bool after_key_ = false;
  std::vector<Scope> scopes_;
  std::string out_;
  TextSink sink_;  // none: `out_` holds all
};

}  // namespace dateline
