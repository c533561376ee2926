#include "admin/panels/media/media_edit.h"

#include <algorithm>
#include <memory>

#include "admin/workspace/records.h"
#include "admin/workspace/undo_stack.h"

namespace admin::media {
namespace {

// Remembers a deed on pictures for undo: each is taken back by the audit log, as often as it was changed.
struct Steps {
  std::vector<content::MediaId> ids;
  int each = 1;
};

void take_back(Workspace& office, Steps& steps) {
  for (content::MediaId& id : steps.ids) {
    for (int i = 0; i < steps.each; ++i) {
      if (const auto now = office.store().undo_media(id, office.person().name)) id = *now;
    }
  }
  office.records().refresh();
}

// Pushes the deed and shows the toast that takes it back.
void remember(desk::Desk& desk, const std::string& words, const std::shared_ptr<Steps>& steps, std::function<void()> redo) {
  Workspace& office = desk.office();
  office.records().refresh();
  office.undo_stack().push(GenericDeed{.words = words, .redo = std::move(redo), .undo = [&office, steps] { take_back(office, *steps); }});
  desk.toast("已" + words + "。", [&desk] {
    desk.attempt([&desk] { desk.office().undo_stack().undo(); });
  });
}

std::string names(const std::vector<content::MediaId>& ids) { return std::to_string(ids.size()) + " 张图片"; }

}  // namespace

MediaEdit MediaEdit::of(const MediaRow& row) {
  const content::Media& media = row.picture.media;
  return {.look = {.alt = media.alt, .focus_x = media.focus_x, .focus_y = media.focus_y}, .facts = row.picture.facts};
}

bool MediaEdit::changes_look(const MediaRow& row) const {
  const content::Media& media = row.picture.media;
  return look.alt != media.alt || look.focus_x != media.focus_x || look.focus_y != media.focus_y;
}

bool MediaEdit::changes_facts(const MediaRow& row) const { return !(facts == row.picture.facts); }

int reopened_by(const MediaRow& row) {
  return static_cast<int>(std::ranges::count_if(row.uses, [&](const content::MediaUse& use) { return use.now && use.media == row.picture.media.id; }));
}

std::optional<content::MediaId> save_picture(desk::Desk& desk, const MediaRow& row, const MediaEdit& edit) {
  const content::MediaId id = row.picture.media.id;
  const std::string by = desk.office().person().name;
  const bool facts = edit.changes_facts(row);
  const bool look = edit.changes_look(row);
  const auto steps = std::make_shared<Steps>(Steps{.ids = {id}, .each = (facts ? 1 : 0) + (look ? 1 : 0)});
  const auto save = [&office = desk.office(), by, edit, facts, look, steps] {
    content::OfficeStore& store = office.store();
    // One after the other in one transaction: a crop without its consent would be half of what was asked for.
    content::OfficeStore::Batch batch(store);
    content::MediaId now = steps->ids.front();
    if (facts) store.set_media_facts(now, edit.facts, by);
    if (look) now = store.describe_media(now, edit.look, by);
    batch.commit();
    steps->ids.front() = now;
    office.records().refresh();
  };
  if (!facts && !look) return id;
  const int reopened = look ? reopened_by(row) : 0;
  if (!desk.attempt(save)) return std::nullopt;
  remember(desk, "保存图片“" + row.name + "”" + (reopened > 0 ? "，" + std::to_string(reopened) + " 条内容要重新送审" : ""), steps, save);
  return steps->ids.front();
}

void save_consents(desk::Desk& desk, const std::vector<content::MediaId>& ids, const content::MediaFacts& consent) {
  const std::string by = desk.office().person().name;
  const auto steps = std::make_shared<Steps>();
  const auto save = [&office = desk.office(), by, ids, consent, steps] {
    content::OfficeStore& store = office.store();
    content::OfficeStore::Batch batch(store);
    std::vector<content::MediaId> changed;
    for (const content::MediaId& id : ids) {
      const content::MediaFacts before = store.media_facts(id);
      content::MediaFacts facts = consent;
      facts.title = before.title;
      facts.credit = before.credit;
      facts.taken = before.taken;
      if (facts == before) continue;
      store.set_media_facts(id, facts, by);
      changed.push_back(id);
    }
    batch.commit();
    steps->ids = std::move(changed);
  };
  if (desk.attempt(save)) remember(desk, "登记 " + names(ids) + "的授权", steps, save);
}

void trash_pictures(desk::Desk& desk, const std::vector<content::MediaId>& ids) {
  const std::string by = desk.office().person().name;
  const auto steps = std::make_shared<Steps>(Steps{.ids = ids});
  const auto save = [&office = desk.office(), by, ids] {
    content::OfficeStore::Batch batch(office.store());
    for (const content::MediaId& id : ids) office.store().trash_media(id, by);
    batch.commit();
  };
  if (desk.attempt(save)) remember(desk, "把 " + names(ids) + "放进回收站", steps, save);
}

}  // namespace admin::media
