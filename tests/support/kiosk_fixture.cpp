#include "tests/support/kiosk_fixture.h"

#include <algorithm>
#include <utility>

namespace tests {
namespace {

using namespace std::chrono;
using content::Day;
using content::RecordId;

template <typename T>
T record() {
  T made;
  made.id = RecordId::make();
  made.revision = 1;
  return made;
}

content::Hours every_day(int from, int to) {
  content::Hours hours;
  hours.known = true;
  for (auto& day : hours.week) day = {{from, to}};
  return hours;
}

kiosk::KioskOptions in_folder(kiosk::KioskOptions options, const std::filesystem::path& folder) {
  options.state = folder;
  return options;
}

content::City jiangcheng() {
  auto city = record<content::City>();
  city.name = "江城市";
  city.campaign = "创建全国双拥模范城";
  city.publicity_title = "创建全国双拥模范城，江城在行动";
  city.honour_title = "榜样就在我们身边";
  city.products_title = "脱下军装，把日子种出来";
  city.welcome = "江城一家亲";
  city.service_phone = "5550 0100";
  city.link_hosts = {"jiangcheng.example"};
  return city;
}

content::Poster slogan_poster() {
  auto poster = record<content::Poster>();
  poster.title = "军民鱼水情";
  poster.slogan = {"军民鱼水情", "江城一家亲"};
  poster.landscape_layout.text_plane = {0.68F, 0.08F, 0.965F, 0.845F};
  poster.portrait_layout.text_plane = {0.067F, 0.638F, 0.933F, 0.815F};
  poster.portrait_layout.pill = {0.15F, 0.838F, 0.85F, 0.906F};
  poster.ground = 0x8E1719;
  poster.ink = 0xFFF6E4;
  poster.ink2 = 0xF4E3BC;
  poster.pill_fill = 0xFFF6E4;
  poster.pill_text = 0x8E1719;
  return poster;
}

constexpr double kFrame = 0.05;

}  // namespace

content::LocalMinute minute_at(int y, unsigned m, unsigned d, int hour, int min) {
  return content::LocalMinute{local_days(year_month_day(year(y), month(m), day(d))).time_since_epoch() + hours(hour) +
                              minutes(min)};
}

content::LocalMinute design_minute() { return minute_at(2026, 7, 30, 10, 26); }

content::Merchant merchant_named(std::string name, const content::Street& street, int number) {
  auto merchant = record<content::Merchant>();
  merchant.name = std::move(name);
  merchant.category = "餐饮";
  merchant.street = street.id;
  merchant.address = street.name + " " + std::to_string(number) + " 号";
  merchant.phone = "5550 0" + std::to_string(100 + number);
  merchant.map_x = 0.1F + 0.05F * static_cast<float>(number % 16);
  merchant.map_y = 0.5F;
  merchant.hours = every_day(6 * 60 + 30, 21 * 60 + 30);
  content::Offer offer;
  offer.kind = content::OfferKind::PayRatio;
  offer.pay_percent = 80;
  offer.title = "全单八折";
  offer.proof_line = "凭优待证";
  offer.who = {content::Who::Serving, content::Who::Veteran};
  offer.proofs = {content::Proof::BenefitCard};
  offer.cards = content::Cards::AnyProvince;
  merchant.offers = {offer};
  merchant.pledge = {.number = "JT-" + std::to_string(number),
                     .words = "进门一杯热茶，全单八折。",
                     .owner = "许明远",
                     .signed_on = Day(year(2026), month(2), day(18)),
                     .until = Day(year(2028), month(2), day(28)),
                     .verified_by = "周蓓",
                     .verified_on = Day(year(2026), month(5), day(3)),
                     .picture = {}};
  return merchant;
}

content::Figure figure_named(std::string name, content::FigureCategory category) {
  auto figure = record<content::Figure>();
  figure.name = std::move(name);
  figure.category = category;
  figure.year = 2025;
  figure.community = "和平里社区";
  figure.voice = "孩子们到江城当兵，我家的灯就替他们亮着。";
  figure.citation = "一盏等了二十年的灯";
  figure.biography = "退休教师。儿子参军那年，她在自家楼下腾出一间小屋，烧汤、补衣、代收包裹。";
  figure.honours = {{2005, "儿子入伍"}, {2025, "获评江城市“兵妈妈”"}};
  figure.pronoun = "她";
  return figure;
}

content::Article article_titled(std::string title, Day published) {
  auto article = record<content::Article>();
  article.title = std::move(title);
  article.published = published;
  article.category = content::ArticleCategory::Experience;
  article.kicker = "江滩双拥街走访记";
  article.body = "清晨六点半，渡口面馆的第一锅面刚刚翻滚。\n\n## 从一家店，到六十四家店\n\n江滩双拥街全长九百二十米。";
  return article;
}

content::Product product_named(std::string name, std::int64_t price_fen) {
  auto product = record<content::Product>();
  product.name = std::move(name);
  product.category = "茶与蜜";
  product.price_fen = price_fen;
  product.unit = "500 g / 瓶";
  product.origin = "江城市云岭镇";
  product.maker = "陈向江";
  product.maker_line = "退役 15 年 ・ 养蜂人";
  product.maker_note = "退役 15 年";
  product.story = "守过七年边防，回来守一座山。";
  product.outlets = {{"phone", "5550 0731（陈向江）", {}}};
  return product;
}

std::shared_ptr<content::Catalog> small_city() {
  auto city = std::make_shared<content::Catalog>();
  city->sequence = 1;
  city->city = jiangcheng();

  auto stage = record<content::Stage>();
  stage.number = 1;
  stage.name = "中期考评";
  stage.first = Day(year(2026), month(7), day(1));
  stage.last = Day(year(2026), month(8), day(31));
  city->stages = {stage};

  auto series = record<content::Series>();
  series.name = "江城双拥故事";
  series.summary = "身边的人，身边的事";
  series.icon = "book";
  series.number = 1;
  city->series = {series};
  city->articles = {article_titled("一条街，怎样把“优待”变成日常", Day(year(2026), month(7), day(29))),
                    article_titled("一图读懂：市内 26 项优待", Day(year(2026), month(7), day(28))),
                    article_titled("暴雨那一夜，他们守住了堤", Day(year(2026), month(7), day(25)))};
  city->articles[0].lead = true;
  city->articles[1].category = content::ArticleCategory::Policy;
  city->articles[2].series = series.id;

  city->posters = {slogan_poster()};

  city->figures = {figure_named("陈向江", content::FigureCategory::Veteran),
                   figure_named("顾长岭", content::FigureCategory::Martyr),
                   figure_named("仇㛃", content::FigureCategory::Soldier),
                   figure_named("周念慈", content::FigureCategory::Mother)};
  city->figures[1].voice.clear();

  auto street = record<content::Street>();
  street.name = "江滩双拥街";
  street.short_name = "江滩";
  street.shops = 10;
  street.target_percent = 80;
  city->streets = {street};
  for (const auto* name : {"春和大药房", "渡口面馆", "和平里小厨", "江畔书屋", "明眸眼镜", "䶮记修车", "望江理发店"}) {
    city->merchants.push_back(merchant_named(name, street, static_cast<int>(city->merchants.size()) + 1));
  }
  city->merchants[0].category = "医药";
  city->merchants.push_back(merchant_named("未签约小店", street, 9));
  city->merchants.back().pledge.signed_on.reset();

  city->products = {product_named("界碑百花蜜", 5800), product_named("山哨高山绿茶", 12800),
                    product_named("炊事班香辣酱", 2600)};
  city->products[2].category = "调味";
  city->build_lookup();
  return city;
}

Visit::Visit(std::shared_ptr<const content::Catalog> catalog, ui::PixelSize size, kiosk::KioskOptions options)
    : backend_(size), session_({}, backend_), kiosk_(session_, in_folder(std::move(options), folder_.path())) {
  session_.install(&items_);
  session_.install(&texts_);
  session_.set_fixed_clock(seconds_);
  kiosk_.show(std::move(catalog));
  frames();
}

void Visit::step(double seconds) {
  seconds_ += seconds;
  session_.set_fixed_clock(seconds_);
  kiosk_.frame(now);
}

void Visit::frames(int count) {
  for (int i = 0; i < count; ++i) step(kFrame);
}

void Visit::settle() {
  frames(20);
  for (int i = 0; i < 2000 && kiosk_.searcher().waiting(); ++i) frames(1);
  frames(2);
}

bool Visit::tap(std::string_view label) {
  const auto box = items_.find(label);
  if (!box) return false;
  const ui::Point at = box->centre();
  const float scale = session_.pixels_per_u();
  backend_.touch_down({at.x * scale, at.y * scale});
  frames(2);
  backend_.touch_up();
  frames(2);
  settle();
  return true;
}

bool Visit::drag(std::string_view label, float dx, float dy, int steps) {
  const auto box = items_.find(label);
  if (!box) return false;
  const float scale = session_.pixels_per_u();
  const ui::Point from = box->centre();
  backend_.touch_down({from.x * scale, from.y * scale});
  frames(2);
  for (int i = 1; i <= steps; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(steps);
    backend_.touch_move({(from.x + dx * share) * scale, (from.y + dy * share) * scale});
    frames(1);
  }
  backend_.touch_up();
  frames(2);
  settle();
  return true;
}

void Visit::wait_seconds(int seconds) {
  for (int i = 0; i < seconds; ++i) step(1);
}

bool Visit::shows(std::string_view part) const {
  return std::ranges::any_of(texts_.texts(), [&](const ui::LoggedText& text) { return text.text.find(part) != std::string::npos; });
}

std::vector<std::string> Visit::texts() const {
  std::vector<std::string> all;
  for (const auto& text : texts_.texts()) all.push_back(text.text);
  return all;
}

}  // namespace tests
