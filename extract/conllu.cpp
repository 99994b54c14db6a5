#include "extract/conllu.hpp"

#include <algorithm>
#include <vector>

#include "extract/utf8.hpp"
#include "extract/word_end.hpp"

namespace dateline {
namespace {

std::string_view name_tag(EntityKind kind) {
  switch (kind) {
    case EntityKind::Person: return "PER";
    case EntityKind::Organization: return "ORG";
    case EntityKind::Country:
    case EntityKind::Place: return "LOC";
    case EntityKind::Group: return "GRP";
    case EntityKind::Product: return "PROD";
    case EntityKind::Other: return "MISC";
  }
  return {};
}

std::vector<std::string> name_column(const Document& d) {
  std::vector<std::string> column(d.tokens.size(), "O");
  for (const Mention& mention : d.mentions) {
    if (mention.form != MentionForm::Name) continue;
    const auto first = column.begin() + mention.tokens.begin;
    const auto last = column.begin() + mention.tokens.end;
    if (std::any_of(first, last, [](const std::string& other) { return other != "O"; })) continue;
    // "Iraqi" names no place.
    const bool adjective =
        mention.kind == EntityKind::Country && !d.morphs.empty() && d.morphs[mention.head].upos == Upos::Adj;
    std::string tag = "I-";
    tag += adjective ? std::string_view("GRP") : name_tag(mention.kind);
    std::fill(first, last, tag);
    first->front() = 'B';
  }
  return column;
}

std::vector<std::string> entity_column(const Document& d) {
  std::vector<std::string> column(d.tokens.size());
  for (std::size_t m = 0; m < d.mentions.size() && m < d.entities.of_mention.size(); ++m)
    if (d.entities.of_mention[m] != kNone)
      column[d.mentions[m].head] = std::to_string(d.entities.of_mention[m] + 1);
  return column;
}

// Writes the sentences of one document, column by column.
class Writer {
 public:
  explicit Writer(const Document& d) : d_(d) {
    if (!d.mentions.empty()) names_ = name_column(d);
    entities_ = entity_column(d);
    blocks_end_.resize(d.tokens.size());
    for (SentenceIndex s = 1; s < d.sentences.size(); ++s)
      blocks_end_[d.sentences[s].tokens.begin] = d.sentences[s].block != d.sentences[s - 1].block;
  }

  std::string write() {
    out_ += "# newdoc";
    if (!d_.article.id.empty()) {
      out_ += " id = ";
      add_line(d_.article.id);
    }
    out_ += '\n';
    for (SentenceIndex s = 0; s < d_.sentences.size(); ++s) write_sentence(s);
    return std::move(out_);
  }

 private:
  void write_sentence(SentenceIndex s) {
    const Sentence& sentence = d_.sentences[s];
    if (s == 0 || d_.sentences[s - 1].block != sentence.block) out_ += "# newpar\n";
    out_ += "# sent_id = " + std::to_string(s + 1) + "\n# text = ";
    add_line(d_.text_of(sentence.tokens));
    out_ += '\n';
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (t == sentence.tokens.begin || !continues_word(t)) write_range(t, sentence.tokens);
      write_word(t, sentence.tokens);
    }
    out_ += '\n';
  }

  void add_line(std::string_view text) {
    for (const char c : text) out_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }

  // Whether no blank stands before `t`, not even the end of a block.
  [[nodiscard]] bool glued(TokenIndex t) const {
    return t < d_.tokens.size() && d_.tokens[t - 1].span.end == d_.tokens[t].span.begin && !blocks_end_[t];
  }

  // Whether token `t` and the one before it are written as one word: "do|n't", "Anna|'s", "gon|na".
  [[nodiscard]] bool continues_word(TokenIndex t) const {
    if (!glued(t)) return false;
    const std::string_view left = d_.text_of(t - 1);
    const std::string_view right = d_.text_of(t);
    const CodePoint first = code_point_at(right, 0);
    if (is_letter(first.value)) return is_letter(code_point_before(left, left.size()).value);
    const bool part = !d_.morphs.empty() && d_.morphs[t].upos == Upos::Part;
    return is_apostrophe(first.value) && (is_letter(code_point_at(right, first.size).value) || part);
  }

  void write_range(TokenIndex first, Span sentence) {
    TokenIndex end = first + 1;
    while (end < sentence.end && continues_word(end)) ++end;
    if (end == first + 1) return;
    const auto number = [&](TokenIndex t) { return std::to_string(t - sentence.begin + 1); };
    out_ += number(first) + "-" + number(end - 1) + "\t";
    out_ += d_.text_of(Span{first, end});
    out_ += "\t_\t_\t_\t_\t_\t_\t_\t";
    out_ += glued(end) ? "SpaceAfter=No\n" : "_\n";
  }

  void write_word(TokenIndex t, Span sentence) {
    out_ += std::to_string(t - sentence.begin + 1) + "\t";
    out_ += d_.text_of(t);
    out_ += '\t';
    if (d_.morphs.empty()) {
      out_ += "_\t_\t_\t_\t";
    } else {
      const Morph& morph = d_.morphs[t];
      out_ += morph.lemma.empty() ? std::string_view("_") : std::string_view(morph.lemma);
      (out_ += '\t') += to_string(morph.upos);
      ((out_ += '\t') += to_string(morph.xpos)) += '\t';
      const bool inflected = !d_.inflections.empty() && !d_.inflections[t].empty();
      (out_ += inflected ? std::string_view(d_.inflections[t]) : std::string_view("_")) += '\t';
    }
    if (d_.arcs.empty()) {
      out_ += "_\t_\t_\t";
    } else {
      const Arc& arc = d_.arcs[t];
      out_ += arc.head == kNone ? "0" : std::to_string(arc.head - sentence.begin + 1);
      ((out_ += '\t') += to_string(arc.deprel)) += "\t_\t";
    }
    write_misc(t, sentence);
  }

  void write_misc(TokenIndex t, Span sentence) {
    const bool inside_word = t + 1 < sentence.end && continues_word(t + 1);
    if (!inside_word && glued(t + 1)) out_ += "SpaceAfter=No|";
    const Span span = d_.tokens[t].span;
    out_ += "TokenRange=" + std::to_string(span.begin) + ":" + std::to_string(span.end);
    if (!names_.empty()) out_ += "|NER=" + names_[t];
    if (!entities_[t].empty()) out_ += "|Coref=" + entities_[t];
    out_ += '\n';
  }

  const Document& d_;
  std::vector<std::string> names_;
  std::vector<std::string> entities_;
  std::vector<bool> blocks_end_;  // one a token: right before it
  std::string out_;
};

}  // namespace

std::string to_conllu(const Document& d) { return Writer(d).write(); }

}  // namespace dateline
