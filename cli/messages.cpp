#include "cli/messages.hpp"

#include <cstdio>

#include <unistd.h>

namespace dateline {

Messages::Messages() : terminal_(isatty(STDERR_FILENO) == 1) {}

void Messages::clear_progress() {
  if (progress_shown_) std::fputs("\r\033[K", stderr);
  progress_shown_ = false;
}

void Messages::failed(const std::string& line) {
  clear_progress();
  any_failed_ = true;
  std::fprintf(stderr, "dateline: %s\n", line.c_str());
}

void Messages::failed(const InputError& error) { failed(std::string(error.what())); }

void Messages::progress(std::size_t done, std::size_t total) {
  constexpr std::size_t kEvery = 16;  // drawing each step would cost more than the step
  if (!terminal_ || total < 2) return;
  if (done >= total) return clear_progress();
  if (done % kEvery != 0) return;
  std::fprintf(stderr, "\r%zu of %zu files", done, total);
  progress_shown_ = true;
}

}  // namespace dateline
