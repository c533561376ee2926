#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "content/hours_text.h"
#include "content/ids.h"
#include "content/offer_text.h"
#include "content/office_store.h"
#include "content/tables/export.h"
#include "content/tables/import.h"
#include "content/write_model.h"

using namespace content;
using nlohmann::json;

namespace {

// An office with a picture and one record of each kind, so that every reference can point at something.
struct Office {
  std::unique_ptr<OfficeStore> store = OfficeStore::in_memory();
  std::string picture;

  Office() {
    store->add_person("编辑", Role::Editor);
    StoredMedia media;
    media.media.files = {{MediaSize::Thumb, std::string(64, 'a'), 10, 10, "png"},
                         {MediaSize::Card, std::string(64, 'b'), 20, 20, "png"},
                         {MediaSize::Full, std::string(64, 'c'), 30, 30, "png"}};
    media.source = "portraits/一 张.svg";
    media.source_hash = std::string(64, 'd');
    media.file_bytes = {1, 2, 3};
    picture = store->put_media(media, "编辑").text;
  }

  std::string some_record(Kind kind) const {
    const std::vector<Record> records = store->list(kind);
    if (!records.empty()) return records.front().id.text;
    json body;
    set_value(body, kind_spec(kind).title_key, "=另一条");
    return store->create(kind, body, "编辑").id.text;
  }
};

std::vector<Offer> offers() {
  std::vector<Offer> found;
  for (const ReadOffer& read : read_offers_text("全单八折 | 凭优待证 | 谁：现役军人、退役军人 | 证：优待证、军人证 | "
                                                "外省可用 | 条件：烟酒除外 | 2024-02-18 至 2027-02-17\n"
                                                "满100减20 | 英文：¥20 off from ¥100 | 谁：军人家属\n免费停车\n优惠面议")) {
    found.push_back(read.offer);
  }
  return found;
}

json text_for(const Field& field) {
  const bool roomy = field.max_chars == 0 || field.max_chars >= 12;
  return roomy ? json("=甲,\"乙\"；丙") : json("她");
}

json value_for(const Field& field, const Office& office) {
  switch (field.type) {
    case FieldType::Text:
      return text_for(field);
    case FieldType::LongText:
      return "@不是文件\n\n- 第二行；";
    case FieldType::TextList:
      return json::array({"甲；乙"});
    case FieldType::Number:
      return field.max > 0 ? static_cast<std::int64_t>(field.max) : 3;
    case FieldType::Year:
      return 2024;
    case FieldType::Money:
      return 128005;
    case FieldType::Date:
      return "2026-07-30";
    case FieldType::YesNo:
      return true;
    case FieldType::Enum:
      return std::string(field.words.back().value);
    case FieldType::EnumList:
      return json::array({std::string(field.words.front().value), std::string(field.words.back().value)});
    case FieldType::Ref:
      return office.some_record(*field.ref);
    case FieldType::Media:
      return office.picture;
    case FieldType::MediaList:
      return json(static_cast<std::size_t>(field.count), office.picture);
    case FieldType::Hosts:
      return json::array({"shop.example.cn", "example.com"});
    case FieldType::Hours:
      return write_hours(
          read_hours_text("周一至周五 9:00-12:00,14:00-18:00；周六 17:00-次日2:00；周日休息；2026-10-01 休息"));
    case FieldType::Offers:
      return write_offers(offers());
    case FieldType::Honours:
      return json::array({{{"year", 2005}, {"text", "儿子入伍，开始给边防哨所写信"}},
                          {{"year", 2024}, {"text", "年年有信"}},
                          {{"text", "从没有缺席"}},
                          {{"text", "3 次立功"}}});
    case FieldType::Outlets:
      return json::array(
          {{{"icon", "shop"}, {"text", "江滩双拥街 31 号"}},
           {{"icon", "phone"}, {"text", "5550 0188"}, {"merchant", office.some_record(Kind::Merchant)}}});
    case FieldType::Labels:
      return json::array(
          {{{"text", "江滩双拥街"}, {"x", 0.0714}, {"y", 0.598}, {"role", "street"}, {"angle_deg", -15.0}}});
    case FieldType::Plane:
      return json::array({0.68, 0.08, 0.965, 0.845});
    case FieldType::Colour:
      return "#8E1719";
    case FieldType::Months:
      return json::array({5, 6, 12});
    case FieldType::Fraction:
      return 0.0714;
    case FieldType::Degrees:
      return 30.6925;
    case FieldType::Phone:
      return "0772 2810088";
    case FieldType::Url:
      return "https://example.org/a?b=1,2";
    case FieldType::Pinyin:
      return "shàn xióng xìn";
    case FieldType::Icon:
      return "star";
  }
  return {};
}

}  // namespace

TEST_CASE("what is exported and imported again is unchanged, for every kind and every field") {
  for (const KindSpec& spec : all_kinds()) {
    for (const Language headers : {Language::Chinese, Language::English}) {
      CAPTURE(spec.word);
      const Office office;
      json body = json::object();
      for (const Field& field : spec.fields) set_value(body, field.key, value_for(field, office));
      const std::vector<Record> before = office.store->list(spec.kind);
      if (spec.key_fields[0].empty() && !before.empty()) continue;
      const Record record = office.store->create(spec.kind, body, "编辑");

      const auto file = std::filesystem::temp_directory_path() / ("round-" + make_uuid_v7() + ".csv");
      std::ofstream(file, std::ios::binary) << tables::export_table(*office.store, spec, headers);
      const tables::ImportOptions options{
          .file = file, .by = "编辑", .skip_bad = true, .dry_run = false, .bring_media = {}};
      const tables::ImportReport report = tables::import_table(*office.store, spec, options);
      std::filesystem::remove(file);

      // The bare records that references point at are no valid rows; the full record is.
      for (const tables::RowFault& fault : report.faults) {
        CAPTURE(fault.column);
        CAPTURE(fault.reason.zh);
        CHECK(fault.row <= static_cast<int>(before.size() + 2));
        CHECK(office.store->list(spec.kind).size() > 1);
      }
      CHECK(report.created == 0);
      CHECK(report.changed == 0);
      CHECK(report.same >= 1);
      CHECK(office.store->get(record.id)->body.dump() == record.body.dump());
    }
  }
}
