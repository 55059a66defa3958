// SPDX-License-Identifier: Apache-2.0
// Drafts: what differs, what is kept on disk, applying, merging and taking back.
#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/client/in_process_transport.h"
#include "ui/drafts/changes.h"
#include "ui/drafts/command.h"
#include "ui/drafts/diff_view.h"
#include "ui/drafts/drafts.h"

namespace gatehouse::tests {

using namespace ui::drafts;

namespace {

QJsonObject object(const char* text) {
    return QJsonDocument::fromJson(text).object();
}

Draft renaming(const char* before, const char* after) {
    Draft draft;
    draft.subject = {QStringLiteral("acme"), QStringLiteral("connection"), QStringLiteral("c1")};
    draft.title = QStringLiteral("Contoso");
    draft.panel = QStringLiteral("connections");
    draft.etag = QStringLiteral("\"1\"");
    draft.base = object(before);
    draft.wanted = object(after);
    return draft;
}

QStringList textOf(const std::vector<Line>& lines) {
    QStringList out;
    for (const Line& line : lines) {
        const char* sign = line.kind == Line::Kind::Added ? "+" : line.kind == Line::Kind::Removed ? "-" : "~";
        out.append(QLatin1String(sign) + line.pointer);
    }
    return out;
}

/// A broker with one object at one path, as the Admin API treats it.
class OneObject {
public:
    explicit OneObject(QJsonObject first)
        : m_object(std::move(first)) {}

    admin::api::Dispatcher dispatcher() {
        return [this](const admin::api::Call& call) { return answer(call); };
    }
    void somebodyElseSets(const char* member, const QJsonValue& value) {
        const std::lock_guard lock(m_mutex);
        m_object.insert(QLatin1String(member), value);
        ++m_version;
    }
    QJsonObject now() {
        const std::lock_guard lock(m_mutex);
        return m_object;
    }
    std::vector<std::string> seen;

private:
    admin::api::Reply answer(const admin::api::Call& call) {
        const std::lock_guard lock(m_mutex);
        seen.push_back(call.method + " " + call.path);
        const std::string etag = "\"" + std::to_string(m_version) + "\"";
        const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(call.body)).object();
        const std::string_view ifMatch = admin::api::header(call.headers, "If-Match");
        if (!ifMatch.empty() && ifMatch != etag) {
            return {412, {}, "{\"status\":412,\"code\":\"precondition_failed\",\"detail\":\"changed meanwhile\"}"};
        }
        if (call.method == "DELETE") {
            m_object = {};
            return {204, {}, {}};
        }
        if (call.method == "POST") {
            m_object = body;
            m_object.insert(QStringLiteral("id"), QStringLiteral("made"));
            return reply(201, ++m_version);
        }
        if (call.method == "PATCH") {
            if (body.contains(QLatin1String("bad"))) {
                return {422,
                        {},
                        "{\"status\":422,\"code\":\"validation_failed\",\"detail\":\"no\",\"errors\":[{\"pointer\":\"/"
                        "bad\",\"code\":\"x\",\"message\":\"is bad\"}]}"};
            }
            for (auto it = body.begin(); it != body.end(); ++it) {
                it.value().isNull() ? m_object.remove(it.key()) : void(m_object.insert(it.key(), it.value()));
            }
            return reply(200, ++m_version);
        }
        return reply(200, m_version);
    }
    admin::api::Reply reply(int status, int version) const {
        return {status,
                {{"ETag", "\"" + std::to_string(version) + "\""}},
                QJsonDocument(m_object).toJson(QJsonDocument::Compact).toStdString()};
    }

    std::mutex m_mutex;
    QJsonObject m_object;
    int m_version = 1;
};

struct Bench {
    explicit Bench(const char* object_, QString file = {})
        : broker(object(object_))
        , transport(broker.dispatcher())
        , changes(client, drafts, std::move(file)) {}
    void applyAll() {
        QSignalSpy finished(&changes, &Changes::finished);
        std::vector<Subject> subjects;
        for (const Draft& draft : drafts.ready()) {
            subjects.push_back(draft.subject);
        }
        changes.apply(subjects);
        QVERIFY(finished.count() > 0 || finished.wait(5000));
    }
    template <class Act>
    void waitFor(Act act) {
        QSignalSpy finished(&changes, &Changes::finished);
        act();
        QVERIFY(finished.wait(5000));
    }
    OneObject broker;
    ui::client::InProcessTransport transport;
    ui::client::AdminClient client{transport};
    Drafts drafts;
    Changes changes;
};

} // namespace

