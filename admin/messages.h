// Every sentence the tool says, in Chinese and English.
#pragma once

#include "admin/voice.h"

namespace admin::messages {

// --- help
inline constexpr Sentence kAbout{"双拥之窗办公工具：导入、审核、发布双拥内容。",
                                 "Shuangyong Window's office tool: import, review and publish content."};
inline constexpr Sentence kAboutFooter{
    "常见的一天：import 导入表格 → submit 送审 → approve 三人依次审核 → publish 发布。\n退出码：0 正常；1 "
    "内容有问题；2 用法不对或无法完成。",
    "A usual day: import a table, submit it, approve it by three people, publish.\nExit codes: 0 all is well; 1 "
    "something is wrong with the content; 2 wrong use, or it cannot be done."};
inline constexpr Sentence kCommands{"命令", "Commands"};
inline constexpr Sentence kOptions{"选项", "Options"};
inline constexpr Sentence kArguments{"参数", "Arguments"};
inline constexpr Sentence kUsage{"用法", "Usage"};
inline constexpr Sentence kCommandWord{"命令", "COMMAND"};
inline constexpr Sentence kRequired{"（必填）", "(required)"};
inline constexpr Sentence kEnvironment{"环境变量", "environment"};
inline constexpr Sentence kHelpOption{"显示帮助", "Show this help"};
inline constexpr Sentence kDbOption{"办公数据库文件；不写则用环境变量 SHUANGYONG_DB 写的，再没有就用个人数据文件夹里的 shuangyong-window/office.db",
                                    "The office database; without it $SHUANGYONG_DB, else shuangyong-window/office.db in your data folder"};
inline constexpr Sentence kKindArgument{"内容种类，如 merchant（商户）、figure（人物）、article（文章）",
                                        "Kind of record, such as merchant, figure or article"};
inline constexpr Sentence kNamesArgument{"名称或标题，可写多个", "Names or titles, one or more"};
inline constexpr Sentence kNameArgument{"名称或标题", "Name or title"};
inline constexpr Sentence kByOption{"操作人的姓名；只有一位编辑时可以不写",
                                    "Who does it; not needed when there is exactly one editor"};
inline constexpr Sentence kAsOption{"审核人的姓名", "The reviewer's name"};
inline constexpr Sentence kAllOption{"所有适用的内容", "Everything that applies"};
inline constexpr Sentence kReasonOption{"理由，会留在记录里", "The reason; it is kept"};

inline constexpr Sentence kWindowOutboxOption{"发布文件夹；不写则用办公数据库所在文件夹旁边的 outbox", "The folder of releases; without it, outbox beside the office's folder"};
inline constexpr Sentence kWindowedOption{"窗口大小，如 1600x900；不写则最大化", "The window's size, as 1600x900; without it, maximised"};
inline constexpr Sentence kScaleOption{"放大倍数 1–4；不写则随系统", "Enlargement 1–4; without it, the desktop's"};
inline constexpr Sentence kShotsOption{"把每个面板画成 PNG 放进这个文件夹，然后结束", "Draw every panel to PNG files in this folder, then end"};
inline constexpr Sentence kSizeOption{"--shots 的大小，如 1600x900", "Size of --shots, as 1600x900"};
inline constexpr Sentence kOnlyOption{"只画这些（名称，用逗号隔开）", "Draw only these (names, separated by commas)"};
inline constexpr Sentence kItemLogOption{"测试用：每帧写下能点的东西", "For tests: what can be clicked, after each frame"};
inline constexpr Sentence kNoDisplay{"这里没有显示器，窗口打不开。请在有桌面的机器上打开；没有桌面时可以写命令，admin --help 列出全部。",
                                     "There is no display here to open the window on. Open it on a machine with a desktop; without one, give a command: admin --help lists them."};
inline constexpr Sentence kBadSize{"大小“{}”看不懂；请写成 1600x900 这样", "The size {} cannot be read; write it like 1600x900"};

inline constexpr Sentence kInitHelp{"新建办公数据库", "Make a new office database"};
inline constexpr Sentence kImportHelp{"导入一张表格（Excel 的 .xlsx，或 CSV）", "Import a table (Excel .xlsx or CSV)"};
inline constexpr Sentence kImportFooter{
    "表头用中文或英文，列序不限；编码 UTF-8、UTF-16 或 GB18030 自动识别。同名同址的记录会更新，不会重复。",
    "Headers in Chinese or English, columns in any order; UTF-8, UTF-16 and GB18030 are recognised. Records that are "
    "there already are updated, not doubled."};
inline constexpr Sentence kImportFile{"Excel（.xlsx）或 CSV 文件", "The Excel (.xlsx) or CSV file"};
inline constexpr Sentence kSheetOption{"工作簿里的哪张工作表；不写就用第一张有内容的", "Which sheet of a workbook; without it the first that is not empty"};
inline constexpr Sentence kSkipBadOption{"有坏行也导入其余的行", "Import the good rows though others are bad"};
inline constexpr Sentence kDryRunOption{"只检查，不写入", "Check only, write nothing"};
inline constexpr Sentence kSubmitOption{"导入后把表里的这些内容直接送审", "Submit the table's records for review"};
inline constexpr Sentence kMediaRootOption{
    "图片文件夹：表里提到而图片库还没有的图片从这里导入",
    "Media folder: pictures that the table names and the office lacks are imported from here"};
inline constexpr Sentence kImportMediaHelp{"导入图片：文件夹（连同子文件夹）或若干文件",
                                           "Import pictures: folders with all below them, or files"};
inline constexpr Sentence kImportMediaPaths{"文件夹或图片文件", "Folders or picture files"};
inline constexpr Sentence kCreditOption{"这些图片的来源，如“市融媒体中心 李闻 摄”", "Where these pictures come from: who made them"};
inline constexpr Sentence kConsentOption{"肖像授权：none（没有真人，无需授权）或 given（已授权，要写 --consent-by）",
                                         "Consent of the people shown: none (nobody real is shown) or given (with --consent-by)"};
inline constexpr Sentence kConsentByOption{"授权人", "Who gave the consent"};
inline constexpr Sentence kConsentUntilOption{"授权到期日，如 2028-12-31；不写为长期", "Last day of the consent, 2028-12-31; absent: without end"};
inline constexpr Sentence kConsentNoteOption{"授权的说明", "A note about the consent"};
inline constexpr Sentence kBadConsent{"--consent 只能是 none 或 given，不是“{}”；请改正。", "--consent takes none or given, not “{}”; correct it."};
inline constexpr Sentence kBadConsentDay{"--consent-until 应是 2028-12-31 这样的日期，不是“{}”；请改正。",
                                         "--consent-until takes a day such as 2028-12-31, not “{}”; correct it."};
inline constexpr Sentence kPosterFolderOption{"这个子文件夹里的图片按海报的大尺寸保存",
                                              "Pictures below this folder are kept at posters' larger size"};
inline constexpr Sentence kPersonHelp{"登记或列出人员", "Register or list people"};
inline constexpr Sentence kPersonAddHelp{"登记一个人", "Register a person"};
inline constexpr Sentence kPersonListHelp{"列出所有人", "List everyone"};
inline constexpr Sentence kPersonName{"姓名", "Name"};
inline constexpr Sentence kRoleOption{"editor 编辑、first 初审、second 复审、third 终审、administrator 管理员",
                                      "editor, first, second or third (the review round), or administrator"};
inline constexpr Sentence kSubmitHelp{"送审", "Submit drafts for review"};
inline constexpr Sentence kApproveHelp{
    "审核通过一轮；三轮须由三个不同的人，作者不能审核自己的内容；--all 只通过本人打开看过的",
    "Approve one round; three rounds by three different people, none of them an author; --all: only what they have opened"};
inline constexpr Sentence kReturnHelp{"退回并写明理由", "Send back with a reason"};
inline constexpr Sentence kPublishHelp{"发布已通过三审的内容", "Publish what has passed all three reviews"};
inline constexpr Sentence kNoteOption{"这一期的说明，写进发布记录", "A note about this release, for the log"};
inline constexpr Sentence kPublisherOption{"发布人的姓名（终审）；只有一位终审时可以不写",
                                           "Who publishes (a third reviewer); not needed when there is exactly one"};
inline constexpr Sentence kWhoPublishes{"请用 --by 写明由哪一位终审发布。", "Say with --by which third reviewer publishes."};
inline constexpr Sentence kRollBackHelp{"退回到较早的一期（用新的期号重发它的内容）", "Bring back an earlier release under a new number"};
inline constexpr Sentence kNumberArgument{"要退回到的期号", "The number of the release to bring back"};
inline constexpr Sentence kRolledBack{"已退回：第 {} 期的内容现在是第 {} 期。", "Rolled back: the content of release {} is now release {}."};
inline constexpr Sentence kReleasesHelp{"列出发布记录", "List the releases"};
inline constexpr Sentence kReleaseLine{"第 {} 期  {}  {}  新增 {} 修改 {} 下架 {}  {} {}", "Release {}  {}  {}  +{} ~{} -{}  {} {}"};
inline constexpr Sentence kForeignRelease{"第 {} 期  不是这个办公库发布的 {}", "Release {}  published by another office {}"};
inline constexpr Sentence kReleaseOf{"（退回到第 {} 期的内容）", "(the content of release {})"};
inline constexpr Sentence kReleaseShown{"（屏上正在显示）", "(on the screens)"};
inline constexpr Sentence kReleaseGone{"（发布目录里已经没有）", "(no longer in the outbox)"};
inline constexpr Sentence kToOption{"发件箱文件夹", "The outbox folder"};
inline constexpr Sentence kChannelOption{"频道：kiosk.toml 写了别的频道的屏不收", "Channel: screens whose kiosk.toml names another one leave it out"};
inline constexpr Sentence kBestBeforeOption{"最迟展示到（UTC，如 2026-12-31T16:00:00Z）",
                                            "Show no later than (UTC, like 2026-12-31T16:00:00Z)"};
inline constexpr Sentence kCheckHelp{"检查数据库或发件箱", "Check the database or an outbox"};
inline constexpr Sentence kOutboxOption{"检查这个发件箱里最新的发布包", "Check the newest release in this outbox"};
inline constexpr Sentence kReleaseOption{"发布包编号", "The release's number"};
inline constexpr Sentence kExportHelp{"导出一种内容为 CSV", "Export one kind as CSV"};
inline constexpr Sentence kExportFile{"要写的文件；已经在的不覆盖", "The file to write; never one that is there"};
inline constexpr Sentence kEnglishOption{"英文表头", "English headers"};
inline constexpr Sentence kListHelp{"列出一种内容", "List the records of one kind"};
inline constexpr Sentence kTrashedOption{"列出回收站", "List the trash"};
inline constexpr Sentence kAuditHelp{"操作日志：谁在什么时候做了什么", "The audit log: who did what and when"};
inline constexpr Sentence kAuditListHelp{"列出操作，新的在前", "List what was done, newest first"};
inline constexpr Sentence kAuditVerifyHelp{"逐条核对操作日志有没有被改过", "Check that no line of the audit log was changed"};
inline constexpr Sentence kAuditText{"只列出含有这些字的", "Only lines with these words"};
inline constexpr Sentence kAuditBy{"只列出这个人的", "Only this person's"};
inline constexpr Sentence kAuditMost{"最多几条", "At most this many"};
inline constexpr Sentence kHistoryHelp{"一条内容的全部经过", "Everything that happened to a record"};
inline constexpr Sentence kUndoHelp{"撤销最近一次修改", "Undo the latest change"};
inline constexpr Sentence kTrashHelp{"放进回收站", "Put into the trash"};
inline constexpr Sentence kRestoreHelp{"从回收站取回", "Take out of the trash"};
inline constexpr Sentence kOverruleHelp{"对检查出的一条问题决定放行，写明理由",
                                        "Let a finding of the checks pass, with a reason"};
inline constexpr Sentence kRuleArgument{"规则名，如 superlative，见 check 的输出",
                                        "The rule's name as check prints it, such as superlative"};

// --- wrong use
inline constexpr Sentence kProblemPrefix{"错误：{}", "Error: {}"};
inline constexpr Sentence kSeeHelp{"用 admin --help 看用法。", "See admin --help."};
inline constexpr Sentence kUnknownArgument{"不认识“{}”。", "“{}” is not known here."};
inline constexpr Sentence kMissingArgument{"缺少 {}。", "{} is missing."};
inline constexpr Sentence kMissingCommand{"没有写命令。", "No command was given."};
inline constexpr Sentence kWrongValue{"{} 的值用不了。", "The value of {} cannot be used."};
inline constexpr Sentence kWrongUse{"选项用得不对。", "The options do not fit together."};
inline constexpr Sentence kUnknownKind{"没有“{}”这种内容，可用的有：{}。", "There is no kind “{}”. Kinds are: {}."};
inline constexpr Sentence kUnknownRole{"没有“{}”这个角色，请写 editor、first、second、third 或 administrator。",
                                       "There is no role “{}”; write editor, first, second, third or administrator."};
inline constexpr Sentence kNoSuchRecord{"没有叫“{}”的{}。用 admin list {} 查看。",
                                        "There is no record “{}” ({}). See admin list {}."};
inline constexpr Sentence kSeveralRecords{"有 {} 条{}都叫“{}”，请先改成不同的名称。",
                                          "{} {} records are called “{}”; give them different names first."};
inline constexpr Sentence kAllOrNames{"请写种类和名称，或者用 --all，不要两样都写。",
                                      "Give a kind and names, or --all, not both."};
inline constexpr Sentence kWhoIsIt{"请用 --by 写明操作人。", "Say with --by who does it."};
inline constexpr Sentence kUnknownPerson{"没有登记“{}”，请先用 admin person add 登记。",
                                         "“{}” is not registered; use admin person add first."};
inline constexpr Sentence kNotReviewer{
    "{} 是编辑，不能审核；审核人要登记为 first、second 或 third。",
    "{} is an editor and cannot review; reviewers are registered as first, second or third."};
inline constexpr Sentence kNoHome{"不知道个人数据文件夹在哪里，请用 --db 指定数据库。",
                                  "Your data folder is not known; name the database with --db."};
inline constexpr Sentence kUnexpected{
    "程序遇到意外情况，没有完成；请把刚才的命令告诉维护人员。",
    "Something unexpected happened and the work was not done; tell the maintainers the command you gave."};
inline constexpr Sentence kOutOfMemory{"内存不够，没有完成；请关闭其他程序后再试。",
                                       "There is not enough memory; close other programs and try again."};

// --- what was done
inline constexpr Sentence kMade{"已新建 {}。接着登记人员：admin person add 姓名 --role editor",
                                "Made {}. Register people next: admin person add NAME --role editor"};
inline constexpr Sentence kPersonAdded{"已登记 {}（{}）。", "Registered {} ({})."};
inline constexpr Sentence kNoPeople{"还没有登记人员。", "Nobody is registered yet."};
inline constexpr Sentence kRowFault{"第 {} 行 {}“{}”：{}；{}。", "Row {}, {} “{}”: {}; {}."};
inline constexpr Sentence kRowFaultEmpty{"第 {} 行 {}：{}；{}。", "Row {}, {}: {}; {}."};
inline constexpr Sentence kRowNote{"第 {} 行：{}。", "Row {}: {}."};
inline constexpr Sentence kSheetNote{"{}。", "{}."};
inline constexpr Sentence kSheetRead{"{}：{}，表头在第 {} 行。", "{}: {}, header in row {}."};
inline constexpr Sentence kImportCounts{"新增 {}，修改 {}，未变 {}，重复 {}，坏行 {}。",
                                        "New {}, changed {}, same {}, repeated {}, bad {}."};
inline constexpr Sentence kNothingWritten{
    "有坏行，什么都没有写入。改好后再导入，或用 --skip-bad 只导入好的行。",
    "There are bad rows, so nothing was written. Correct them and import again, or use --skip-bad for the good rows."};
inline constexpr Sentence kDryRunDone{"只是检查，没有写入。", "This was a check; nothing was written."};
inline constexpr Sentence kBadRowsLeft{"坏行没有导入，改好后再导入一次即可。",
                                       "The bad rows were left out; correct them and import again."};
inline constexpr Sentence kPictureKept{"{}  {}×{}", "{}  {}×{}"};
inline constexpr Sentence kPictureCounts{"图片：新增 {}，更新 {}，未变 {}，失败 {}。",
                                         "Pictures: new {}, replaced {}, same {}, failed {}."};
inline constexpr Sentence kNoPictures{"{} 里没有图片。", "There are no pictures in {}."};
inline constexpr Sentence kNoSuchPath{"没有 {} 这个文件或文件夹，请检查路径。",
                                      "There is no file or folder {}; check the path."};
inline constexpr Sentence kSubmitted{"已送审 {} 条。", "Submitted {} records."};
inline constexpr Sentence kApproved{"{}（{}）通过 {} 条。", "{} ({}) approved {} records."};
inline constexpr Sentence kNotOpened{"{0} 条还没有打开看过，没有通过；请先用 admin sheet --waiting --for {1} --to 审核单.html 写出审核单看过，或在管理台的“审核”里打开。",
                                     "{0} records were not opened yet and were left as they are; read them on a sheet first (admin sheet --waiting --for "
                                     "{1} --to sheet.html), or open them in the window."};
inline constexpr Sentence kNotDone{"{} 条没有办成，理由见上。",
                                   "{} records were left as they are; the reasons are above."};
inline constexpr Sentence kNothingWaits{"没有等待{}的内容。", "Nothing waits for {}."};
inline constexpr Sentence kReturned{"已退回“{}”。", "Sent back “{}”."};
inline constexpr Sentence kPublished{"已发布第 {} 号：{} 条内容，{} 张图片，{} 个新文件。",
                                     "Published release {}: {} records, {} pictures, {} new files."};
inline constexpr Sentence kUnchangedRelease{"内容与上一号相同。", "Its content is the same as before."};
inline constexpr Sentence kDropped{"未带出的引用：{}", "Reference left out: {}"};
inline constexpr Sentence kBlocked{"有 {} 个问题，没有发布。改好并重新审核，或用 admin overrule 放行并写明理由。",
                                   "{} problems; nothing was published. Correct and review them again, or let them "
                                   "pass with admin overrule and a reason."};
inline constexpr Sentence kNothingApproved{"还没有通过三审的内容，没有可发布的。",
                                           "Nothing has passed all three reviews, so there is nothing to publish."};
inline constexpr Sentence kRecordProblem{"{}“{}”：{}", "{} “{}”: {}"};
inline constexpr Sentence kRuleProblem{"{}“{}”：{} [{}]", "{} “{}”: {} [{}]"};
inline constexpr Sentence kLostReference{"{}指向的内容已经不在；请重新选择。",
                                         "{} refers to a record that is not there; choose another."};
inline constexpr Sentence kLostPicture{"{}的图片不在图片库；请重新导入。",
                                       "{}: its picture is not in the library; import it again."};
inline constexpr Sentence kLostPictureFile{"图片 {} 的文件缺失；请重新导入。",
                                           "A file of the picture {} is missing; import it again."};
inline constexpr Sentence kNoConsent{"{}“{}”缺肖像授权，不能上光荣榜；请在素材库登记授权，或换一张。{}",
                                     "{} “{}”: nobody agreed to be shown; register the consent in the library or choose another picture.{}"};
inline constexpr Sentence kConsentNotForScreens{"{}“{}”的肖像授权不含屏上展示；请补签授权，或换一张。{}",
                                                "{} “{}”: its consent does not cover screens; have it signed for them or choose another picture.{}"};
inline constexpr Sentence kConsentExpired{"{}“{}”的肖像授权已在 {} 到期；请续签后登记，或换一张。",
                                          "{} “{}”: its consent ended on {}; renew and register it or choose another picture."};
inline constexpr Sentence kNoGlyph{
    "{}里的“{}”在这台机器的任何字体里都没有字形；请安装字体或换字。",
    "{}: no font of this machine has a glyph for “{}”; install a font or change the character."};
inline constexpr Sentence kCheckedDb{"检查了 {} 条内容和 {} 张图片，问题 {} 个。",
                                     "Checked {} records and {} pictures: {} problems."};
inline constexpr Sentence kCheckedRelease{"第 {} 号发布包完好。", "Release {} is whole and right."};
inline constexpr Sentence kBadRelease{"第 {} 号发布包有 {} 个问题。", "Release {} has {} faults."};
inline constexpr Sentence kEmptyOutbox{"{} 里没有发布包。", "There is no release in {}."};
inline constexpr Sentence kExported{"已导出 {} 条到 {}。", "Exported {} records to {}."};
inline constexpr Sentence kListLine{"{}  {}  第 {} 版  {}", "{}  {}  revision {}  {}"};
inline constexpr Sentence kAuditLine{"{}  第 {} 条  {}  {}  {}  {}  {}", "{}  line {}  {}  {}  {}  {}  {}"};
inline constexpr Sentence kAuditWhole{"操作日志共 {} 条，一条不少，没有被改过。最后一条的校验值：{}",
                                      "The audit log has {} lines; none is missing and none was changed. Hash of the last: {}"};
inline constexpr Sentence kNoAudit{"没有符合的操作。", "Nothing of that kind was done."};
inline constexpr Sentence kHistoryLine{"{}  第 {} 版  {}  {}  {}", "{}  revision {}  {}  {}  {}"};
inline constexpr Sentence kUndone{"“{}”已撤销到前一次的内容（第 {} 版）。",
                                  "“{}” is back to what it said before (revision {})."};
inline constexpr Sentence kTrashed{"“{}”已放进回收站，可用 restore 取回。",
                                   "“{}” is in the trash; restore brings it back."};
inline constexpr Sentence kRestored{"“{}”已取回。", "“{}” is back."};
inline constexpr Sentence kOverruled{"已记下：{} 对“{}”的 {} 放行，理由：{}",
                                     "Kept: {} lets “{}” pass {}, because: {}"};
inline constexpr Sentence kNoSuchFinding{"“{}”没有 {} 这个问题，不用放行。",
                                         "“{}” has no finding {}; there is nothing to let pass."};

// --- deeds in a history
inline constexpr Sentence kDeedCreate{"新建", "created"};
inline constexpr Sentence kDeedEdit{"修改", "edited"};
inline constexpr Sentence kDeedUndo{"撤销", "undone"};
inline constexpr Sentence kDeedTrash{"放进回收站", "trashed"};
inline constexpr Sentence kDeedRestore{"取回", "restored"};
inline constexpr Sentence kDeedSubmit{"送审", "submitted"};
inline constexpr Sentence kDeedApprove{"通过", "approved"};
inline constexpr Sentence kDeedSendBack{"退回", "sent back"};
inline constexpr Sentence kDeedOverrule{"放行", "let pass"};
inline constexpr Sentence kDeedWithdraw{"撤回送审", "withdrawn from review"};

}  // namespace admin::messages
