// How much of a table is read, a workbook or a text.
#pragma once

#include <cstddef>

namespace content::tables {

// More than any office has; beyond them a file is refused: a small file may unpack to anything.
struct TableLimits {
  std::size_t columns = 256;                 // what lies to the right is left out
  std::size_t rows = 1'048'576;              // as many as Excel has
  std::size_t cells = 8'000'000;             // rows times the width of each
  std::size_t text = 128U << 20U;            // bytes in all cells, the same string counted each time
  std::size_t strings = 2'000'000;           // shared ones
  std::size_t merges = 100'000;
  std::size_t troubles = 200'000;            // cells that must not be taken; each keeps its sentences
};

}  // namespace content::tables
