#include "extract/lemma.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::size_t kLongestWord = 48;  // bytes; longer ones stay as they are

// Words of these tags change by the tag alone, whatever their UPOS.
bool changes_by_tag(Xpos xpos) {
  switch (xpos) {
    case Xpos::Vbd:
    case Xpos::Vbn:
    case Xpos::Vbg:
    case Xpos::Vbz:
    case Xpos::Vb:
    case Xpos::Vbp:
    case Xpos::Nn:
    case Xpos::Nns:
    case Xpos::Nnps:
    case Xpos::Jjr:
    case Xpos::Jjs:
    case Xpos::Rbr:
    case Xpos::Rbs: return true;
    default: return false;
  }
}

std::uint64_t kind_code(Upos upos, Xpos xpos) {
  return static_cast<std::uint64_t>(upos) * kXposCount + static_cast<std::uint64_t>(xpos) + 1;
}

std::uint64_t case_code(Upos upos, Xpos xpos, WordCase written) {
  return kind_code(upos, xpos) * 8 + static_cast<std::uint64_t>(written);
}

// A verb that helps another is one of few words; what else is called so changes as verbs do.
Xpos verb_tag(std::string_view lower) {
  if (lower.ends_with("ing")) return Xpos::Vbg;
  if (lower.ends_with('d')) return Xpos::Vbd;
  return lower.ends_with('s') ? Xpos::Vbz : Xpos::Vb;
}

std::optional<std::string_view> edit_rule(const std::string& lower, std::uint64_t kind,
                                          const RuleTable& lemmas) {
  if (const auto rule = lemmas.find(lemma_word_key(kind, lower))) return rule;
  std::array<std::uint64_t, kLongestLemmaEnding + 1> keys{};
  std::uint64_t key = lemma_ending_key(kind, {});
  const std::size_t longest = std::min(lower.size(), kLongestLemmaEnding);
  for (std::size_t size = 0; size <= longest; ++size) {
    keys[size] = key;
    if (size < longest) key = ending_key(key, lower[lower.size() - 1 - size]);
  }
  for (std::size_t size = longest + 1; size-- > 0;)
    if (const auto rule = lemmas.find(keys[size])) return rule;
  return std::nullopt;
}

LemmaCase case_of(std::string_view word, std::string_view lemma, Upos upos, Xpos xpos, bool first,
                  const RuleTable& lemmas) {
  const WordCase written = word_case(word, first);
  auto rule = lemmas.find(lemma_case_key(upos, xpos, written, lemma));
  if (!rule) rule = lemmas.find(lemma_shape_key(upos, lemma));
  if (!rule && lemma.size() > kCaseEnding)
    rule = lemmas.find(lemma_case_ending_key(upos, xpos, written, lemma.substr(lemma.size() - kCaseEnding)));
  if (!rule) rule = lemmas.find(lemma_case_key(upos, xpos, written));
  if (rule && !rule->empty()) return static_cast<LemmaCase>(rule->front());
  return upos == Upos::Propn ? LemmaCase::Kept : LemmaCase::Lower;
}

}  // namespace

WordCase word_case(std::string_view word, bool first_of_sentence) {
  std::size_t letters = 0, capitals = 0;
  bool leads = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    const bool upper = is_upper(c.value);
    if (at == 0) leads = upper;
    capitals += upper ? 1 : 0;
    letters += upper || is_letter(c.value) ? 1 : 0;
    at += c.size;
  }
  if (capitals == 0) return WordCase::Lower;
  if (letters > 1 && capitals == letters) return WordCase::All;
  if (capitals > 1 || !leads) return WordCase::Mixed;
  return first_of_sentence ? WordCase::First : WordCase::Capital;
}

LemmaEdit lemma_edit(std::string_view rule) {
  if (rule.empty()) return {};
  if (rule.front() == ',') return {.add = rule.substr(1), .without_commas = true};
  return {.cut = static_cast<std::uint32_t>(static_cast<unsigned char>(rule.front()) - '0'),
          .add = rule.substr(1)};
}

std::string apply(const LemmaEdit& edit, std::string_view lower) {
  std::string lemma(lower);
  if (edit.without_commas) std::erase(lemma, ',');
  const std::size_t left = lemma.size() - std::min<std::size_t>(edit.cut, lemma.size());
  if (left < lemma.size() && (static_cast<unsigned char>(lemma[left]) & 0xC0) == 0x80)
    return lemma;  // within a character
  lemma.resize(left);
  lemma += edit.add;
  return lemma.empty() ? std::string(lower) : lemma;
}

