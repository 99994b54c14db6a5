#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "extract/conllu.hpp"
#include "extract/input_error.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

using Columns = std::array<std::string_view, 10>;
enum Column : std::uint8_t { Id, Form, Lemma, UposColumn, XposColumn, Feats, Head, Relation, Deps, Misc };

std::optional<Columns> columns_of(std::string_view line) {
  Columns columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == columns.size())) return std::nullopt;
    columns[i] = line.substr(0, tab);
    if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
  }
  return columns;
}

std::optional<std::uint32_t> number_of(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Builds a document line by line.
class Reader {
 public:
  explicit Reader(const std::string& file) : file_(file) {}

  Document read(std::string_view text) {
    while (!text.empty()) {
      const auto newline = text.find('\n');
      std::string_view line = text.substr(0, newline);
      text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      read_line(line);
    }
    end_sentence();
    end_block();
    return finish();
  }

 private:
  [[noreturn]] void fail(const std::string& what, const std::string& advice) const {
    throw InputError(file_, "line " + std::to_string(line_), what, advice);
  }

  void read_line(std::string_view line) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) return end_sentence();
    if (line.starts_with("# newpar") || line.starts_with("# newdoc")) return end_block();
    if (line.starts_with('#')) return;
    const auto columns = columns_of(line);
    if (!columns) fail("has not ten columns", "part the columns of CoNLL-U by single tabs");
    const std::string_view id = (*columns)[Id];
    if (id.find('.') != std::string_view::npos) return;  // an empty node
    if (const auto dash = id.find('-'); dash != std::string_view::npos) return read_range(*columns, dash);
    const auto number = number_of(id);
    if (!number || *number != d_.tokens.size() - first_ + 1)
      fail("word numbers do not run 1, 2, 3", "number the words of each sentence");
    read_word(*columns);
  }

  void read_range(const Columns& columns, std::size_t dash) {
    const auto first = number_of(columns[Id].substr(0, dash));
    const auto last = number_of(columns[Id].substr(dash + 1));
    if (!first || !last || *first != d_.tokens.size() - first_ + 1 || *last < *first || *last - *first > 16)
      fail("a range of words is wrong", "write it before its words, as 1-2");
    part_range(columns[Form], *last - *first + 1);
    range_blank_ = blank_behind(columns);
  }

  // Shares out the letters of a contraction: as its words are read, each takes its form's length, the last
  // the rest.
  void part_range(std::string_view form, std::uint32_t words) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < form.size(); at += code_point_at(form, at).size) ++letters;
    pending_words_ = letters >= words ? words : 0;
    pending_ = pending_words_ == 0 ? std::string() : std::string(form);
    if (pending_words_ == 0) return;
    if (blank_before_ && !d_.article.text.empty()) add_blank();
    blank_before_ = false;
  }

  static bool blank_behind(const Columns& columns) {
    return columns[Misc].find("SpaceAfter=No") == std::string_view::npos;
  }

  void read_word(const Columns& columns) {
    if (pending_words_ > 0) {
      add_token(take_pending(columns[Form]));
      if (pending_words_ == 0) blank_before_ = range_blank_;
    } else {
      if (columns[Form].empty()) fail("a word has no form", "fill the second column");
      if (blank_before_) add_blank();
      add_token(columns[Form]);
      blank_before_ = blank_behind(columns);
    }
    read_morph(columns);
    read_arc(columns);
  }

  std::string take_pending(std::string_view form) {
    std::size_t size = pending_.size();
    if (--pending_words_ > 0) {
      size = 0;
      std::size_t left = 0;  // code points that the later words need
      for (std::size_t at = 0; at < pending_.size(); at += code_point_at(pending_, at).size) ++left;
      for (; left > pending_words_ && (size == 0 || size < form.size()); --left)
        size += code_point_at(pending_, size).size;
    }
    std::string part = pending_.substr(0, size);
    pending_.erase(0, size);
    return part;
  }

  void add_blank() {
    if (d_.article.text.size() > block_begin_) d_.article.text += ' ';
  }

  void add_token(std::string_view form) {
    if (d_.article.text.size() + form.size() > kMaxArticleBytes)
      fail("is too large", "give it in parts of up to 64 MB");
    const auto begin = static_cast<std::uint32_t>(d_.article.text.size());
    d_.article.text += form;
    d_.tokens.push_back({{begin, static_cast<std::uint32_t>(d_.article.text.size())}});
  }

  void read_morph(const Columns& columns) {
    const auto upos = upos_from(columns[UposColumn]);
    const auto xpos = xpos_from(columns[XposColumn]);
    if (!upos || columns[UposColumn] == "_") tagged_ = false;
    const std::string_view lemma =
        columns[Lemma] == "_" && columns[Form] != "_" ? columns[Form] : columns[Lemma];
    d_.morphs.push_back({upos.value_or(Upos::X), xpos.value_or(Xpos::None), std::string(lemma)});
    d_.inflections.emplace_back(columns[Feats] == "_" ? std::string_view() : columns[Feats]);
  }

  void read_arc(const Columns& columns) {
    const auto head = number_of(columns[Head]);
    const auto relation = deprel_from(columns[Relation]);
    if (!head || !relation) {
      parsed_ = false;
      d_.arcs.push_back({});
      return;
    }
    d_.arcs.push_back({*head == 0 ? kNone : static_cast<TokenIndex>(first_ + *head - 1), *relation});
  }

  void end_sentence() {
    if (first_ == d_.tokens.size()) return;
    if (pending_words_ > 0) fail("a range of words is not filled", "write all words of the range");
    const Span tokens{first_, static_cast<std::uint32_t>(d_.tokens.size())};
    if (parsed_ && !is_tree(tokens))
      fail("the heads of the sentence are no tree", "give one root and no circles");
    for (std::uint32_t begin = tokens.begin; begin < tokens.end; begin += kLongest)
      d_.sentences.push_back({{begin, std::min(tokens.end, begin + kLongest)},
                              static_cast<std::uint32_t>(d_.article.blocks.size())});
    if (tokens.size() > kLongest) parsed_ = false;
    first_ = tokens.end;
  }

  // One root, and every way up ends there. Linear: each word is walked once.
  [[nodiscard]] bool is_tree(Span tokens) const {
    std::vector<std::uint32_t> seen_from(tokens.size(), kNone);
    std::size_t roots = 0;
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
      roots += d_.arcs[t].head == kNone ? 1 : 0;
      for (TokenIndex at = t; at != kNone; at = d_.arcs[at].head) {
        if (!tokens.contains(at)) return false;
        std::uint32_t& from = seen_from[at - tokens.begin];
        if (from == t) return false;
        if (from != kNone) break;
        from = t;
      }
    }
    return roots == 1;
  }

  void end_block() {
    end_sentence();
    const auto end = static_cast<std::uint32_t>(d_.article.text.size());
    if (block_begin_ == end) return;
    d_.article.blocks.push_back({{block_begin_, end}, BlockKind::Paragraph});
    d_.article.text += "\n\n";
    block_begin_ = end + 2;
    blank_before_ = false;
  }

  Document finish() {
    if (d_.tokens.empty()) throw InputError(file_, "", "holds no words", "give CoNLL-U with ten columns");
    d_.article.text.resize(d_.article.blocks.back().span.end);
    d_.article.offsets = OffsetMap::identity(static_cast<std::uint32_t>(d_.article.text.size()));
    if (!tagged_) d_.morphs.clear();
    if (!tagged_) d_.inflections.clear();
    if (!tagged_ || !parsed_) d_.arcs.clear();
    return std::move(d_);
  }

  static constexpr std::uint32_t kLongest = 250;  // kMaxSentenceTokens: later stages rest on it

  const std::string& file_;
  std::uint32_t line_ = 0;
  Document d_;
  std::uint32_t first_ = 0;        // of the sentence being read
  std::uint32_t block_begin_ = 0;  // bytes
  bool blank_before_ = false;
  bool range_blank_ = false;
  std::uint32_t pending_words_ = 0;  // of a range, still to come
  std::string pending_;              // its letters that are not yet given to a word
  bool tagged_ = true;
  bool parsed_ = true;
};

}  // namespace

Document from_conllu(std::string_view text, const std::string& file) { return Reader(file).read(text); }

}  // namespace dateline
