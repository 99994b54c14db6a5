#include "extract/encoding.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <unicode/ucnv.h>

#include "extract/input_error.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::size_t kDeclarationBytes = 4096;  // where HTML looks for its charset, with room
constexpr std::size_t kSampleBytes = 65536;      // enough to know text from a picture

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
// UTF-32 before UTF-16, whose mark it begins with.
constexpr std::array<Mark, 5> kMarks{{{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                      {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                      {std::string_view("\xEF\xBB\xBF", 3), "UTF-8"},
                                      {std::string_view("\xFF\xFE", 2), "UTF-16LE"},
                                      {std::string_view("\xFE\xFF", 2), "UTF-16BE"}}};

// What a text may hold instead of `c`.
char32_t as_text(char32_t c) {
  if (c >= 0x80 && c < 0xA0 && c != 0x85) {
    const char32_t meant = windows_1252(static_cast<unsigned char>(c));
    return meant == kReplacementCharacter ? U' ' : meant;
  }
  if (is_control_code(c)) return U' ';
  return c == 0xFFFE || c == 0xFFFF ? kReplacementCharacter : c;
}

// Appends UTF-8 from `begin` on that may be ill-formed.
void append_mended(std::string_view bytes, std::uint32_t begin, DecodedText& out) {
  std::uint32_t good = begin;
  const auto end = static_cast<std::uint32_t>(bytes.size());
  const auto flush = [&](std::uint32_t to) {
    out.text.append(bytes.substr(good, to - good));
    out.offsets.copy(good, to - good);
  };
  for (std::uint32_t at = begin; at < end;) {
    const CodePoint c = code_point_at(bytes, at);
    const char32_t kept = as_text(c.value);
    if (!is_well_formed(c) || kept != c.value) {
      flush(at);
      const std::size_t before = out.text.size();
      append_utf8(out.text, kept);
      out.offsets.replace({at, at + c.size}, static_cast<std::uint32_t>(out.text.size() - before));
      good = at + c.size;
    }
    at += c.size;
  }
  flush(end);
}

void append_windows_1252(std::string_view bytes, DecodedText& out) {
  for (std::uint32_t at = 0; at < bytes.size(); ++at) {
    const auto b = static_cast<unsigned char>(bytes[at]);
    const std::size_t before = out.text.size();
    append_utf8(out.text, as_text(b));
    if (b < 0x80)
      out.offsets.copy(at, 1);
    else
      out.offsets.replace({at, at + 1}, static_cast<std::uint32_t>(out.text.size() - before));
  }
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

std::optional<Converter> open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  return converter;
}

std::string iana_name(const UConverter* converter, const std::string& otherwise) {
  UErrorCode status = U_ZERO_ERROR;
  const char* own = ucnv_getName(converter, &status);
  const char* name = U_SUCCESS(status) ? ucnv_getStandardName(own, "IANA", &status) : nullptr;
  return U_SUCCESS(status) && name ? name : otherwise;
}

// One character a step: ICU says after each how many bytes it took.
void append_converted(std::string_view bytes, std::uint32_t begin, UConverter* converter, DecodedText& out) {
  const char* at = bytes.data() + begin;
  const char* const end = bytes.data() + bytes.size();
  while (at < end) {
    const char* const from = at;
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 c = ucnv_getNextUChar(converter, &at, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;  // only shift bytes were left
    if (at == from) at = end;
    const std::size_t before = out.text.size();
    append_utf8(out.text,
                U_FAILURE(status) || c < 0 ? kReplacementCharacter : as_text(static_cast<char32_t>(c)));
    const auto source_begin = static_cast<std::uint32_t>(from - bytes.data());
    const auto source_end = static_cast<std::uint32_t>(at - bytes.data());
    const auto length = static_cast<std::uint32_t>(out.text.size() - before);
    if (c < 0x80 && source_end == source_begin + 1)
      out.offsets.copy(source_begin, 1);
    else
      out.offsets.replace({source_begin, source_end}, length);
  }
}

bool has_magic(std::string_view bytes) {
  static constexpr std::array<std::string_view, 14> kMagic{"%PDF-",
                                                           "\x89PNG",
                                                           "GIF8",
                                                           "PK\x03\x04",
                                                           "PK\x05\x06",
                                                           "\x1F\x8B",
                                                           "\x7F"
                                                           "ELF",
                                                           "\xFF\xD8\xFF",
                                                           "BZh9",
                                                           "\xFD"
                                                           "7zXZ",
                                                           "\xD0\xCF\x11\xE0",
                                                           "SQLite format 3",
                                                           "\x28\xB5\x2F\xFD",
                                                           "{\\rtf"};
  return std::any_of(kMagic.begin(), kMagic.end(), [&](std::string_view m) { return bytes.starts_with(m); });
}

// Text in two-byte units shows zero bytes at every other place.
const char* utf16_without_mark(std::string_view sample) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0';
  const std::size_t half = sample.size() / 2;
  if (half < 4) return nullptr;
  if (zeros[1] > half * 7 / 10 && zeros[0] < half / 20 + 1) return "UTF-16LE";
  if (zeros[0] > half * 7 / 10 && zeros[1] < half / 20 + 1) return "UTF-16BE";
  return nullptr;
}

bool looks_binary(std::string_view sample) {
  std::size_t controls = 0;
  for (const char c : sample) {
    const auto b = static_cast<unsigned char>(c);
    controls += (b < 0x20 && !(b >= '\t' && b <= '\r') && b != 0x1A && b != 0x1B) || b == 0x7F;
  }
  return controls * 20 > sample.size();
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The name after `charset=` in the head of an HTML file, or of an XML declaration's `encoding=`.
std::optional<std::string> declared_encoding(std::string_view bytes) {
  std::string head(bytes.substr(0, kDeclarationBytes));
  std::transform(head.begin(), head.end(), head.begin(), lower_ascii);
  const auto tag = head.find('<');
  if (tag == std::string::npos) return std::nullopt;
  auto at = head.find("charset=", tag);
  at = at != std::string::npos ? at + 8 : head.starts_with("<?xml") ? head.find("encoding=") : at;
  if (at == std::string::npos) return std::nullopt;
  if (head.compare(at, 9, "encoding=") == 0) at += 9;
  const auto begin = head.find_first_not_of(" \"'", at);
  if (begin == std::string::npos) return std::nullopt;
  const auto end = head.find_first_of(" \"'/>;?", begin);
  return head.substr(begin, std::min<std::size_t>(end - begin, 40));
}

// Few bad bytes in many good characters beyond ASCII: damaged UTF-8, not another encoding.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = code_point_at(bytes, at);
    good += is_well_formed(c) && c.size > 1;
    bad += !is_well_formed(c);
    at += c.size;
  }
  return bad == 0 || good > bad * 4;
}

void refuse_binary(std::string_view bytes, const std::string& path) {
  if (has_magic(bytes) || looks_binary(bytes.substr(0, kSampleBytes)))
    throw InputError(path, "", "not text but a binary file", "give a .txt, .html, .json or .jsonl file");
}

// Windows-1252 gives a meaning to every byte, so what it gives for another encoding is noise.
void refuse_unknown(std::string_view bytes, const std::string& path) {
  const auto high = std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
  if (static_cast<std::size_t>(high) * 3 > bytes.size())
    throw InputError(path, "", "text in an unknown encoding", "convert it to UTF-8");
}

DecodedText converted(std::string_view bytes, std::uint32_t begin, const std::string& name) {
  DecodedText out{.encoding = name};
  if (const auto converter = open_converter(name)) {
    out.encoding = iana_name(converter->get(), name);
    append_converted(bytes, begin, converter->get(), out);
  }
  return out;
}

DecodedText utf8(std::string_view bytes, std::uint32_t begin) {
  DecodedText out{.encoding = "UTF-8"};
  append_mended(bytes, begin, out);
  return out;
}

}  // namespace

