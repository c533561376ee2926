// The bytes of a sheet, as offices send them, to UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace content::tables {

enum class Encoding { Utf8, Utf8Bom, Utf16Le, Utf16Be, Gb18030, Workbook };  // Workbook: an .xlsx file

// Bytes that mean nothing in the sheet's encoding. U+FFFD stands for them in the text, at `offset` (bytes of UTF-8).
struct BadBytes {
  std::size_t offset = 0;
  std::string hex;  // "FF", "81 30"
};

inline constexpr std::size_t kMostBadBytes = 100'000;

struct DecodedText {
  std::string text;  // without the byte order mark
  Encoding encoding = Encoding::Utf8;
  std::vector<BadBytes> bad;  // by rising offset
  bool is_cut = false;        // more of them than kMostBadBytes: the rest was not decoded, this is no table
};

enum class SheetFile { Text, ExcelWorkbook, OldExcelWorkbook, Binary, Empty };

// What kind of file this is, by its first bytes and its zero bytes (a UTF-16 text has a byte order mark).
SheetFile recognise(std::string_view bytes);

// A byte order mark decides; else well-formed UTF-8; else GB18030, unless nearly all of the non-ASCII bytes are
// well-formed UTF-8 (then it is UTF-8 with damage). Never fails: what cannot be decoded is listed in `bad`.
DecodedText decode_sheet(std::string_view bytes);

std::string_view name_of(Encoding encoding);  // "GB18030"

}  // namespace content::tables
