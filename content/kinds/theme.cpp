#include "content/kinds/english.h"
#include "content/kinds/list.h"

namespace content::kinds {
namespace {

constexpr auto kFields = std::to_array<Field>({
    {.key = "name",
     .zh = "名称",
     .en = "Name",
     .aliases = {"主题", "主题名称"},
     .required = true,
     .max_chars = 20,
     .translatable = true},
    {.key = "first",
     .zh = "开始",
     .en = "First day",
     .aliases = {"开始日期", "开始时间"},
     .type = FieldType::Date,
     .required = true},
    {.key = "last",
     .zh = "结束",
     .en = "Last day",
     .aliases = {"结束日期", "结束时间"},
     .type = FieldType::Date,
     .required = true},
    {.key = "yearly", .zh = "每年", .en = "Yearly", .aliases = {"每年重复", "是否每年"}, .type = FieldType::YesNo},
    {.key = "feast", .zh = "节日日期", .en = "Feast day", .type = FieldType::Date},
    {.key = "feast_name", .zh = "节日名称", .en = "Feast name", .max_chars = 12, .translatable = true},
    {.key = "summary",
     .zh = "说明",
     .en = "Summary",
     .type = FieldType::LongText,
     .max_chars = 400,
     .translatable = true},
    kValidFrom,
    kValidUntil,
});

}  // namespace

// A themed period. 主题
constinit const KindSpec kTheme{.kind = Kind::Theme,
                                .word = "theme",
                                .zh = "主题",
                                .en = "Theme",
                                .title_key = "name",
                                .key_fields = {"name"},
                                .fields = WithEnglish<kFields>::kFields};

}  // namespace content::kinds