class TstDrafts : public QObject {
    Q_OBJECT
private slots:
    void eachChangedMemberIsOneLine() {
        const auto lines = difference(object("{\"a\":1,\"b\":{\"c\":1,\"d\":2},\"gone\":true}"),
                                      object("{\"a\":2,\"b\":{\"c\":1,\"d\":3},\"new\":[]}"));
        QCOMPARE(textOf(lines), QStringList({QStringLiteral("~/a"), QStringLiteral("~/b/d"), QStringLiteral("-/gone"),
                                             QStringLiteral("+/new")}));
    }
    void ofAListOfWordsEachWordIsALine() {
        const auto lines =
            difference(object("{\"s\":[\"openid\",\"email\"]}"), object("{\"s\":[\"openid\",\"groups\"]}"));
        QCOMPARE(textOf(lines), QStringList({QStringLiteral("-/s"), QStringLiteral("+/s")}));
        QCOMPARE(lines[0].before.toString(), QStringLiteral("email"));
        QCOMPARE(lines[1].after.toString(), QStringLiteral("groups"));
    }
    void rulesAreComparedByTheirTarget() {
        const auto lines = difference(
            object("{\"m\":[{\"target\":\"email\",\"source\":\"email\"},{\"target\":\"name\",\"source\":\"n\"}]}"),
            object("{\"m\":[{\"target\":\"name\",\"source\":\"n\"},{\"target\":\"email\",\"source\":\"upn\"}]}"));
        QCOMPARE(textOf(lines), QStringList(QStringLiteral("~/m/email/source")));
    }
    void anotherOrderOfTheSameRulesIsAChange() {
        const auto lines = difference(object("{\"m\":[{\"target\":\"a\"},{\"target\":\"b\"}]}"),
                                      object("{\"m\":[{\"target\":\"b\"},{\"target\":\"a\"}]}"));
        QCOMPARE(textOf(lines), QStringList(QStringLiteral("~/m")));
    }
    void aSecretIsSaidToChangeAndNeverShown() {
        const auto lines =
            difference(object("{}"), object("{\"clientSecret\":\"hunter2\"}"), {QStringLiteral("/clientSecret")});
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY(lines[0].secret);
        DiffModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLines(lines);
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
                QVERIFY(!model.index(0, column).data(role).toString().contains(QLatin1String("hunter2")));
            }
        }
    }
    void commandsMaskSecretsAndQuoteForTheShell() {
        Draft draft = renaming("{\"name\":\"a\"}", "{\"name\":\"it's\",\"clientSecret\":\"hunter2\"}");
        draft.secrets = {QStringLiteral("/clientSecret")};
        for (const QString& text :
             {asGatehousectl(draft), asApiCall(draft, QStringLiteral("https://sso.example")), asDocument(draft)}) {
            QVERIFY2(!text.contains(QLatin1String("hunter2")), qPrintable(text));
            QVERIFY2(text.contains(QLatin1String("********")), qPrintable(text));
        }
        QVERIFY(asGatehousectl(draft).startsWith(
            QLatin1String("gatehousectl connection update 'c1' --tenant 'acme' -f -")));
        QVERIFY(asApiCall(draft, {}).contains(QLatin1String("it'\\''s")));
        for (const char* kind : {"group", "scim-sync"}) { // which `apply` would refuse
            draft.subject.kind = QLatin1String(kind);
            QVERIFY(asDocument(draft).isEmpty());
        }
    }
    void aPatchLeavesAloneWhatDoesNotChange() {
        QCOMPARE(patchBetween(object("{\"a\":1,\"b\":{\"c\":1,\"d\":1},\"e\":1}"),
                              object("{\"a\":1,\"b\":{\"c\":2,\"d\":1}}")),
                 object("{\"b\":{\"c\":2},\"e\":null}"));
    }
    void changesToDifferentMembersAreMerged() {
        const Merged merged = merge(object("{\"a\":1,\"b\":1,\"o\":{\"x\":1,\"y\":1}}"),
                                    object("{\"a\":2,\"b\":1,\"o\":{\"x\":2,\"y\":1}}"),
                                    object("{\"a\":1,\"b\":3,\"o\":{\"x\":1,\"y\":3}}"));
        QVERIFY(merged.conflicts.empty());
        QCOMPARE(merged.document, object("{\"a\":2,\"b\":3,\"o\":{\"x\":2,\"y\":3}}"));
    }
    void theSameMemberChangedTwiceIsAConflict() {
        const Merged merged =
            merge(object("{\"o\":{\"x\":1}}"), object("{\"o\":{\"x\":2}}"), object("{\"o\":{\"x\":3}}"));
        QCOMPARE(merged.conflicts.size(), std::size_t(1));
        QCOMPARE(merged.conflicts[0].pointer, QStringLiteral("/o/x"));
        QCOMPARE(merged.conflicts[0].theirs.toInt(), 3);
    }
    void theSameChangeOnBothSidesIsNone() {
        QVERIFY(merge(object("{\"x\":1}"), object("{\"x\":2}"), object("{\"x\":2}")).conflicts.empty());
    }
    void aDraftThatChangesNothingIsDropped() {
        Drafts drafts;
        drafts.put(renaming("{\"a\":1}", "{\"a\":2}"));
        QCOMPARE(drafts.all().size(), std::size_t(1));
        drafts.put(renaming("{\"a\":1}", "{\"a\":1}"));
        QVERIFY(drafts.all().empty());
    }
    void draftsSurviveARestartWithoutTheirSecrets() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("console/drafts.json"));
        {
            Drafts drafts(file);
            Draft draft = renaming("{\"name\":\"a\"}", "{\"name\":\"b\",\"clientSecret\":\"hunter2\"}");
            draft.secrets = {QStringLiteral("/clientSecret")};
            draft.notes = object("{\"page\":3}");
            drafts.put(draft);
            QVERIFY(drafts.save());
        }
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(!kept.readAll().contains("hunter2"));
        QCOMPARE(kept.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        const Drafts again(file);
        const Draft* draft = again.find({QStringLiteral("acme"), QStringLiteral("connection"), QStringLiteral("c1")});
        QVERIFY(draft != nullptr);
        QVERIFY(draft->lostSecret);
        QCOMPARE(draft->wanted, object("{\"name\":\"b\"}"));
        QCOMPARE(draft->notes.value(QLatin1String("page")).toInt(), 3);
    }
    void foldersMadeOnTheWayAreTheirOwnersAlone() {
        const QTemporaryDir folder;
        Drafts drafts(folder.filePath(QStringLiteral("gatehouse/console/drafts.json")));
        drafts.put(renaming("{\"a\":1}", "{\"a\":2}"));
        QVERIFY(drafts.save());
        for (const char* made : {"gatehouse", "gatehouse/console"}) {
            QCOMPARE(
                QFile::permissions(folder.filePath(QLatin1String(made))) &
                    (QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther),
                QFileDevice::Permissions());
        }
    }
    void aFileThatIsNoneOfOursIsNoDraft() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("drafts.json"));
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::WriteOnly));
        kept.write("[{\"kind\":7},\"x\",{}]");
        kept.close();
        QVERIFY(Drafts(file).all().empty());
    }
    void anUnwritableFileIsReported() {
        const QTemporaryDir folder;
        QFile wall(folder.filePath(QStringLiteral("wall")));
        QVERIFY(wall.open(QIODevice::WriteOnly));
        wall.close();
        Drafts drafts(folder.filePath(QStringLiteral("wall/drafts.json")));
        drafts.put(renaming("{\"a\":1}", "{\"a\":2}"));
        QVERIFY(!drafts.save());
        QVERIFY(!drafts.problem().isEmpty());
    }
    void applyingSendsTheDifferenceAndUndoTakesItBack() {
        Bench bench("{\"name\":\"a\",\"other\":1}");
        bench.drafts.put(renaming("{\"name\":\"a\",\"other\":1}", "{\"name\":\"b\",\"other\":1}"));
        bench.applyAll();
        QVERIFY(bench.drafts.all().empty());
        QCOMPARE(bench.broker.now().value(QLatin1String("name")).toString(), QStringLiteral("b"));
        QCOMPARE(bench.changes.undoTitle(), QStringLiteral("Contoso"));
        bench.waitFor([&] { bench.changes.undo(); });
        QCOMPARE(bench.broker.now().value(QLatin1String("name")).toString(), QStringLiteral("a"));
        QVERIFY(bench.changes.undoTitle().isEmpty());
        bench.waitFor([&] { bench.changes.redo(); });
        QCOMPARE(bench.broker.now().value(QLatin1String("name")).toString(), QStringLiteral("b"));
    }
    void aChangeElsewhereMeanwhileIsMerged() {
        Bench bench("{\"name\":\"a\",\"other\":1}");
        bench.drafts.put(renaming("{\"name\":\"a\",\"other\":1}", "{\"name\":\"b\",\"other\":1}"));
        bench.broker.somebodyElseSets("other", 2);
        QSignalSpy applied(&bench.changes, &Changes::applied);
        bench.applyAll();
        QCOMPARE(applied.count(), 1);
        QVERIFY(applied[0][0].value<Applied>().merged);
        QCOMPARE(bench.broker.now(), object("{\"name\":\"b\",\"other\":2}"));
    }
    void aConflictKeepsTheDraftAndShowsBothSides() {
        Bench bench("{\"name\":\"a\"}");
        bench.drafts.put(renaming("{\"name\":\"a\"}", "{\"name\":\"mine\"}"));
        bench.broker.somebodyElseSets("name", QStringLiteral("theirs"));
        bench.applyAll();
        const Subject subject{QStringLiteral("acme"), QStringLiteral("connection"), QStringLiteral("c1")};
        QCOMPARE(bench.changes.conflictsOf(subject).size(), std::size_t(1));
        QCOMPARE(bench.broker.now().value(QLatin1String("name")).toString(), QStringLiteral("theirs"));
        QCOMPARE(bench.drafts.find(subject)->wanted.value(QLatin1String("name")).toString(), QStringLiteral("mine"));
        bench.applyAll(); // knowing both, mine is wanted
        QCOMPARE(bench.broker.now().value(QLatin1String("name")).toString(), QStringLiteral("mine"));
    }
    void takingTheirsLeavesNothingToApply() {
        Bench bench("{\"name\":\"a\"}");
        bench.drafts.put(renaming("{\"name\":\"a\"}", "{\"name\":\"mine\"}"));
        bench.broker.somebodyElseSets("name", QStringLiteral("theirs"));
        bench.applyAll();
        bench.changes.takeTheirs({QStringLiteral("acme"), QStringLiteral("connection"), QStringLiteral("c1")},
                                 QStringLiteral("/name"));
        QVERIFY(bench.drafts.all().empty());
    }
    void undoOfWhatSomebodyChangedSinceBecomesADraftToLookAt() {
        Bench bench("{\"name\":\"a\"}");
        bench.drafts.put(renaming("{\"name\":\"a\"}", "{\"name\":\"b\"}"));
        bench.applyAll();
        bench.broker.somebodyElseSets("name", QStringLiteral("theirs"));
        bench.waitFor([&] { bench.changes.undo(); });
        QCOMPARE(bench.broker.now().value(QLatin1String("name")).toString(), QStringLiteral("theirs"));
        QCOMPARE(bench.drafts.all().size(), std::size_t(1));
        QCOMPARE(bench.changes.undoTitle(), QStringLiteral("Contoso"));
    }
    void aRefusalKeepsTheDraftAndItsReason() {
        Bench bench("{\"name\":\"a\"}");
        bench.drafts.put(renaming("{\"name\":\"a\"}", "{\"name\":\"a\",\"bad\":1}"));
        bench.applyAll();
        const Subject subject{QStringLiteral("acme"), QStringLiteral("connection"), QStringLiteral("c1")};
        QVERIFY(bench.drafts.find(subject) != nullptr);
        const ui::client::Failure* failure = bench.changes.failureOf(subject);
        QVERIFY(failure != nullptr);
        QCOMPARE(failure->errors.front().pointer, std::string("/bad"));
        QVERIFY(bench.changes.undoTitle().isEmpty());
    }
    void undoOfACreationDeletesWhatWasMade() {
        Bench bench("{}");
        Draft draft = renaming("{}", "{\"name\":\"new\"}");
        draft.act = Act::Create;
        draft.base = {};
        draft.etag.clear();
        bench.drafts.put(draft);
        bench.applyAll();
        bench.waitFor([&] { bench.changes.undo(); });
        QCOMPARE(bench.broker.seen.back(), std::string("DELETE /admin/v1/tenants/acme/connections/made"));
    }
    void undoOfAnotherShortNameFindsTheTenantUnderIt() {
        Bench bench("{\"name\":\"Acme\",\"slug\":\"acme\"}");
        Draft draft = renaming("{\"name\":\"Acme\",\"slug\":\"acme\"}", "{\"name\":\"Acme\",\"slug\":\"acme2\"}");
        draft.subject = {{}, QStringLiteral("tenant"), QStringLiteral("acme")};
        bench.drafts.put(draft);
        bench.applyAll();
        QCOMPARE(bench.broker.seen.back(), std::string("PATCH /admin/v1/tenants/acme"));
        bench.waitFor([&] { bench.changes.undo(); });
        QCOMPARE(bench.broker.seen.back(), std::string("PATCH /admin/v1/tenants/acme2"));
        bench.waitFor([&] { bench.changes.redo(); });
        QCOMPARE(bench.broker.seen.back(), std::string("PATCH /admin/v1/tenants/acme"));
        QCOMPARE(bench.broker.now().value(QLatin1String("slug")).toString(), QStringLiteral("acme2"));
    }
    void aNewTenantIsNotDeletedByCtrlZ() {
        Bench bench("{}");
        Draft draft = renaming("{}", "{\"name\":\"Globex\",\"slug\":\"globex\"}");
        draft.subject = {{}, QStringLiteral("tenant"), QStringLiteral("new")};
        draft.act = Act::Create;
        draft.base = {};
        draft.etag.clear();
        bench.drafts.put(draft);
        bench.applyAll();
        QCOMPARE(bench.broker.seen.back(), std::string("POST /admin/v1/tenants"));
        QVERIFY(bench.changes.undoTitle().isEmpty());
    }
    void undoOfADeletionMakesItAgainUnderItsId() {
        Bench bench("{\"name\":\"a\"}");
        Draft draft = renaming("{\"name\":\"a\"}", "{}");
        draft.act = Act::Delete;
        bench.drafts.put(draft);
        bench.applyAll();
        QVERIFY(bench.broker.now().isEmpty());
        bench.waitFor([&] { bench.changes.undo(); });
        QCOMPARE(bench.broker.seen.back(), std::string("POST /admin/v1/tenants/acme/connections"));
        QCOMPARE(bench.broker.now().value(QLatin1String("name")).toString(), QStringLiteral("a"));
    }
    void whatCanBeUndoneSurvivesARestart() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("changes.json"));
        Bench bench("{\"name\":\"a\"}", file);
        bench.drafts.put(renaming("{\"name\":\"a\"}", "{\"name\":\"b\"}"));
        bench.applyAll();
        Changes again(bench.client, bench.drafts, file);
        QCOMPARE(again.undoTitle(), QStringLiteral("Contoso"));
        QSignalSpy finished(&again, &Changes::finished);
        again.undo();
        QVERIFY(finished.wait(5000));
        QCOMPARE(bench.broker.now().value(QLatin1String("name")).toString(), QStringLiteral("a"));
    }
    void onlyWordsThatPeopleReadAreCosmetic() {
        QVERIFY(isCosmetic(renaming("{\"displayName\":\"a\"}", "{\"displayName\":\"b\"}")));
        QVERIFY(!isCosmetic(renaming("{\"displayName\":\"a\"}", "{\"displayName\":\"b\",\"issuer\":\"x\"}")));
        QVERIFY(!isCosmetic(renaming("{\"a\":1}", "{\"a\":1}")));
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstDrafts)
#include "tst_drafts.moc"