std::string with_case(LemmaCase lemma_case, std::string_view word, std::string_view lemma) {
  if (lemma_case == LemmaCase::Lower || lemma.empty()) return std::string(lemma);
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c; };
  std::string out(lemma);
  switch (lemma_case) {
    case LemmaCase::Capital: out.front() = upper(out.front()); break;
    case LemmaCase::Upper: std::transform(out.begin(), out.end(), out.begin(), upper); break;
    default: {
      // As far as word and lemma run together.
      std::size_t at = 0;
      std::string same;
      while (at < word.size()) {
        const CodePoint c = code_point_at(word, at);
        const std::string_view letter = word.substr(at, c.size);
        const std::string small = to_lower(letter);
        if (lemma.substr(same.size(), small.size()) != small) break;
        same += letter;
        at += c.size;
        if (same.size() >= lemma.size()) break;
        if (small.size() != letter.size()) break;  // bytes no longer run together
      }
      if (same.size() <= out.size()) out.replace(0, same.size(), same);
    }
  }
  return out;
}

std::uint64_t lemma_kind(std::string_view lower, Upos upos, Xpos xpos) {
  if (upos == Upos::Propn) {
    if (xpos == Xpos::Nnps || xpos == Xpos::Nns) return kind_code(Upos::X, Xpos::Nnps);
    return kind_code(Upos::Propn, xpos == Xpos::Add ? Xpos::Add : Xpos::None);
  }
  const char32_t begin = code_point_at(lower, 0).value;
  if (xpos == Xpos::Cd && is_digit(begin)) return kind_code(Upos::Sym, Xpos::Cd);
  if (upos == Upos::Aux) return kind_code(Upos::Aux, Xpos::None);
  return changes_by_tag(xpos) ? kind_code(Upos::X, xpos) : kind_code(upos, xpos);
}

std::uint64_t lemma_case_key(Upos upos, Xpos xpos, WordCase written) {
  return ending_key(case_code(upos, xpos, written) * 8 + 3, 3);
}
std::uint64_t lemma_case_key(Upos upos, Xpos xpos, WordCase written, std::string_view lemma) {
  return text_key(lemma, case_code(upos, xpos, written) * 8 + 4);
}
std::uint64_t lemma_case_ending_key(Upos upos, Xpos xpos, WordCase written, std::string_view ending) {
  return text_key(ending, case_code(upos, xpos, written) * 8 + 6);
}
std::uint64_t lemma_shape_key(Upos upos, std::string_view lemma) {
  return text_key(lemma, static_cast<std::uint64_t>(upos) * 8 + 5);
}

std::string lemma_form(std::string_view word) {
  std::string form = to_lower(word);
  if (const auto at = form.find("\xE2\x80\x99"); at != std::string::npos) form.replace(at, 3, "'");
  return form;
}

std::string lower_lemma(const std::string& form, Upos upos, Xpos xpos, const RuleTable& lemmas) {
  std::uint64_t kind = lemma_kind(form, upos, xpos);
  if (upos == Upos::Aux && !lemmas.find(lemma_word_key(kind, form)))
    kind = lemma_kind(form, Upos::Verb, verb_tag(form));
  const auto rule = edit_rule(form, kind, lemmas);
  return rule ? apply(lemma_edit(*rule), form) : form;
}

std::string lemma_of(std::string_view word, Upos upos, Xpos xpos, bool first_of_sentence,
                     const RuleTable& lemmas) {
  if (word.empty() || word.size() > kLongestWord) return std::string(word);
  const std::string form = lemma_form(word);
  const std::string lemma = lower_lemma(form, upos, xpos, lemmas);
  const LemmaCase lemma_case = case_of(word, lemma, upos, xpos, first_of_sentence, lemmas);
  if (lemma_case != LemmaCase::Kept) return with_case(lemma_case, word, lemma);
  // One shape of apostrophe in the word as well.
  std::string plain(word);
  if (const auto at = plain.find("\xE2\x80\x99"); at != std::string::npos) plain.replace(at, 3, "'");
  return with_case(lemma_case, plain, lemma);
}

}  // namespace dateline
