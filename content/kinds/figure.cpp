#include "content/kinds/list.h"

namespace content::kinds {
namespace {

constexpr auto kFields = std::to_array<Field>({
    {.key = "name",
     .zh = "姓名",
     .en = "Name",
     .aliases = {"名字", "人物姓名", "家庭"},
     .required = true,
     .max_chars = 40},
    {.key = "pinyin",
     .zh = "拼音",
     .en = "Pinyin",
     .aliases = {"姓名拼音"},
     .type = FieldType::Pinyin,
     .max_chars = 80,
     .help_zh = "只在系统读错时填，如 shàn xióng xìn。",
     .help_en = "Only when the reading is wrong: shan xiong xin."},
    {.key = "category",
     .zh = "类别",
     .en = "Category",
     .aliases = {"荣誉类别", "称号"},
     .type = FieldType::Enum,
     .required = true,
     .words = kFigureCategoryWords},
    {.key = "year",
     .zh = "年度",
     .en = "Year",
     .aliases = {"表彰年度", "年份"},
     .type = FieldType::Year,
     .min = 1900,
     .max = 2200},
    {.key = "community", .zh = "社区", .en = "Community", .aliases = {"所在社区", "单位"}, .max_chars = 40},
    {.key = "voice",
     .zh = "心声",
     .en = "Voice",
     .aliases = {"本人的话"},
     .type = FieldType::LongText,
     .max_chars = 80},
    {.key = "citation", .zh = "一句话", .en = "Citation", .aliases = {"颁奖词", "一句话事迹"}, .max_chars = 40},
    {.key = "biography",
     .zh = "事迹",
     .en = "Biography",
     .aliases = {"主要事迹", "简介", "事迹简介"},
     .type = FieldType::LongText,
     .max_chars = 20000},
    {.key = "honours",
     .zh = "荣誉",
     .en = "Honours",
     .aliases = {"所获荣誉", "荣誉经历"},
     .type = FieldType::Honours,
     .max_chars = 80,
     .count = 40},
    {.key = "pronoun", .zh = "称谓", .en = "Pronoun", .aliases = {"代词"}, .max_chars = 4},
    {.key = "portrait", .zh = "照片", .en = "Portrait", .aliases = {"头像", "图片"}, .type = FieldType::Media},
    {.key = "link", .zh = "链接", .en = "Link", .aliases = {"网址"}, .type = FieldType::Url, .max_chars = 500},
    kValidFrom,
    kValidUntil,
});

}  // namespace

// Someone on the honour roll. 人物
constinit const KindSpec kFigure{.kind = Kind::Figure,
                                 .word = "figure",
                                 .zh = "人物",
                                 .en = "Figure",
                                 .title_key = "name",
                                 .key_fields = {"name", "category", "year"},
                                 .fields = kFields};

}  // namespace content::kinds
