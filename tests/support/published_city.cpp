#include "tests/support/published_city.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "content/release.h"
#include "content/write_model.h"
#include "kiosk/ui/png_write.h"
#include "tests/support/temporary_folder.h"

namespace tests {
namespace {

using content::Kind;
using nlohmann::json;

constexpr int kPictures = 6;
constexpr int kMerchants = 40;

std::string uuid(int group, int number) {
  char text[40];
  std::snprintf(text, sizeof text, "0190%04x-0000-7000-8000-%012x", static_cast<unsigned>(group), static_cast<unsigned>(number));
  return text;
}

std::string id_of(Kind kind, int number) { return uuid(static_cast<int>(kind), number); }
std::string media_id(int number) { return uuid(99, number % kPictures); }

ui::Pixels striped(int width, int height, int number) {
  ui::Pixels pixels{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 4), 255)};
  for (std::size_t at = 0; at < pixels.rgba.size(); at += 4) {
    const auto x = static_cast<int>(at / 4) % width;
    pixels.rgba[at] = static_cast<std::uint8_t>(60 + 25 * number);
    pixels.rgba[at + 1] = static_cast<std::uint8_t>(x / 8 % 2 == 0 ? 120 : 160);
    pixels.rgba[at + 2] = static_cast<std::uint8_t>(200 - 20 * number);
  }
  return pixels;
}

content::Media picture(int number, const content::Blobs& blobs, const std::filesystem::path& folder) {
  content::Media media{content::MediaId{media_id(number)}, "图 " + std::to_string(number), 0.5F, 0.5F, {}};
  for (int size = 0; size < 3; ++size) {
    const int width = 160 << size;
    const int height = number % 2 == 0 ? width * 10 / 16 : width * 5 / 4;
    const auto file = folder / "picture.png";
    ui::write_png(file, striped(width, height, number));
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    media.files.push_back({static_cast<content::MediaSize>(size), blobs.put(std::as_bytes(std::span(bytes.data(), bytes.size()))), width, height, "png"});
  }
  return media;
}

json pictures_of(int first) { return json::array({media_id(first), media_id(first + 1), media_id(first + 2)}); }

std::string long_text(int paragraphs) {
  std::string text;
  for (int i = 0; i < paragraphs; ++i) {
    if (i % 3 == 1) text += "## 第 " + std::to_string(i) + " 段\n\n";
    text += "清晨六点半，渡口面馆的第一锅面刚刚翻滚。江滩双拥街全长九百二十米，从轮渡口一直走到和平里，六十四家店把承诺书挂在门边。"
            "店主说，桌角那块牌子不是给人看的，是给自己看的。\n\n";
  }
  return text;
}

json city() {
  return {{"name", "江城市"}, {"campaign", "创建全国双拥模范城"}, {"publicity_title", "创建全国双拥模范城，江城在行动"},
          {"honour_title", "榜样就在我们身边"}, {"products_title", "脱下军装，把日子种出来"}, {"service_phone", "5550 0100"},
          {"welcome", "江城一家亲"}, {"link_hosts", {"jiangcheng.example"}},
          {"doors_tall", {media_id(0), media_id(1), media_id(2), media_id(3)}},
          {"doors_wide", {media_id(0), media_id(1), media_id(2), media_id(3)}}};
}

json article(int number, int edition) {
  constexpr const char* kCategories[] = {"policy", "activity", "experience", "poster_film"};
  return {{"title", number == 1 ? "一条街，怎样把“优待”变成日常" : "走访记之 " + std::to_string(number) + "（第 " + std::to_string(edition) + " 版）"},
          {"category", kCategories[number % 4]}, {"series", id_of(Kind::Series, 1 + number % 2)}, {"kicker", "江滩双拥街走访记"},
          {"published", "2026-07-" + std::to_string(10 + number)}, {"body", long_text(1 + number % 7)}, {"picture", media_id(number)},
          {"caption", "清晨的渡口面馆"}, {"gallery", pictures_of(number)}, {"lead", number == 1},
          {"link", number % 3 == 0 ? "https://evil.example/a" : "https://news.jiangcheng.example/a/" + std::to_string(number)},
          {"read_next", id_of(Kind::Article, 1 + number % 12)}};
}

json figure(int number) {
  constexpr const char* kCategories[] = {"supporter", "veteran", "wife", "mother", "soldier", "family", "martyr"};
  constexpr const char* kNames[] = {"周念慈", "陈向江", "仇㛃", "单雄信", "曾勇", "欧阳秋水", "䶮小川"};
  return {{"name", kNames[number % 7]}, {"category", kCategories[number % 7]}, {"year", 2018 + number % 8}, {"community", "和平里社区"},
          {"voice", number % 7 == 6 ? "" : "孩子们到江城当兵，我家的灯就替他们亮着。"}, {"citation", "一盏等了二十年的灯"},
          {"biography", long_text(1 + number % 5)}, {"honours", json::array({{{"year", 2005}, {"text", "儿子入伍"}}})}, {"pronoun", "她"},
          {"portrait", media_id(number)}, {"gallery", pictures_of(number)}, {"link", "https://jiangcheng.example/r/" + std::to_string(number)}};
}

