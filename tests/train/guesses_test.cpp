// The file in which the teacher hands over what it thinks.
#include "train/core/guesses.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace dateline::train {
namespace {

class Guesses : public testing::Test {
 protected:
  void write(const std::string& bytes) const { std::ofstream(file_, std::ios::binary) << bytes; }
  void TearDown() override { std::filesystem::remove(file_); }

  const std::filesystem::path file_ =
      std::filesystem::path(testing::TempDir()) /
      (std::string("guesses_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

constexpr std::string_view kHeader = "guesses 1\nNOUN VERB\nNN VBZ\nnsubj root\nO S-LOC\n";

// A word: twenty choices, of which only the first of each kind weighs something.
std::string word(std::string_view form, char upos, char head, char label, char name) {
  std::string out(1, static_cast<char>(form.size()));
  out += form;
  for (const auto& [what, count] :
       {std::pair{upos, 3}, {upos, 3}, {head, 4}, {label, 4}, {name, 3}, {name, 3}})
    for (int i = 0; i < count; ++i) out += {i == 0 ? what : '\0', i == 0 ? '\x7f' : '\0'};
  return out;
}

std::string sentence() {
  return std::string("\x02\0", 2) + word("Oslo", '\0', '\x02', '\0', '\x01') +
         word("waits", '\x01', '\0', '\x01', '\0');
}

TEST_F(Guesses, AreRead) {
  write(std::string(kHeader) + std::string("\0\0", 2) + sentence());
  const auto read = read_guesses(file_);
  ASSERT_EQ(read.size(), 2u);
  EXPECT_TRUE(read[0].words.empty());
  ASSERT_EQ(read[1].words.size(), 2u);
  const Word &oslo = read[1].words[0], &waits = read[1].words[1];
  EXPECT_EQ(oslo.form, "Oslo");
  EXPECT_EQ(oslo.head, 1);
  EXPECT_EQ(waits.head, -1);
  EXPECT_EQ(oslo.guess.upos[0].what, static_cast<std::uint8_t>(Upos::Noun));
  EXPECT_EQ(waits.guess.xpos[0].what, static_cast<std::uint8_t>(Xpos::Vbz));
  EXPECT_EQ(waits.guess.labels[0].what, static_cast<std::uint8_t>(Deprel::Root));
  EXPECT_EQ(oslo.guess.names[1][0].what, name_tag(NameKind::Place, NamePart::Single));
  EXPECT_EQ(oslo.guess.names[1][0].weight, 127);
}

TEST_F(Guesses, JoinTheirSentences) {
  write(std::string(kHeader) + std::string("\0\0", 2) + sentence());
  const auto guesses = read_guesses(file_);
  std::vector<Sample> samples{{.words = {{"Oslo"}, {"waits"}}}};
  add_guesses(samples, guesses, 1);
  EXPECT_TRUE(samples[0].is_guessed);
  EXPECT_EQ(samples[0].words[0].head, 1);
  add_guesses(samples, guesses, 0);  // left out by the teacher
  samples[0].words[1].form = "sleeps";
  EXPECT_THROW(add_guesses(samples, guesses, 1), std::runtime_error);
  EXPECT_THROW(add_guesses(samples, guesses, 2), std::runtime_error);
}

TEST_F(Guesses, RefuseWhatIsCutOff) {
  write("guesses 2\n");
  EXPECT_THROW(read_guesses(file_), std::runtime_error);
  const std::string whole = std::string(kHeader) + sentence();
  write(whole.substr(0, whole.size() - 1));
  EXPECT_THROW(read_guesses(file_), std::runtime_error);
}

}  // namespace
}  // namespace dateline::train
