// What a row below the header is: people put districts, totals and signatures between and under the records.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/language.h"

namespace content::tables {

enum class RowSort { Record, Blank, Header, District, Total, Signature };

// `title_index`: the column that names a record. `header_cells`: how many cells say the same as the header
// above them; `header_columns`: how many columns the header has that the kind knows.
RowSort sort_of_row(const std::vector<std::string>& cells, std::size_t title_index, std::size_t header_cells,
                    std::size_t header_columns);

// "合计行" / "a total"; not for Record and Blank.
Text words_for(RowSort sort);

}  // namespace content::tables
