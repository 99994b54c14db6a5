#include "extract/find_figures.hpp"

#include <algorithm>

#include "extract/read_number.hpp"
#include "extract/scene.hpp"

namespace dateline {
namespace {

// One figure being read: from its bound words to its unit.
class FigureFinder {
 public:
  FigureFinder(const Document& d, const NumberWords& words) : words_(words), scene_(make_scene(d)) {}

  std::vector<Figure> find() {
    const Document& d = scene_.d;
    std::vector<Figure> figures;
    for (const Sentence& sentence : d.sentences) {
      for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end;) {
        const auto number = number_at(t, sentence.tokens.end);
        if (!number) {
          ++t;
          continue;
        }
        if (auto figure = figure_from(t, *number, sentence.tokens)) figures.push_back(std::move(*figure));
        t = std::max(number->end, figures.empty() ? 0 : figures.back().tokens.end);
      }
    }
    return figures;
  }

 private:
  std::optional<NumberRead> number_at(TokenIndex t, std::uint32_t end) const {
    if (scene_.time_of_token[t] != kNone) return std::nullopt;
    auto number = read_number(scene_.d, words_, t, end);
    if (!number) return std::nullopt;
    for (TokenIndex i = t; i < number->end; ++i)
      if (scene_.time_of_token[i] != kNone) return std::nullopt;
    return number;
  }

  std::optional<Figure> figure_from(TokenIndex t, const NumberRead& number, Span sentence) {
    Figure figure{.tokens = {t, number.end}};
    const CurrencyWord* money = sign_before(t, sentence);
    if (money != nullptr) --figure.tokens.begin;
    double value = number.value;
    const auto upper = range_end(number, sentence);
    if (upper) figure.tokens.end = upper->end;
    set_counted(figure, number, sentence, money);
    if (money == nullptr && number.article && (figure.unit != "person" || !single(figure.counted)))
      return std::nullopt;
    if (part_of_name(figure, money != nullptr)) return std::nullopt;
    if (money != nullptr) {
      figure.unit = std::string(money->code);
      if (money->hundredth) value /= 100;
    }
    if (upper) {
      figure.quantity = {.min = value, .max = upper->value};
      if (figure.quantity.min > figure.quantity.max) return std::nullopt;
    } else {
      set_quantity(figure, value, number.vague, sentence);
    }
    return figure;
  }

  // "$", "US$": the sign before the number.
  const CurrencyWord* sign_before(TokenIndex t, Span sentence) const {
    if (t == sentence.begin) return nullptr;
    const std::string_view text = scene_.d.text_of(t - 1);
    const CurrencyWord* sign = words_.currency(text);
    const bool is_sign = !text.empty() && (text.back() < 'a' || text.back() > 'z' || text == "Rs");
    return sign != nullptr && is_sign ? sign : nullptr;
  }

  // "5 to 7", "5-7", "between 5 and 7".
  std::optional<NumberRead> range_end(const NumberRead& number, Span sentence) const {
    if (number.end + 1 >= sentence.end || number.article || number.vague) return std::nullopt;
    const std::string_view link = scene_.d.text_of(number.end);
    const bool between = link == "and" && number.end >= sentence.begin + 2 &&
                         lower_ascii(scene_.d.text_of(number.end - 2)) == "between";
    if (link != "to" && link != "-" && link != "\xe2\x80\x93" && !between) return std::nullopt;
    auto upper = number_at(number.end + 1, sentence.end);
    return upper && !upper->article && upper->value > number.value ? upper : std::nullopt;
  }

