#include "extract/ud.hpp"

#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, kUposCount> kUpos{"X",     "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                         "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                         "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};
constexpr std::array<std::string_view, kXposCount> kXpos{
    "_",   "''",   "``",  ",",   "-LRB-", "-RRB-", ".",    ":",   "ADD", "AFX", "CC", "CD",  "$",
    "DT",  "EX",   "FW",  "GW",  "HYPH",  "IN",    "JJ",   "JJR", "JJS", "LS",  "MD", "NFP", "NN",
    "NNP", "NNPS", "NNS", "PDT", "POS",   "PRP",   "PRP$", "RB",  "RBR", "RBS", "RP", "SYM", "TO",
    "UH",  "VB",   "VBD", "VBG", "VBN",   "VBP",   "VBZ",  "WDT", "WP",  "WP$", "WRB"};
constexpr std::array<std::string_view, kDeprelCount> kDeprel{
    "dep",        "root",          "acl",          "acl:relcl",   "advcl",      "advcl:relcl", "advmod",
    "amod",       "appos",         "aux",          "aux:pass",    "case",       "cc",          "cc:preconj",
    "ccomp",      "compound",      "compound:prt", "conj",        "cop",        "csubj",       "csubj:outer",
    "csubj:pass", "det",           "det:predet",   "discourse",   "dislocated", "expl",        "fixed",
    "flat",       "goeswith",      "iobj",         "list",        "mark",       "nmod",        "nmod:desc",
    "nmod:poss",  "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass", "nummod",      "obj",
    "obl",        "obl:agent",     "obl:unmarked", "orphan",      "parataxis",  "punct",       "reparandum",
    "vocative",   "xcomp"};

template <typename Enum, typename Names>
std::optional<Enum> find_name(const Names& names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Upos upos) { return kUpos[static_cast<std::size_t>(upos)]; }
std::string_view to_string(Xpos xpos) { return kXpos[static_cast<std::size_t>(xpos)]; }
std::string_view to_string(Deprel deprel) { return kDeprel[static_cast<std::size_t>(deprel)]; }

std::optional<Upos> upos_from(std::string_view name) { return find_name<Upos>(kUpos, name); }
std::optional<Xpos> xpos_from(std::string_view name) { return find_name<Xpos>(kXpos, name); }
std::optional<Deprel> deprel_from(std::string_view name) {
  if (const auto exact = find_name<Deprel>(kDeprel, name)) return exact;
  return find_name<Deprel>(kDeprel, name.substr(0, name.find(':')));
}

}  // namespace dateline
