#include "cli/output.hpp"

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

// mkstemp makes private files; a result is to have the usual permissions.
void set_usual_permissions(int descriptor) {
  const mode_t mask = umask(0);
  umask(mask);
  fchmod(descriptor, 0666 & ~mask);
}

bool is_special(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

}  // namespace

Output::Output(const std::optional<std::filesystem::path>& path) : file_(stdout) {
  if (!path || *path == "-") return;
  path_ = *path;
  if (is_special(path_)) {  // a pipe or a device cannot be replaced, only written to
    file_ = std::fopen(path_.c_str(), "wb");
    if (!file_) fail("cannot be written");
    return;
  }
  std::string name = path_.string() + ".XXXXXX";
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) {
    file_ = nullptr;
    fail("cannot be written");
  }
  temporary_ = name;
  set_usual_permissions(descriptor);
  file_ = fdopen(descriptor, "wb");
}

Output::~Output() {
  if (file_ && file_ != stdout) std::fclose(file_);
  if (!temporary_.empty()) std::remove(temporary_.c_str());
}

void Output::fail(const char* what) const {
  const std::string reason = std::strerror(errno);
  throw InputError(path_.empty() ? "standard output" : path_.string(), "", std::string(what) + ": " + reason,
                   "name another place");
}

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail("cannot be written");
}

void Output::commit() {
  if (std::fflush(file_) != 0) fail("cannot be written");
  if (path_.empty()) return;
  std::FILE* const file = std::exchange(file_, nullptr);
  if (std::fclose(file) != 0) fail("cannot be written");
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail("cannot be replaced");
  temporary_.clear();
}

}  // namespace dateline
