#include "content/read_model.h"

#include "content/read_body.h"

namespace content {
namespace {

using nlohmann::json;

void read_common(const BodyReader& body, Common& common) {
  common.validity = {body.optional_day("valid_from"), body.optional_day("valid_until")};
  common.english = body.texts_by_key("english");
}

template <typename T>
T begin_record(const RecordId& id, std::int64_t revision, const BodyReader& body) {
  T record;
  record.id = id;
  record.revision = revision;
  read_common(body, record);
  return record;
}

PosterLayout read_layout(const BodyReader& body) {
  return {.text_plane = body.plane("text_plane"), .calm_strip = body.plane("calm_strip"), .pill = body.plane("pill")};
}

Pledge read_pledge(const BodyReader& body) {
  Pledge pledge;
  pledge.number = body.text("number");
  pledge.words = body.text("words");
  pledge.owner = body.text("owner");
  pledge.signed_on = body.optional_day("signed_on");
  pledge.until = body.optional_day("until");
  pledge.verified_by = body.text("verified_by");
  pledge.verified_on = body.optional_day("verified_on");
  pledge.picture = body.media("picture");
  return pledge;
}

}  // namespace

City read_city(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::City, id);
  auto city = begin_record<City>(id, revision, body);
  city.name = body.text("name");
  city.campaign = body.text("campaign");
  city.publicity_title = body.text("publicity_title");
  city.honour_title = body.text("honour_title");
  city.products_title = body.text("products_title");
  city.service_phone = body.text("service_phone");
  city.welcome = body.text("welcome");
  city.doors_tall = body.four_media("doors_tall");
  city.doors_wide = body.four_media("doors_wide");
  city.featured_figure = body.record("featured_figure");
  city.featured_merchant = body.record("featured_merchant");
  city.link_hosts = body.texts("link_hosts");
  return city;
}

Stage read_stage(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::Stage, id);
  auto stage = begin_record<Stage>(id, revision, body);
  stage.number = body.number("number", 0);
  stage.name = body.text("name");
  stage.first = body.day("first");
  stage.last = body.day("last");
  stage.summary = body.text("summary");
  return stage;
}

Theme read_theme(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::Theme, id);
  auto theme = begin_record<Theme>(id, revision, body);
  theme.name = body.text("name");
  theme.first = body.day("first");
  theme.last = body.day("last");
  theme.yearly = body.yes("yearly");
  theme.feast = body.optional_day("feast");
  theme.feast_name = body.text("feast_name");
  theme.summary = body.text("summary");
  return theme;
}

Series read_series(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::Series, id);
  auto series = begin_record<Series>(id, revision, body);
  series.name = body.text("name");
  series.summary = body.text("summary");
  series.icon = body.text("icon");
  series.number = body.number("number", 0);
  series.picture = body.media("picture");
  return series;
}

Article read_article(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::Article, id);
  auto article = begin_record<Article>(id, revision, body);
  article.category = body.word("category", ArticleCategory::Activity);
  article.series = body.record("series");
  article.title = body.text("title");
  article.kicker = body.text("kicker");
  article.published = body.day("published");
  article.body = body.text("body");
  article.picture = body.media("picture");
  article.caption = body.text("caption");
  article.gallery = body.media_list("gallery");
  article.link = body.text("link");
  article.lead = body.yes("lead");
  article.read_next = body.record("read_next");
  return article;
}

Poster read_poster(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::Poster, id);
  auto poster = begin_record<Poster>(id, revision, body);
  poster.title = body.text("title");
  poster.slogan = body.texts("slogan");
  poster.small_line = body.text("small_line");
  poster.theme = body.record("theme");
  poster.landscape = body.media("landscape");
  poster.portrait = body.media("portrait");
  poster.landscape_layout = read_layout(body.part("landscape_layout"));
  poster.portrait_layout = read_layout(body.part("portrait_layout"));
  poster.ground = body.colour("ground", poster.ground);
  poster.ink = body.colour("ink", poster.ink);
  poster.ink2 = body.colour("ink2", poster.ink2);
  poster.pill_fill = body.colour("pill_fill", poster.pill_fill);
  poster.pill_text = body.colour("pill_text", poster.pill_text);
  poster.weight = body.number("weight", poster.weight);
  return poster;
}