  void set_counted(Figure& figure, const NumberRead& number, Span sentence, const CurrencyWord*& money) {
    const Syntax& s = scene_.tree;
    const TokenIndex last = figure.tokens.end - 1;
    if (figure.tokens.end < sentence.end) {
      const std::string_view next = scene_.d.text_of(figure.tokens.end);
      const CurrencyWord* word = words_.currency(s.lemma(figure.tokens.end));
      if (word == nullptr) word = words_.currency(lower_ascii(next));
      if (word == nullptr && next.ends_with('s')) word = words_.currency(next.substr(0, next.size() - 1));
      if (money == nullptr && word != nullptr && !number.article) {
        money = word;
        ++figure.tokens.end;
      } else if (next == "%" || next == "percent") {
        figure.unit = "percent";
        ++figure.tokens.end;
        return;
      }
      if (next == "per" && figure.tokens.end + 1 < sentence.end &&
          scene_.d.text_of(figure.tokens.end + 1) == "cent") {
        figure.unit = "percent";
        figure.tokens.end += 2;
        return;
      }
    }
    if (money != nullptr) return;
    figure.counted = counted_noun(figure, last, sentence);
    if (figure.counted == kNone) return;
    const std::string lemma = lower_ascii(s.lemma(figure.counted));
    const EntityKind kind = scene_.kind_at(figure.counted);
    const bool person = words_.is_person_noun(lemma) ||
                        (scene_.mention_of_head[figure.counted] != kNone && kind == EntityKind::Person);
    figure.unit = person ? "person" : lemma;
  }

  // The noun that the number counts: by the tree, else the next noun near by.
  TokenIndex counted_noun(const Figure& figure, TokenIndex last, Span sentence) const {
    const Syntax& s = scene_.tree;
    const TokenIndex head = s.head(last);
    const bool of = figure.tokens.end < sentence.end && scene_.d.text_of(figure.tokens.end) == "of";
    if (!of && head != kNone && head > last &&
        (s.deprel(last) == Deprel::Nummod || s.deprel(last) == Deprel::Det) && is_nominal(s.upos(head)))
      return head;
    TokenIndex i = figure.tokens.end;
    if (of) ++i;
    TokenIndex noun = kNone;
    for (const std::uint32_t end = std::min(sentence.end, i + 6); i < end; ++i) {
      const Upos u = s.upos(i);
      if (u == Upos::Noun || u == Upos::Propn) {
        noun = i;
      } else if (noun != kNone ||
                 (u != Upos::Adj && u != Upos::Det && u != Upos::Num && u != Upos::Adv && u != Upos::Verb &&
                  scene_.d.text_of(i) != "-" && scene_.d.text_of(i) != "'s")) {
        break;
      } else if (words_.is_person_noun(s.lemma(i))) {
        return i;
      }
    }
    return noun;
  }

  bool single(TokenIndex t) const {
    const Xpos x = scene_.tree.xpos(t);
    return t != kNone && x != Xpos::Nns && x != Xpos::Nnps && scene_.tree.lemma(t) != "people" &&
           scene_.tree.lemma(t) != "family" && scene_.tree.lemma(t) != "staff";
  }

  // "Boeing 747", "Group of Eight", "No. 10": the number is a name's.
  bool part_of_name(const Figure& figure, bool money) const {
    if (money || figure.unit == "percent") return false;
    const TokenIndex t = figure.tokens.begin;
    const MentionIndex begin = scene_.first_mention[scene_.sentence_of[t]];
    for (MentionIndex m = begin; m < scene_.d.mentions.size() && scene_.d.mentions[m].tokens.begin <= t;
         ++m) {
      const Mention& mention = scene_.d.mentions[m];
      if (mention.form == MentionForm::Name && mention.tokens.contains(t) && mention.tokens.begin < t)
        return true;
    }
    return false;
  }

  void set_quantity(Figure& figure, double value, bool vague, Span sentence) {
    figure.quantity = {.value = value, .min = value, .max = value};
    if (vague) figure.quantity.max.reset();
    for (const BoundWords& bound : words_.bounds) {
      const std::size_t n = bound.words.size();
      if (figure.tokens.begin < sentence.begin + n) continue;
      bool fits = true;
      for (std::size_t i = 0; i < n && fits; ++i)
        fits = lower_ascii(scene_.d.text_of(static_cast<TokenIndex>(figure.tokens.begin - n + i))) ==
               bound.words[i];
      if (!fits) continue;
      figure.tokens.begin -= static_cast<std::uint32_t>(n);
      if (bound.bound != '<') figure.quantity.max.reset();
      if (bound.bound != '>') figure.quantity.min.reset();
      return;
    }
  }

  const NumberWords& words_;
  Scene scene_;
};

}  // namespace

std::vector<Figure> find_figures(const Document& d, const Model& model) {
  return FigureFinder(d, model.number_words).find();
}

}  // namespace dateline
