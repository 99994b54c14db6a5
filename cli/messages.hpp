// What the program says besides its results: one line on standard error for each failure, and progress on a
// terminal. Remembers whether anything failed.
#pragma once

#include <cstddef>
#include <string>

#include "extract/input_error.hpp"

namespace dateline {

class Messages {
 public:
  Messages();

  // One line; the exit status will be 2.
  void failed(const InputError& error);
  void failed(const std::string& line);
  // Shows "done of total" on a terminal, at most a few times a second's worth of calls; nothing elsewhere.
  void progress(std::size_t done, std::size_t total);

  [[nodiscard]] bool any_failed() const { return any_failed_; }

 private:
  void clear_progress();

  bool terminal_;
  bool progress_shown_ = false;
  bool any_failed_ = false;
};

}  // namespace dateline