Film read_film(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::Film, id);
  auto film = begin_record<Film>(id, revision, body);
  film.title = body.text("title");
  film.summary = body.text("summary");
  film.length = std::chrono::seconds{body.number("length_s", 0)};
  film.picture = body.media("picture");
  film.file = body.media("file");
  return film;
}

Figure read_figure(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::Figure, id);
  auto figure = begin_record<Figure>(id, revision, body);
  figure.category = body.word("category", FigureCategory::Supporter);
  figure.name = body.text("name");
  figure.pinyin = body.text("pinyin");
  figure.year = body.number("year", 0);
  figure.community = body.text("community");
  figure.voice = body.text("voice");
  figure.citation = body.text("citation");
  figure.biography = body.text("biography");
  for (const BodyReader& honour : body.parts("honours")) {
    figure.honours.push_back({.year = honour.number("year", 0), .text = honour.text("text")});
  }
  figure.pronoun = body.text("pronoun");
  figure.portrait = body.media("portrait");
  figure.gallery = body.media_list("gallery");
  figure.link = body.text("link");
  return figure;
}

Street read_street(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::Street, id);
  auto street = begin_record<Street>(id, revision, body);
  street.name = body.text("name");
  street.short_name = body.text("short_name");
  street.shops = body.number("shops", street.shops);
  street.target_percent = body.number("target_percent", street.target_percent);
  street.summary = body.text("summary");
  street.diagram = body.media("diagram");
  for (const BodyReader& label : body.parts("labels")) {
    street.labels.push_back({.text = label.text("text"),
                             .x = label.real("x", 0.0F),
                             .y = label.real("y", 0.0F),
                             .role = label.text("role"),
                             .angle_deg = label.real("angle_deg", 0.0F)});
  }
  return street;
}

Merchant read_merchant(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::Merchant, id);
  auto merchant = begin_record<Merchant>(id, revision, body);
  merchant.name = body.text("name");
  merchant.pinyin = body.text("pinyin");
  merchant.category = body.text("category");
  merchant.street = body.record("street");
  merchant.address = body.text("address");
  merchant.map_x = body.optional_real<float>("map_x");
  merchant.map_y = body.optional_real<float>("map_y");
  merchant.longitude = body.optional_real<double>("longitude");
  merchant.latitude = body.optional_real<double>("latitude");
  merchant.phone = body.text("phone");
  merchant.transit = body.text("transit");
  merchant.hours = read_hours(body.part("hours"));
  for (const BodyReader& offer : body.parts("offers")) merchant.offers.push_back(read_offer(offer));
  merchant.pledge = read_pledge(body.part("pledge"));
  merchant.picture = body.media("picture");
  merchant.thumb = body.media("thumb");
  merchant.gallery = body.media_list("gallery");
  merchant.sign = body.plane("sign");
  return merchant;
}

Product read_product(const RecordId& id, std::int64_t revision, const json& value) {
  const BodyReader body(value, Kind::Product, id);
  auto product = begin_record<Product>(id, revision, body);
  product.name = body.text("name");
  product.category = body.text("category");
  product.price_fen = body.long_number("price_fen", 0);
  product.unit = body.text("unit");
  product.origin = body.text("origin");
  product.season = body.numbers("season");
  product.maker = body.text("maker");
  product.maker_line = body.text("maker_line");
  product.maker_note = body.text("maker_note");
  product.story = body.text("story");
  product.maker_portrait = body.media("maker_portrait");
  product.figure = body.record("figure");
  for (const BodyReader& outlet : body.parts("outlets")) {
    product.outlets.push_back(
        {.icon = outlet.text("icon"), .text = outlet.text("text"), .merchant = outlet.record("merchant")});
  }
  product.phone = body.text("phone");
  product.order_link = body.text("order_link");
  product.picture = body.media("picture");
  product.gallery = body.media_list("gallery");
  product.tint = body.colour("tint", product.tint);
  product.table = body.colour("table", product.table);
  return product;
}

Hours read_hours(const json& value) { return read_hours(BodyReader(value, {})); }
Offer read_offer(const json& value) { return read_offer(BodyReader(value, {})); }

}  // namespace content
