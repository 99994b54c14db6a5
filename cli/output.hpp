// Where results go: standard output, or a file that appears whole or not at all.
#pragma once

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string_view>

namespace dateline {

class Output {
 public:
  // Standard output, or a new file beside `path` that takes its place on commit().
  // Throws InputError where it cannot be made.
  explicit Output(const std::optional<std::filesystem::path>& path);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  // Without commit(), a file is left as it was.
  ~Output();

  // Throws InputError where the bytes cannot be written (disk full).
  void write(std::string_view text);
  void commit();

 private:
  [[noreturn]] void fail(const char* what) const;

  std::filesystem::path path_;       // empty for standard output
  std::filesystem::path temporary_;  // beside it
  std::FILE* file_;
};

}  // namespace dateline
