#include "content/kinds/english.h"
#include "content/kinds/list.h"

namespace content::kinds {
namespace {

constexpr auto kFields = std::to_array<Field>({
    {.key = "title",
     .zh = "标题",
     .en = "Title",
     .aliases = {"文章标题", "题目"},
     .required = true,
     .max_chars = 60,
     .translatable = true},
    {.key = "category",
     .zh = "栏目",
     .en = "Category",
     .aliases = {"分类", "类别"},
     .type = FieldType::Enum,
     .required = true,
     .words = kArticleCategoryWords},
    {.key = "series",
     .zh = "系列",
     .en = "Series",
     .aliases = {"所属系列"},
     .type = FieldType::Ref,
     .ref = Kind::Series},
    {.key = "kicker", .zh = "引题", .en = "Kicker", .aliases = {"眉题", "副标题"}, .max_chars = 40, .translatable = true},
    {.key = "published",
     .zh = "日期",
     .en = "Date",
     .aliases = {"发布日期", "发布时间", "时间"},
     .type = FieldType::Date,
     .required = true},
    {.key = "body",
     .zh = "正文",
     .en = "Body",
     .aliases = {"内容", "文章正文"},
     .type = FieldType::LongText,
     .required = true,
     .max_chars = 60000,
     .translatable = true,
     .help_zh = "段落之间空一行；“## ”小标题，“> ”引用，“- ”列表，“**两头加星**”粗体。",
     .help_en = "A blank line between paragraphs; \"## \" sub-head, \"> \" quote, \"- \" list, \"**so**\" bold."},
    {.key = "picture", .zh = "图片", .en = "Picture", .aliases = {"配图", "题图"}, .type = FieldType::Media},
    kGallery,
    {.key = "caption", .zh = "图注", .en = "Caption", .aliases = {"图片说明"}, .max_chars = 80, .translatable = true},
    {.key = "link",
     .zh = "链接",
     .en = "Link",
     .aliases = {"网址", "原文链接"},
     .type = FieldType::Url,
     .max_chars = 500},
    {.key = "lead", .zh = "头条", .en = "Lead", .aliases = {"是否头条"}, .type = FieldType::YesNo},
    {.key = "read_next",
     .zh = "读完再看",
     .en = "Read next",
     .aliases = {"下一篇"},
     .type = FieldType::Ref,
     .ref = Kind::Article},
    kValidFrom,
    kValidUntil,
});

}  // namespace

// An article. 文章
constinit const KindSpec kArticle{.kind = Kind::Article,
                                  .word = "article",
                                  .zh = "文章",
                                  .en = "Article",
                                  .title_key = "title",
                                  .key_fields = {"title", "published"},
                                  .fields = WithEnglish<kFields>::kFields};

}  // namespace content::kinds
