// Why a mention means the same as others: what --explain says of actors.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "extract/antecedent_signs.hpp"
#include "extract/span.hpp"

namespace dateline {

struct Document;

// What binds a mention to its actor.
enum class Bond : std::uint8_t {
  First,  // nothing: it brings its actor in
  Listed,
  SameName,
  Surname,
  GivenName,
  ShortName,  // acronym, tail or rare word of a longer name
  Country,
  Apposition,
  Copula,
  Government,
  SpokenOf,  // "the country" spoken of last
  Role,
  SameNoun,
  NamedBody,
  Relative,
  Age,      // "the 54-year-old"
  Speaker,  // "I" in a quotation
  Chosen,   // by learned weights
};

struct Reason {
  Bond bond = Bond::First;
  Span with;               // tokens that it means the same as; empty where there are none
  std::int32_t score = 0;  // of the one chosen, of something new: sixteenths of a nat
  std::int32_t alone = 0;
  std::array<Sign, 3> signs{};  // what spoke for it most
};

// One line, "" for Bond::First: "surname of 'Anna Berg'", "chosen: 'Anna Berg' scores 3.1, someone new 0.4,
// for gender, distance".
[[nodiscard]] std::string to_text(const Document& d, const Reason& reason);

}  // namespace dateline
