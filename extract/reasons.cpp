#include "extract/reasons.hpp"

#include <string_view>
#include <vector>

#include "extract/document.hpp"

namespace dateline {
namespace {

constexpr std::int32_t kUnitsPerNat = 16;

std::string_view words_of(Bond bond) {
  switch (bond) {
    case Bond::Listed: return "the list of actors has both names for one:";
    case Bond::SameName: return "same name as";
    case Bond::Surname: return "surname or shorter name of";
    case Bond::GivenName: return "given name of";
    case Bond::ShortName: return "acronym or part of the name";
    case Bond::Country: return "names the same country as";
    case Bond::Apposition: return "stands beside";
    case Bond::Copula: return "is what is said of";
    case Bond::Government: return "government of the country of";
    case Bond::SpokenOf: return "the country spoken of last:";
    case Bond::Role: return "role of";
    case Bond::SameNoun: return "same noun as";
    case Bond::NamedBody: return "the body named last:";
    case Bond::Relative: return "its clause hangs on";
    case Bond::Age: return "the person named last:";
    case Bond::Speaker: return "quotation of";
    case Bond::Chosen: return "chosen:";
    case Bond::First: break;
  }
  return "";
}

// Nats with one decimal.
std::string decimal(std::int32_t units) {
  const std::int32_t tenths = (units * 10 + (units < 0 ? -kUnitsPerNat : kUnitsPerNat) / 2) / kUnitsPerNat;
  const std::int32_t size = tenths < 0 ? -tenths : tenths;
  return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + "." + std::to_string(size % 10);
}

std::string evidence_of(const Reason& reason) {
  std::string text = " scores " + decimal(reason.score) + ", something new " + decimal(reason.alone);
  std::vector<std::string_view> named;
  for (const Sign sign : reason.signs) {
    const std::string_view meaning = meaning_of(sign);
    bool told = meaning.empty();
    for (const std::string_view other : named) told = told || other == meaning;
    if (told) continue;
    text.append(named.empty() ? "; for it: " : ", ").append(meaning);
    named.push_back(meaning);
  }
  return text;
}

}  // namespace

std::string to_text(const Document& d, const Reason& reason) {
  if (reason.bond == Bond::First) return {};
  std::string text(words_of(reason.bond));
  if (!reason.with.empty()) text.append(" '").append(d.text_of(reason.with)).append("'");
  return reason.bond == Bond::Chosen ? text + evidence_of(reason) : text;
}

}  // namespace dateline
