#include "extract/input_error.hpp"

namespace dateline {
namespace {

// Control characters in a file name or in quoted input must not break the one line.
std::string on_one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return text;
}

std::string message(const std::string& file, const std::string& where, const std::string& what,
                    const std::string& advice) {
  std::string line = file;
  if (!where.empty()) line += ": " + where;
  line += ": " + what;
  if (!advice.empty()) line += "; " + advice;
  return on_one_line(std::move(line));
}

}  // namespace

InputError::InputError(const std::string& file, const std::string& where, const std::string& what,
                       const std::string& advice)
    : std::runtime_error(message(file, where, what, advice)) {}

}  // namespace dateline
