// What the city's content is: plain structs, one per kind of record, as the kiosk reads them from a release.
//
// Text is UTF-8. Dates are civil days in the city's time zone (Asia/Shanghai). A string that was not given is empty, a
// number or date that was not given is nullopt. Cross references hold ids of the release; a reference to a record that
// is not in the release (not approved, withdrawn, expired) resolves to nothing and is simply not drawn.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/ids.h"

namespace content {

using Day = std::chrono::year_month_day;
// Wall-clock minutes of the city, counted as if it were UTC (the city's zone has no summer time).
using LocalMinute = std::chrono::local_time<std::chrono::minutes>;

// Both ends inclusive; an absent end is open.
struct Validity {
  std::optional<Day> from;
  std::optional<Day> until;
};

enum class Kind { City, Stage, Theme, Series, Article, Poster, Film, Figure, Street, Merchant, Product };

// What the office has said in English, by the field's key ("name", "pledge.words"); a field that is absent has no English.
using EnglishTexts = std::map<std::string, std::string, std::less<>>;

// The part every record has.
struct Common {
  RecordId id;
  std::int64_t revision = 0;  // of the office database, rises with each edit
  Validity validity;
  EnglishTexts english{};
};

// The city itself (exactly one): names and lines that several screens show. 城市
struct City : Common {
  std::string name;              // 江城市
  std::string campaign;          // 创建全国双拥模范城
  std::string publicity_title;   // 创建全国双拥模范城，江城在行动
  std::string honour_title;      // 榜样就在我们身边
  std::string products_title;    // 脱下军装，把日子种出来
  std::string service_phone;     // 5550 0100
  std::string welcome;           // standing picture's second line: 江城一家亲
  // Pictures of the home screen's four doors, in the order publicity, honour, street, products; tall 1:1.73, wide 1.17:1.
  std::array<MediaId, 4> doors_tall;
  std::array<MediaId, 4> doors_wide;
  // Put forward by the office on the home screen and the wall; empty: the day and the week choose.
  RecordId featured_figure;    // never 英烈
  RecordId featured_merchant;
  // Hosts that a code may lead to, lower case: "shop.example.cn" allows itself and what ends in ".shop.example.cn".
  std::vector<std::string> link_hosts{};
};

// One stage of the campaign: 宣传发动 → 全面实施 → 中期考评 → 巩固提高 → 国家验收. 创建阶段
struct Stage : Common {
  int number = 0;  // 1-based place on the time line
  std::string name;
  Day first;  // first and last day of the stage itself (validity says when it may be shown)
  Day last;
  std::string summary;
};

// A themed period such as 八一, 春节, 双拥月. It recurs each year when `yearly`. 主题
struct Theme : Common {
  std::string name;    // 八一
  Day first;
  Day last;
  bool yearly = false;
  std::optional<Day> feast;   // the day counted down to: 建军节
  std::string feast_name;     // "建军节" as in "距建军节 2 天"
  std::string summary;
};

// Articles that belong together; the home screen's small doors. 系列
struct Series : Common {
  std::string name;
  std::string summary;  // one line under the door's title, ≤ 12 characters
  std::string icon;     // name in assets/icons/icons.json
  int number = 0;       // order of the doors, from 1
  MediaId picture;
};

enum class ArticleCategory { Policy, Activity, Experience, PosterFilm };  // 政策法规 活动动态 典型经验 海报影像

struct Article : Common {
  ArticleCategory category = ArticleCategory::Activity;
  RecordId series;          // may be empty
  std::string title;
  std::string kicker;       // 江滩双拥街走访记
  Day published;
  std::string body;         // Markdown subset: paragraphs, "## " sub-heads, "> " quotes, "- " lists
  MediaId picture;
  std::string caption;      // of the picture
  std::vector<MediaId> gallery{};  // further pictures, for the viewer
  std::string link;         // https address for the code to take along, may be empty
  bool lead = false;        // 头条: the large card of the list
  RecordId read_next;       // 读完再看
};

// How a slogan stands on its picture. Colours as 0xRRGGBB; planes as fractions of the picture: x0, y0, x1, y1.
struct PosterLayout {
  std::array<float, 4> text_plane{};
  std::array<float, 4> calm_strip{};  // landscape: bar below; portrait: foot
  std::array<float, 4> pill{};        // portrait only
};

struct Poster : Common {
  std::string title;                // for lists and the office
  std::vector<std::string> slogan;  // 1 or 2 lines
  std::string small_line;           // 江城市 军民同心
  RecordId theme;                   // shown only during that theme, when set
  MediaId landscape;
  MediaId portrait;
  PosterLayout landscape_layout;
  PosterLayout portrait_layout;
  std::uint32_t ground = 0;
  std::uint32_t ink = 0;
  std::uint32_t ink2 = 0;
  std::uint32_t pill_fill = 0;
  std::uint32_t pill_text = 0;
  int weight = 1;                   // 1–5: how often in a round of the attract loop
};

// A film: its picture and words; the player comes with the film feature, so no screen lists films yet. 专题片
struct Film : Common {
  std::string title;
  std::string summary;
  std::chrono::seconds length{0};
  MediaId picture;
  MediaId file;
};

// 最美拥军人物 模范退役军人 好军嫂 兵妈妈 爱军精武标兵 情系国防好家庭 英烈
enum class FigureCategory { Supporter, Veteran, Wife, Mother, Soldier, Family, Martyr };

struct Honour {
  int year = 0;
  std::string text;
};

struct Figure : Common {
  FigureCategory category = FigureCategory::Supporter;
  std::string name;
  std::string pinyin;      // full reading when ICU's is wrong; empty = ICU's surname reading
  int year = 0;            // 年度: the year of the award
  std::string community;   // 和平里社区
  std::string voice;       // the figure's own words, ≤ 2 lines
  std::string citation;    // one line: 一盏等了二十年的灯
  std::string biography;   // a short paragraph or more
  std::vector<Honour> honours;  // by year
  std::string pronoun;     // 他 她 他们
  MediaId portrait;
  std::vector<MediaId> gallery{};  // further pictures, for the viewer
  std::string link;
};

struct MapLabel {
  std::string text;
  float x = 0;             // fractions of the diagram, 0,0 = top left
  float y = 0;
  std::string role;        // street road place park water landmark
  float angle_deg = 0;
};

struct Street : Common {
  std::string name;        // 江滩双拥街
  std::string short_name;  // 江滩
  int shops = 0;           // all shops on the street, signed or not
  int target_percent = 80;
  std::string summary;
  MediaId diagram;
  std::vector<MapLabel> labels;
};

enum class OfferKind { PayRatio, AmountOff, Free, Gift, Priority, Other };  // 打折 满减 免费 赠送 优先 其他

// Who may use an offer. 现役军人 退役军人 军人家属 烈士/因公牺牲/病故军人遗属 残疾军人 优待证持有人 消防救援人员
enum class Who { Serving, Veteran, MilitaryFamily, Bereaved, Disabled, CardHolder, FireRescue };
// 优待证 军人证(军官证/士兵证) 光荣牌 残疾军人证 烈属证 消防救援人员证 军属证明
enum class Proof { BenefitCard, ServiceCard, HonourPlaque, DisabilityCard, BereavedCard, FireRescueCard, FamilyProof };
enum class Cards { LocalOnly, AnyProvince };  // does the offer count 优待证 of other provinces (跨城互认)

struct Offer {
  OfferKind kind = OfferKind::Other;
  int pay_percent = 0;           // PayRatio: what is paid, 1–99; 八折 = 80, 八五折 = 85
  std::int64_t amount_fen = 0;   // AmountOff: off this much …
  std::int64_t from_fen = 0;     // … from this much on, 0 = any
  std::string title;             // 全单八折: what the poster says, advice ≤ 6 characters, limit 8
  std::string title_english{};   // 20% off; empty: as kind and numbers say it
  std::string proof_line;        // 凭优待证
  std::vector<Who> who;          // in the enum's order, none twice
  std::vector<Proof> proofs;
  Cards cards = Cards::LocalOnly;
  std::string conditions;        // 烟酒除外
  Validity validity;
};

// Minutes from midnight of the day it opens; to > 1440 runs past midnight. 0 ≤ from < 1440, from < to ≤ from + 1440.
struct OpenSpan {
  int from = 0;
  int to = 0;
};

struct SpecialDay {
  Day day;
  std::vector<OpenSpan> spans;  // empty: closed all day
};

// Weekly hours. `text` is what the office wrote when it could not be understood; then the week is empty and `known` false.
struct Hours {
  bool known = false;
  std::array<std::vector<OpenSpan>, 7> week;  // [0] = Monday; several spans a day = breaks between
  std::vector<SpecialDay> special;            // holidays; they replace the weekday's spans
  std::string text;
};

struct Pledge {
  std::string number;          // 承诺书编号
  std::string words;           // the owner's own pledge, 文楷
  std::string owner;           // 许明远
  std::optional<Day> signed_on;
  std::optional<Day> until;
  std::string verified_by;
  std::optional<Day> verified_on;
  MediaId picture;
};

struct Merchant : Common {
  std::string name;
  std::string pinyin;
  std::string category;        // one of the office's list: 餐饮 医药 …
  RecordId street;
  std::string address;         // 江滩双拥街 12 号
  std::optional<float> map_x;  // fractions of the street's diagram
  std::optional<float> map_y;
  std::optional<double> longitude;  // degrees, WGS 84
  std::optional<double> latitude;
  std::string phone;
  std::string transit;         // 公交 8 路 / 24 路 江滩公园站
  Hours hours;
  std::vector<Offer> offers;   // the first one is the poster
  Pledge pledge;               // signed_on absent: this shop has not signed, so it is never shown
  MediaId picture;             // 16:10
  MediaId thumb;               // square, may be empty
  std::vector<MediaId> gallery{};  // further pictures, for the viewer
  std::array<float, 4> sign{}; // fractions of the picture where the shop's name is set; all 0 = none
};

struct Outlet {
  std::string icon;            // shop calendar phone truck
  std::string text;            // 江滩双拥街 31 号 老兵好物集合店
  RecordId merchant;           // when the outlet is a listed merchant
};

struct Product : Common {
  std::string name;
  std::string category;        // 粮油 茶与蜜 果蔬 调味 手作
  std::int64_t price_fen = 0;
  std::string unit;            // 500 g / 瓶
  std::string origin;          // 江城市云岭镇
  std::vector<int> season;     // months 1–12 when it is fresh; empty = all year
  std::string maker;           // 陈向江
  std::string maker_line;      // 退役 15 年 · 养蜂人
  std::string maker_note;      // 退役 15 年 (for the card)
  std::string story;
  MediaId maker_portrait;
  RecordId figure;             // when the maker is on the honour roll
  std::vector<Outlet> outlets;
  std::string phone;
  std::string order_link;
  MediaId picture;
  std::vector<MediaId> gallery{};  // further pictures, for the viewer
  std::uint32_t tint = 0xF2ECE1;   // wall and table behind the picture, for wide cards
  std::uint32_t table = 0xDDD2BF;
};

enum class MediaSize { Thumb, Card, Full };  // longest side up to 256, 768 and 2160 px (posters: 3840)

// One picture: the same image in up to three sizes, each a blob of the release.
struct MediaFile {
  MediaSize size = MediaSize::Full;
  std::string sha256;          // 64 lower-case hex digits: its name among the blobs
  int width = 0;
  int height = 0;
  std::string format;          // "jpeg" or "png"
};

struct Media {
  MediaId id;
  std::string alt;
  float focus_x = 0.5F;        // what a crop keeps, fractions
  float focus_y = 0.5F;
  std::vector<MediaFile> files;  // by rising size, at least one
};

}  // namespace content
