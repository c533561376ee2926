// Every kind's description, each defined in its own file here; kinds.cpp lists them.
#pragma once

#include "content/kinds.h"

namespace content::kinds {

extern const KindSpec kCity;
extern const KindSpec kStage;
extern const KindSpec kTheme;
extern const KindSpec kSeries;
extern const KindSpec kArticle;
extern const KindSpec kPoster;
extern const KindSpec kFilm;
extern const KindSpec kFigure;
extern const KindSpec kStreet;
extern const KindSpec kMerchant;
extern const KindSpec kProduct;

// The two fields that every kind has.
inline constexpr Field kValidFrom{.key = "valid_from",
                                  .zh = "展示开始",
                                  .en = "Show from",
                                  .aliases = {"开始展示", "上架日期", "生效日期"},
                                  .type = FieldType::Date,
                                  .help_zh = "从这一天起展示；不填表示立即。",
                                  .help_en = "Shown from this day on; empty: at once."};
inline constexpr Field kValidUntil{.key = "valid_until",
                                   .zh = "展示结束",
                                   .en = "Show until",
                                   .aliases = {"结束展示", "下架日期", "失效日期"},
                                   .type = FieldType::Date,
                                   .help_zh = "展示到这一天为止（含当天）；不填表示一直展示。",
                                   .help_en = "Shown up to and including this day; empty: without end."};

// Of kinds whose page opens the picture viewer.
inline constexpr Field kGallery{.key = "gallery",
                                .zh = "更多图片",
                                .en = "More pictures",
                                .aliases = {"图集", "组图"},
                                .type = FieldType::MediaList,
                                .count = 12,
                                .help_zh = "点开图片后可以一张张翻看，每行一张或用分号隔开。",
                                .help_en = "Turned over in the picture viewer; one a line, or with semicolons between."};

}  // namespace content::kinds
