#include "content/tables/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <memory>
#include <optional>

#include "content/error.h"

namespace content::tables {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
// Below this share of well-formed UTF-8 among the non-ASCII bytes, a text that is not clean UTF-8 is taken for GB18030:
// Chinese GB18030 text reaches about a third by chance, a damaged UTF-8 file stays near 1.
constexpr double kDamagedUtf8Share = 0.9;
constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();

std::string hex_of(const char* bytes, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    std::array<char, 4> digits{};
    std::snprintf(digits.data(), digits.size(), "%02X", static_cast<unsigned>(static_cast<unsigned char>(bytes[i])));
    if (!out.empty()) out += ' ';
    out += digits.data();
  }
  return out;
}

void append_utf8(std::string& out, const UChar* units, std::size_t count) {
  icu::UnicodeString(false, units, static_cast<int32_t>(count)).toUTF8String(out);
}

// Runs ICU's converter and stops at every fault, so that each one is known with its bytes. Nullopt as soon as more than `most_lost`
// bytes mean nothing.
std::optional<DecodedText> convert_within(std::string_view bytes, const char* converter_name, Encoding encoding, std::size_t most_lost) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(converter_name, &status), &ucnv_close);
  if (U_FAILURE(status)) {
    throw Error(std::string("ICU 缺少 ") + converter_name + " 的转换表，请安装 libicu72。",
                std::string("ICU has no converter for ") + converter_name + "; install the package libicu72.");
  }
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);

  DecodedText decoded{{}, encoding, {}, false};
  std::size_t lost = 0;
  decoded.text.reserve(bytes.size() * 3 / 2);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::vector<UChar> units(8192);
  for (;;) {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter.get(), &target, target + units.size(), &source, end, nullptr, true, &status);
    append_utf8(decoded.text, units.data(), static_cast<std::size_t>(target - units.data()));
    if (U_SUCCESS(status)) break;
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    std::array<char, 16> invalid{};
    auto count = static_cast<int8_t>(invalid.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), invalid.data(), &count, &ignored);
    lost += static_cast<std::size_t>(count);
    if (lost > most_lost) return std::nullopt;
    decoded.is_cut = decoded.bad.size() >= kMostBadBytes;
    if (!decoded.is_cut) decoded.bad.push_back({decoded.text.size(), hex_of(invalid.data(), static_cast<std::size_t>(count))});
    if (decoded.is_cut && most_lost == kAnyNumber) break;
    decoded.text += kReplacement;
    if (source >= end && status == U_TRUNCATED_CHAR_FOUND) break;
  }
  return decoded;
}

DecodedText convert(std::string_view bytes, const char* converter_name, Encoding encoding) {
  return *convert_within(bytes, converter_name, encoding, kAnyNumber);
}

// How many bytes a damaged UTF-8 text may lose and still be one.
std::size_t most_lost_of(std::string_view bytes) {
  const auto high = std::ranges::count_if(bytes, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
  return static_cast<std::size_t>(static_cast<double>(high) * (1 - kDamagedUtf8Share) + 1e-6);
}

}  // namespace

SheetFile recognise(std::string_view bytes) {
  if (bytes.empty()) return SheetFile::Empty;
  if (bytes.starts_with("PK\x03\x04")) return SheetFile::ExcelWorkbook;
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return SheetFile::OldExcelWorkbook;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return SheetFile::Text;
  return bytes.find('\0') == std::string_view::npos ? SheetFile::Text : SheetFile::Binary;
}

DecodedText decode_sheet(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return convert(bytes.substr(2), "UTF-16LE", Encoding::Utf16Le);
  if (bytes.starts_with("\xFE\xFF")) return convert(bytes.substr(2), "UTF-16BE", Encoding::Utf16Be);
  if (bytes.starts_with(kUtf8Mark)) return convert(bytes.substr(3), "UTF-8", Encoding::Utf8Bom);
  if (auto as_utf8 = convert_within(bytes, "UTF-8", Encoding::Utf8, most_lost_of(bytes))) return std::move(*as_utf8);
  return convert(bytes, "gb18030", Encoding::Gb18030);
}

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8:
      return "UTF-8";
    case Encoding::Utf8Bom:
      return "UTF-8 (BOM)";
    case Encoding::Utf16Le:
      return "UTF-16LE";
    case Encoding::Utf16Be:
      return "UTF-16BE";
    case Encoding::Gb18030:
      return "GB18030";
    case Encoding::Workbook:
      return "Excel";
  }
  return "?";
}

}  // namespace content::tables
