// An input that cannot be used: one line that says which file, where in it, what is wrong and what to do.
//
// Thrown by readers, caught only in cli/. Text that is merely not understood is never an InputError.
#pragma once

#include <stdexcept>
#include <string>

namespace dateline {

class InputError : public std::runtime_error {
 public:
  // what() is "FILE: WHERE: WHAT; ADVICE"; an empty WHERE or ADVICE is left out with its separator.
  // `file` is as the user gave it ("-" for standard input); `where` is "line 3, column 7" or "byte 12".
  InputError(const std::string& file, const std::string& where, const std::string& what,
             const std::string& advice);
};

}  // namespace dateline
