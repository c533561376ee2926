#include "content/kinds/english.h"
#include "content/kinds/list.h"

namespace content::kinds {
namespace {

constexpr auto kFields = std::to_array<Field>({
    {.key = "number", .zh = "序号", .en = "Number", .type = FieldType::Number, .required = true, .min = 1, .max = 99},
    {.key = "name",
     .zh = "名称",
     .en = "Name",
     .aliases = {"阶段", "阶段名称"},
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
    {.key = "summary",
     .zh = "说明",
     .en = "Summary",
     .aliases = {"内容", "任务"},
     .type = FieldType::LongText,
     .max_chars = 400,
     .translatable = true},
    kValidFrom,
    kValidUntil,
});

}  // namespace

// A stage of the campaign. 创建阶段
constinit const KindSpec kStage{.kind = Kind::Stage,
                                .word = "stage",
                                .zh = "创建阶段",
                                .en = "Stage",
                                .title_key = "name",
                                .key_fields = {"number"},
                                .fields = WithEnglish<kFields>::kFields};

}  // namespace content::kinds
