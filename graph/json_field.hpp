// A JsonField: a value inside a JSON document, and the way to it, for messages ("events[2].when.value").
//
// The reading side's view of the JSON library; included by read_json.cpp alone. Refers to the parsed value
// and to the field it was reached by: lives no longer than either.
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "extract/input_error.hpp"

namespace dateline {

// Where a record stands, for messages.
struct JsonPlace {
  std::string file;
  std::size_t line = 1;    // of the outermost value, 1-based
  std::size_t record = 1;  // 1-based, in the file
};

class JsonField {
 public:
  JsonField(const nlohmann::json& value, const JsonPlace& place) : value_(&value), place_(&place) {}

  // Throws InputError: this field is not what it must be.
  [[noreturn]] void fail(const std::string& what) const {
    const std::string way = path();
    throw InputError(place_->file,
                     "line " + std::to_string(place_->line) + ", record " + std::to_string(place_->record) +
                         (way.empty() ? "" : ", " + way),
                     what, "see docs/formats.md");
  }

  // The member of an object. Throws InputError where this is no object or has no such member.
  [[nodiscard]] JsonField operator[](std::string_view name) const {
    if (auto found = find(name)) return *found;
    JsonField(*value_, *place_, this, name).fail("is missing");
  }
  // The same; absent for a member that is missing or null.
  [[nodiscard]] std::optional<JsonField> find(std::string_view name) const {
    if (!value_->is_object()) fail("must be an object");
    const auto it = value_->find(name);
    if (it == value_->end()) return std::nullopt;
    return JsonField(*it, *place_, this, name);
  }
  [[nodiscard]] std::optional<JsonField> present(std::string_view name) const {
    auto found = find(name);
    return found && !found->value_->is_null() ? found : std::nullopt;
  }

  [[nodiscard]] std::string text() const {
    if (!value_->is_string()) fail("must be a string");
    return value_->get<std::string>();
  }
  [[nodiscard]] bool truth() const {
    if (!value_->is_boolean()) fail("must be true or false");
    return value_->get<bool>();
  }
  [[nodiscard]] double number() const {
    if (!value_->is_number() || !std::isfinite(value_->get<double>())) fail("must be a number");
    return value_->get<double>();
  }
  // A whole number that fits a Span.
  [[nodiscard]] std::uint32_t offset() const {
    if (!value_->is_number_unsigned() || value_->get<std::uint64_t>() > 0xFFFFFFFEU)
      fail("must be a whole number from 0 to 4294967294");
    return static_cast<std::uint32_t>(value_->get<std::uint64_t>());
  }

  // Calls `read` with each element of an array, in order, and collects what it gives.
  template <typename Read>
  [[nodiscard]] auto list(const Read& read) const {
    if (!value_->is_array()) fail("must be an array");
    std::vector<decltype(read(*this))> out;
    out.reserve(value_->size());
    for (std::size_t i = 0; i < value_->size(); ++i)
      out.push_back(read(JsonField((*value_)[i], *place_, this, {}, i)));
    return out;
  }
  // Calls `read` with the name and field of each member of an object, by name.
  template <typename Read>
  void each(const Read& read) const {
    if (!value_->is_object()) fail("must be an object");
    for (auto it = value_->begin(); it != value_->end(); ++it)
      read(it.key(), JsonField(it.value(), *place_, this, it.key()));
  }

 private:
  JsonField(const nlohmann::json& value, const JsonPlace& place, const JsonField* parent,
            std::string_view name, std::size_t index = 0)
      : value_(&value), place_(&place), parent_(parent), name_(name), index_(index) {}

  [[nodiscard]] std::string path() const {
    if (parent_ == nullptr) return {};
    std::string way = parent_->path();  // depth is that of the format, not of the input
    if (name_.empty()) return way + "[" + std::to_string(index_) + "]";
    if (!way.empty()) way += ".";
    return way.append(name_);
  }

  const nlohmann::json* value_;
  const JsonPlace* place_;
  const JsonField* parent_ = nullptr;
  std::string_view name_;  // of a member; empty for an element
  std::size_t index_ = 0;
};

}  // namespace dateline