char32_t windows_1252(unsigned char b) {
  static constexpr std::array<char16_t, 32> kHigh{
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  return b >= 0x80 && b < 0xA0 ? kHigh[b - 0x80] : b;
}

DecodedText mend_utf8(std::string_view bytes) { return utf8(bytes, 0); }

DecodedText decode(std::string_view bytes, const std::string& path) {
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    const auto begin = static_cast<std::uint32_t>(mark.bytes.size());
    return mark.encoding == std::string_view("UTF-8") ? utf8(bytes, begin)
                                                      : converted(bytes, begin, mark.encoding);
  }
  if (const char* name = utf16_without_mark(bytes.substr(0, kSampleBytes))) return converted(bytes, 0, name);
  refuse_binary(bytes, path);
  if (first_ill_formed(bytes) == std::string_view::npos) return utf8(bytes, 0);
  const auto declared = declared_encoding(bytes);
  const bool says_latin = !declared || *declared == "iso-8859-1" || *declared == "us-ascii" ||
                          *declared == "latin1" || *declared == "windows-1252";
  if (declared && !says_latin && *declared != "utf-8" && *declared != "utf8" &&
      !declared->starts_with("utf-16") && !declared->starts_with("utf-32") && open_converter(*declared))
    return converted(bytes, 0, *declared);
  if (mostly_utf8(bytes)) return utf8(bytes, 0);
  refuse_unknown(bytes, path);
  DecodedText out{.encoding = "windows-1252"};
  append_windows_1252(bytes, out);
  return out;
}

}  // namespace dateline
