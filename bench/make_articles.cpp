// Makes a folder of articles for benchmarks: make_articles FOLDER COUNT. The same arguments give the same
// bytes.
//
// Each article is built from sentence patterns with people, places, dates and figures drawn by a fixed
// generator; about 300 words, no two alike.
#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace {

using std::string_view;

constexpr std::array<string_view, 12> kPeople{
    "Anna Berg",     "Tomas Ilves",   "Maria Fernandes", "John Whitaker", "Aiko Tanaka",  "Pierre Lambert",
    "Fatima Rahman", "Carlos Ortega", "Ingrid Solberg",  "Peter Novak",   "Grace Mensah", "David Cohen"};
constexpr std::array<string_view, 10> kTitles{
    "President", "Prime Minister", "Foreign Minister", "Defense Minister", "Governor",
    "Mayor",     "General",        "Senator",          "Ambassador",       "Finance Minister"};
constexpr std::array<string_view, 12> kPlaces{"Oslo",  "Tallinn", "Lisbon",  "Nairobi", "Tokyo", "Paris",
                                              "Dhaka", "Lima",    "Jakarta", "Prague",  "Accra", "Ottawa"};
constexpr std::array<string_view, 8> kCountries{"Norway", "Estonia", "Portugal", "Kenya",
                                                "Japan",  "France",  "Peru",     "Canada"};
constexpr std::array<string_view, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
constexpr std::array<string_view, 12> kMonths{"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};
constexpr std::array<string_view, 16> kPatterns{
    "{T} {P} met {T} {Q} in {L} on {D} to discuss trade between {C} and {K}.",
    "At least {N} people were killed and {M} injured when a bus crashed near {L} on {D}, police said.",
    "{P} said on {D} that the government of {C} would sign the agreement next month.",
    "Thousands of protesters marched through {L} last week, demanding that {P} resign.",
    "Police in {L} arrested {N} suspects after a raid on {D}.",
    "The parliament of {C} approved a law on fisheries in {Y}, after two years of debate.",
    "{P} was appointed {t} of {C} in {O} {Y}.",
    "{C} pledged ${M} million in aid to {K} for the next three years.",
    "Rebels attacked an army post near {L} early on {D}, killing {N} soldiers.",
    "{P} accused {Q} of breaking the ceasefire that both signed on {O} {N}, {Y}.",
    "A court in {L} sentenced a former official to {N} years in prison on {D}.",
    "The central bank raised interest rates to {N} percent on {D}, its third increase since {O}.",
    "\"We will not accept this,\" {P} told reporters in {L}.",
    "An earthquake of magnitude 6.{d} struck {C} on {O} {N}, {Y}, damaging hundreds of houses.",
    "{P} urged {K} to release the detained fishermen.",
    "The company, based in {L}, bought its rival for ${M} million in {Y}."};

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ull + 1) {}
  std::size_t below(std::size_t bound) {  // xorshift64*
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::size_t>((state_ * 0x2545F4914F6CDD1Dull) >> 33) % bound;
  }
  template <std::size_t N>
  std::string of(const std::array<string_view, N>& list) {
    return std::string(list[below(N)]);
  }

 private:
  std::uint64_t state_;
};

std::string filled(char slot, Draw& draw) {
  switch (slot) {
    case 'T':
    case 't': return draw.of(kTitles);
    case 'P':
    case 'Q': return draw.of(kPeople);
    case 'L': return draw.of(kPlaces);
    case 'C':
    case 'K': return draw.of(kCountries);
    case 'D': return draw.of(kDays);
    case 'O': return draw.of(kMonths);
    case 'Y': return std::to_string(1990 + draw.below(30));
    case 'N': return std::to_string(2 + draw.below(27));
    case 'M': return std::to_string(30 + draw.below(900));
    default: return std::to_string(draw.below(10));
  }
}

std::string sentence(string_view pattern, Draw& draw) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      text += pattern[i];
      continue;
    }
    text += filled(pattern[i + 1], draw);
    i += 2;
  }
  return text;
}

std::string article(std::size_t number) {
  Draw draw(number + 1);
  std::string text = sentence("{P} Meets {Q} in {L}", draw) + "\n\n" +
                     sentence("{L}, {O} {N}, {Y} - ", draw) + sentence(kPatterns[0], draw) + "\n\n";
  for (int paragraph = 0; paragraph < 8; ++paragraph) {
    for (int i = 0; i < 2; ++i) text += sentence(draw.of(kPatterns), draw) + (i == 0 ? " " : "\n\n");
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: make_articles FOLDER COUNT\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const std::size_t count = std::stoul(argv[2]);
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < count; ++i)
    std::ofstream(folder / (std::to_string(i) + ".txt"), std::ios::binary) << article(i);
}
