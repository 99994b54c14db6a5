#include "extract/time_pattern.hpp"

namespace dateline {
namespace {

constexpr int kMaxDepth = 16;

using Places = std::vector<std::uint32_t>;

// What a part of a pattern can begin and end with.
struct Fragment {
  Places first;
  Places last;
  bool empty = true;  // may match nothing
};

void append(Places& to, const Places& from) { to.insert(to.end(), from.begin(), from.end()); }

class Compiler {
 public:
  Compiler(std::string_view pattern, std::uint32_t rule, TimeLexicon& lexicon, TimePass& pass)
      : rest_(pattern), rule_(rule), lexicon_(lexicon), pass_(pass) {
    braces_ = pattern.find('{') != std::string_view::npos;
  }

  std::optional<std::vector<std::string>> run(std::string& error) {
    next();
    const Fragment whole = alternatives(0);
    if (error_.empty() && !word_.empty()) error_ = "\"" + std::string(word_) + "\" has no beginning";
    if (error_.empty() && whole.empty) error_ = "the pattern may match nothing";
    if (!error_.empty()) {
      error = error_;
      return std::nullopt;
    }
    for (const std::uint32_t p : whole.first) {
      const TimeSymbol symbol = pass_.positions[p].symbol;
      pass_.starts[symbol].push_back(p);
      pass_.startable.add(symbol);
    }
    for (const std::uint32_t p : whole.last) pass_.positions[p].accepts = true;
    return std::move(slots_);
  }

 private:
  void next() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    word_ = rest_.substr(0, rest_.find(' '));
    rest_.remove_prefix(word_.size());
  }

  Fragment alternatives(int depth) {
    Fragment all = sequence(depth);
    while (error_.empty() && word_ == "|") {
      next();
      const Fragment other = sequence(depth);
      append(all.first, other.first);
      append(all.last, other.last);
      all.empty |= other.empty;
    }
    return all;
  }

  Fragment sequence(int depth) {
    Fragment all;
    while (error_.empty() && !word_.empty() && word_ != "|" && word_ != ")" && word_ != "]") {
      if (word_ == "{" || word_ == "}") {
        inside_ = word_ == "{";
        next();
        continue;
      }
      const Fragment part = element(depth);
      for (const std::uint32_t p : all.last) append(pass_.positions[p].follow, part.first);
      if (all.empty) append(all.first, part.first);
      if (!part.empty) all.last.clear();
      append(all.last, part.last);
      all.empty = all.empty && part.empty;
    }
    return all;
  }

  Fragment element(int depth) {
    if (word_ != "(" && word_ != "[") return single();
    if (depth == kMaxDepth) {
      error_ = "brackets are nested too deep";
      return {};
    }
    const std::string_view close = word_ == "(" ? ")" : "]";
    next();
    Fragment part = alternatives(depth + 1);
    if (word_ != close) {
      if (error_.empty()) error_ = "a \"" + std::string(close) + "\" is missing";
      return part;
    }
    if (close == "]") part.empty = true;
    next();
    return part;
  }

  Fragment single() {
    TimePosition position{.inside = !braces_ || inside_, .rule = rule_};
    std::string_view word = word_;
    if (word.size() > 1 && word.front() == '~') {
      position.glued = true;
      word.remove_prefix(1);
    }
    if (word.size() > 1 && word.front() == '\\') word.remove_prefix(1);  // a bracket as a mark
    std::string_view slot;
    const auto colon = word.find(':');
    if (colon != std::string_view::npos && colon > 0 && colon + 1 < word.size()) {
      slot = word.substr(0, colon);
      word.remove_prefix(colon + 1);
    }
    const bool is_class = 'A' <= word.front() && word.front() <= 'Z';
    position.symbol = lexicon_.symbol(word);
    if (is_class) {
      position.slot = slot_number(slot.empty() ? word : slot);
    } else {
      lexicon_.word(word).symbols.add(position.symbol);
    }
    const auto index = static_cast<std::uint32_t>(pass_.positions.size());
    pass_.positions.push_back(std::move(position));
    next();
    return {.first = {index}, .last = {index}, .empty = false};
  }

  // Slots of one name are one: a class may stand in several branches.
  std::int32_t slot_number(std::string_view name) {
    for (std::size_t i = 0; i < slots_.size(); ++i)
      if (slots_[i] == name) return static_cast<std::int32_t>(i);
    slots_.emplace_back(name);
    return static_cast<std::int32_t>(slots_.size() - 1);
  }

  std::string_view rest_;
  std::string_view word_;
  std::uint32_t rule_;
  TimeLexicon& lexicon_;
  TimePass& pass_;
  bool braces_ = false;
  bool inside_ = false;
  std::vector<std::string> slots_;
  std::string error_;
};

}  // namespace

std::optional<std::vector<std::string>> add_pattern(std::string_view pattern, std::uint32_t rule,
                                                    TimeLexicon& lexicon, TimePass& pass,
                                                    std::string& error) {
  return Compiler(pattern, rule, lexicon, pass).run(error);
}

}  // namespace dateline
