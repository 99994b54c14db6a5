#include "cli/input_files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>

#include <zlib.h>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

bool is_article_name(const fs::path& path) {
  fs::path name = path.filename();
  if (name.native().starts_with('.')) return false;
  if (name.extension() == ".gz") name = name.stem();
  const std::string ending = name.extension().string();
  constexpr std::array<std::string_view, 5> kEndings{".txt", ".html", ".htm", ".json", ".jsonl"};
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::none, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    if (at->path().filename().native().starts_with('.') && at->is_directory(gone))
      at.disable_recursion_pending();
    else if (at->is_regular_file(gone) && is_article_name(at->path()))
      files.push_back(at->path().string());
  }
  if (error) throw InputError(folder, "", "cannot be searched: " + error.message(), "check its permissions");
  if (files.empty())
    throw InputError(folder, "", "holds no article", "put .txt, .html, .json or .jsonl files there");
  std::sort(files.begin(), files.end());
  return files;
}

struct FileCloser {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

void check_size(const std::string& file, std::size_t size) {
  if (size > kMaxFileBytes) throw InputError(file, "", "is larger than 2 GiB", "split it into several files");
}

std::string read_raw(const std::string& file) {
  if (std::error_code error; file != "-" && fs::is_directory(file, error))
    throw InputError(file, "", "is a folder", "name the files in it");
  const std::unique_ptr<std::FILE, FileCloser> in(file == "-" ? stdin : std::fopen(file.c_str(), "rb"));
  if (!in)
    throw InputError(
        file, "", errno == ENOENT ? "no such file" : std::string("cannot be read: ") + std::strerror(errno),
        errno == ENOENT ? "check the name" : "check its permissions");
  std::string bytes;
  std::error_code unknown;  // of what is no regular file
  if (const auto size = fs::file_size(file, unknown); !unknown && size <= kMaxFileBytes) bytes.reserve(size);
  std::array<char, 1 << 16> buffer;
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), in.get())) {
    bytes.append(buffer.data(), got);
    check_size(file, bytes.size());
  }
  if (std::ferror(in.get())) throw InputError(file, "", "cannot be read to its end", "check the disk");
  return bytes;
}

// Ends zlib's state whatever happens.
struct Inflater {
  z_stream stream{};
  Inflater() { inflateInit2(&stream, 16 + MAX_WBITS); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream); }
};

// A gzip file may hold several members, one after the other.
std::string unpacked(const std::string& file, const std::string& packed) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  Inflater inflater;
  z_stream& z = inflater.stream;
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  z.avail_in = static_cast<uInt>(packed.size());
  for (;;) {
    z.next_out = reinterpret_cast<Bytef*>(buffer.data());
    z.avail_out = static_cast<uInt>(buffer.size());
    const int status = inflate(&z, Z_NO_FLUSH);
    bytes.append(buffer.data(), buffer.size() - z.avail_out);
    check_size(file, bytes.size());
    if (status == Z_STREAM_END && z.avail_in == 0) return bytes;
    const bool next_member = status == Z_STREAM_END && inflateReset(&z) == Z_OK;
    if (!next_member && (status != Z_OK || (z.avail_in == 0 && z.avail_out != 0)))
      throw InputError(file, "byte " + std::to_string(packed.size() - z.avail_in),
                       "the gzip data is damaged or cut off", "fetch the file again");
  }
}

}  // namespace

std::vector<std::string> list_files(const std::vector<std::string>& inputs, Messages& messages) {
  std::vector<std::string> files;
  for (const std::string& input : inputs) {
    std::error_code error;
    if (input == "-" || !fs::is_directory(input, error)) {
      files.push_back(input);
      continue;
    }
    try {
      const auto below = files_below(input);
      files.insert(files.end(), below.begin(), below.end());
    } catch (const InputError& failure) {
      messages.failed(failure);
    }
  }
  return files;
}

std::string read_bytes(const std::string& file) {
  std::string bytes = read_raw(file);
  if (bytes.starts_with("\x1f\x8b")) bytes = unpacked(file, bytes);
  if (bytes.empty()) throw InputError(file, "", "is empty", "give it an article");
  return bytes;
}

}  // namespace dateline
