// Encoding: the bytes of a file -> UTF-8, with the way back.
//
// Asked in this order: a byte order mark; the zero bytes of UTF-16 without one; UTF-8 that is well-formed;
// what the file declares (HTML's meta charset); Windows-1252, which is a superset of what else English is
// written in. A file that is UTF-8 but for a few bytes stays UTF-8, and those become U+FFFD. Control
// characters become blanks, but those that are bytes of Windows-1252 in disguise what they stand for there.
#pragma once

#include <string>
#include <string_view>

#include "extract/offset_map.hpp"

namespace dateline {

struct DecodedText {
  std::string text;      // well-formed UTF-8, without byte order mark or control characters
  OffsetMap offsets;     // bytes of `text` -> bytes of the file
  std::string encoding;  // IANA name, "UTF-8", "windows-1252", ...
};

// Needs at most kMaxArticleBytes. `path` is for messages. Linear.
// Throws InputError where the bytes are no text (a picture, a program, an archive) in any encoding.
[[nodiscard]] DecodedText decode(std::string_view bytes, const std::string& path);

// The same for UTF-8 that is no file (a decoded field of JSON). Throws nothing.
[[nodiscard]] DecodedText mend_utf8(std::string_view bytes);

// The character of byte `b` (0x80-0x9F) in Windows-1252; kReplacementCharacter where it has none.
[[nodiscard]] char32_t windows_1252(unsigned char b);

}  // namespace dateline
