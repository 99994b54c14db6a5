// Whether a text is well-formed XML, told by libxml2; and what it holds.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <libxml/parser.h>

namespace dateline {

inline ::testing::AssertionResult is_well_formed(const std::string& xml) {
  xmlParserCtxt* context = xmlNewParserCtxt();
  xmlDoc* document =
      xmlCtxtReadMemory(context, xml.data(), static_cast<int>(xml.size()), "picture.svg", nullptr,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
  const bool good = context->wellFormed == 1 && document != nullptr;
  const std::string message = context->lastError.message == nullptr ? "" : context->lastError.message;
  xmlFreeDoc(document);
  xmlFreeParserCtxt(context);
  return good ? ::testing::AssertionSuccess() : ::testing::AssertionFailure() << message;
}

inline std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace dateline