json merchant(int number, int edition) {
  constexpr const char* kCategories[] = {"餐饮", "医药", "理发", "书店", "维修"};
  content::Hours hours;
  hours.known = true;
  for (auto& day : hours.week) day = {{390, number % 7 == 0 ? 540 : 1290}};
  const std::string name = number == 1 ? "渡口面馆" : number == 2 ? "和平里小厨" : "江滩小店 " + std::to_string(number);
  return {{"name", name}, {"category", kCategories[number % 5]}, {"street", id_of(Kind::Street, 1 + number % 2)},
          {"address", "江滩双拥街 " + std::to_string(number) + " 号"}, {"phone", "5550 0" + std::to_string(100 + number)},
          {"map_x", 0.03 + 0.023 * number}, {"map_y", number % 2 == 0 ? 0.4 : 0.6}, {"longitude", 111.301 + 0.0002 * number},
          {"latitude", 30.692}, {"transit", "公交 8 路 江滩公园站"},
          {"hours", content::write_hours(hours)},
          {"offers", json::array({{{"kind", "pay_ratio"}, {"pay_percent", 80}, {"title", "全单八折"}, {"proof_line", "凭优待证"},
                                   {"who", {"serving", "veteran"}}, {"proofs", {"benefit_card"}}, {"cards", "any_province"},
                                   {"conditions", "第 " + std::to_string(edition) + " 版"}},
                                  {{"kind", "priority"}, {"title", "优先入座"}, {"who", {"military_family"}}, {"proofs", {"family_proof"}}}})},
          {"pledge", {{"number", "JT-" + std::to_string(number)}, {"words", "进门一杯热茶，全单八折。"}, {"owner", "许明远"},
                      {"signed_on", "2026-02-18"}, {"until", "2028-02-28"}, {"verified_by", "周蓓"}, {"verified_on", "2026-05-03"},
                      {"picture", media_id(number)}}},
          {"picture", media_id(number)}, {"gallery", pictures_of(number)}};
}

json product(int number) {
  constexpr const char* kCategories[] = {"粮油", "茶与蜜", "果蔬", "调味", "手作"};
  return {{"name", number == 1 ? "界碑百花蜜" : "好物 " + std::to_string(number)}, {"category", kCategories[number % 5]},
          {"price_fen", 1200 + 731 * number}, {"unit", "500 g / 瓶"}, {"origin", "江城市云岭镇"}, {"maker", "陈向江"},
          {"maker_line", "退役 15 年 ・ 养蜂人"}, {"maker_note", "退役 15 年"}, {"story", long_text(1 + number % 3)},
          {"maker_portrait", media_id(number)}, {"figure", id_of(Kind::Figure, number)},
          {"outlets", json::array({{{"icon", "shop"}, {"text", "渡口面馆"}, {"merchant", id_of(Kind::Merchant, 1)}},
                                   {{"icon", "calendar"}, {"text", "每周六 9:00 – 12:00 江滩市集"}}})},
          {"phone", "5550 0731"}, {"order_link", "https://haowu.jiangcheng.example/p/" + std::to_string(number)},
          {"picture", media_id(number)}, {"gallery", pictures_of(number)}};
}

json poster(int number) {
  const json plane = {0.067, 0.638, 0.933, 0.815};
  return {{"title", "军民鱼水情"}, {"slogan", {"军民鱼水情", "江城一家亲"}}, {"landscape", media_id(number)}, {"portrait", media_id(number + 1)},
          {"landscape_layout", {{"text_plane", {0.68, 0.08, 0.965, 0.845}}}},
          {"portrait_layout", {{"text_plane", plane}, {"pill", {0.15, 0.838, 0.85, 0.906}}}}, {"ground", "#8E1719"}, {"ink", "#FFF6E4"},
          {"ink2", "#F4E3BC"}, {"pill_fill", "#FFF6E4"}, {"pill_text", "#8E1719"}, {"weight", 1}};
}

}  // namespace

std::int64_t publish_city(const std::filesystem::path& outbox, int edition) {
  const TemporaryFolder pictures;
  const content::Blobs blobs(pictures / "blobs");
  content::ReleaseContent all;
  const auto add = [&](Kind kind, int number, json body) {
    all.records.push_back({content::RecordId{id_of(kind, number)}, kind, edition, std::move(body)});
  };
  add(Kind::City, 1, city());
  add(Kind::Stage, 1, {{"number", 1}, {"name", "中期考评"}, {"first", "2026-07-01"}, {"last", "2026-08-31"}});
  for (int i = 1; i <= 2; ++i) {
    add(Kind::Series, i, {{"name", i == 1 ? "江城双拥故事" : "优待怎么用"}, {"summary", "身边的人，身边的事"}, {"icon", "book"}, {"number", i}});
    add(Kind::Poster, i, poster(i));
    add(Kind::Street, i, {{"name", i == 1 ? "和平双拥街" : "江滩双拥街"}, {"short_name", i == 1 ? "和平" : "江滩"}, {"shops", 30},
                          {"target_percent", 80}, {"diagram", media_id(0)}, {"labels", json::array({{{"text", "长江"}, {"x", 0.5}, {"y", 0.1}, {"role", "water"}}})}});
  }
  for (int i = 1; i <= 14; ++i) {
    if (i % 5 != edition % 5 || i == 1) add(Kind::Article, i, article(i, edition));
    if (i % 6 != edition % 6 || i == 1) add(Kind::Figure, i, figure(i));
    if (i % 4 != edition % 4 || i == 1) add(Kind::Product, i, product(i));
  }
  for (int i = 1; i <= kMerchants; ++i) {
    if (i <= 2 || i % 9 != edition % 9) add(Kind::Merchant, i, merchant(i, edition));
  }
  for (int i = 0; i < kPictures; ++i) all.media.push_back(picture(i, blobs, pictures.path()));
  return content::build_release(all, blobs, 0, outbox, {.made = "2026-07-30T02:26:00Z"}).sequence;
}

}  // namespace tests
