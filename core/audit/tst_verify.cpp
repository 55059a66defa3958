// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "audit/event.h"
#include "audit/tst_world.h"
#include "audit/verify.h"
#include "crypto/hash.h"

using namespace gatehouse;
using namespace gatehouse::audit;
using audit::test::World;

using Lines = std::vector<std::string>;

class TestVerify : public QObject {
    Q_OBJECT

    std::unique_ptr<World> m_world;
    std::vector<std::string> m_lines; ///< ten records and the checkpoint
    std::vector<jose::Jwk> m_keys;

    [[nodiscard]] Verification verify(const Lines& lines) const { return verifyExport(lines, m_keys); }
    /// True if the verdict has exactly this one finding.
    [[nodiscard]] bool finds(const Lines& lines, std::string_view code, std::int64_t seq) const {
        const Verification out = verify(lines);
        for (const Finding& finding : out.findings) {
            if (finding.code != code || finding.seq != seq) {
                qInfo("%s at %lld: %s", finding.code.c_str(), static_cast<long long>(finding.seq),
                      finding.message.c_str());
            }
        }
        return out.findings.size() == 1 && out.findings[0].code == code && out.findings[0].seq == seq;
    }
    [[nodiscard]] bool findsAmongOthers(const Lines& lines, std::string_view code, std::int64_t seq) const {
        const Verification out = verify(lines);
        return std::any_of(out.findings.begin(), out.findings.end(),
                           [&](const Finding& finding) { return finding.code == code && finding.seq == seq; });
    }
    static std::string replaced(std::string text, std::string_view from, std::string_view to) {
        const std::size_t at = text.find(from);
        return at == std::string::npos ? text : text.replace(at, from.size(), to);
    }
    /// The hash that a forger who knows the format would write.
    static void rehash(json::Object& line, const Bytes& previous) {
        json::Object event = line;
        for (const char* name : {"seq", "prevHash", "hash", "commitments"}) {
            event.erase(name);
        }
        const auto hashed = hashedForm(event, line.at("commitments").as_object());
        line["prevHash"] = base64UrlEncode(previous);
        line["hash"] = base64UrlEncode(
            chainHash(*json::integerMember(line, "seq"), previous, crypto::sha256(json::canonical(*hashed))));
    }

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_world->fill(m_world->acme, 10);
        m_lines = m_world->exportLines(m_world->acme);
        m_keys = jose::parseJwkSet((*m_world->keys->ring(m_world->acme))->checkpointJwks)->keys;
        QCOMPARE(m_lines.size(), std::size_t(11));
    }
    void cleanupTestCase() { m_world.reset(); }

    void anUntouchedExportIsIntact() {
        const Verification out = verify(m_lines);
        QVERIFY2(out.intact(), out.intact() ? "" : out.findings.front().message.c_str());
        QCOMPARE(out.records, 10);
        QCOMPARE(out.erased, 0);
        QVERIFY(out.signatureChecked);
        const Verification unkeyed = verifyExport(m_lines);
        QVERIFY(unkeyed.intact());
        QVERIFY(!unkeyed.signatureChecked);
    }
    void anEmptyLogIsIntact() {
        World world;
        const auto lines = world.exportLines(world.acme);
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY(verifyExport(lines).intact());
    }
    void lineEndingsOfAnotherSystemDoNotMatter() {
        Lines lines = m_lines;
        for (std::string& line : lines) {
            line += "\r";
        }
        lines.emplace_back();
        QVERIFY(verify(lines).intact());
    }
    void anErasedPersonLeavesTheExportIntact() {
        World world;
        world.fill(world.acme, 5);
        const store::Sealer sealer = world.sealer(world.acme);
        QVERIFY(world.store->write([&](store::Writer& w) { return erasePersonal(w, sealer, "user-2"); }));
        const auto lines = world.exportLines(world.acme);
        const Verification out = verifyExport(lines);
        QVERIFY(out.intact());
        QCOMPARE(out.erased, 3);
        QVERIFY(lines[2].find("Ana") == std::string::npos);
    }
    void everyChangedMemberIsFoundAtItsRecord_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("type") << "SSOLoginSuccess"
                              << "SSOLoginFailure";
        QTest::newRow("outcome") << R"("outcome":"success")"
                                 << R"("outcome":"denied")";
        QTest::newRow("time") << "2023-11-14T22:13"
                              << "2023-11-14T22:14";
        QTest::newRow("id") << "\"id\":\"0"
                            << "\"id\":\"1";
        QTest::newRow("actor id") << "user-4"
                                  << "user-5";
        QTest::newRow("actor name") << "Ana Example"
                                    << "Eve Example";
        QTest::newRow("address") << "192.0.2.7"
                                 << "192.0.2.8";
        QTest::newRow("e-mail") << "ana@acme.example"
                                << "eve@acme.example";
        QTest::newRow("data") << R"("number":4)"
                              << R"("number":5)";
        QTest::newRow("data type") << R"("number":4)"
                                   << R"("number":"4")";
        QTest::newRow("more data") << R"("number":4)"
                                   << R"("number":4,"more":1)";
        QTest::newRow("flow") << "flow-4"
                              << "flow-3";
        QTest::newRow("reason") << R"("reason":null)"
                                << R"("reason":"x")";
        QTest::newRow("more members") << R"("reason":null)"
                                      << R"("reason":null,"x":1)";
        QTest::newRow("salt") << "\"salt\":\""
                              << "\"salt\":\"AAAA";
        QTest::newRow("no commitments") << R"("commitments":)"
                                        << R"("comments":)";
        QTest::newRow("previous hash") << "\"prevHash\":\""
                                       << "\"prevHash\":\"AAAA";
    }
    void everyChangedMemberIsFoundAtItsRecord() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        Lines lines = m_lines;
        lines[4] = replaced(lines[4], from.toStdString(), to.toStdString());
        QVERIFY(lines[4] != m_lines[4]);
        const Verification out = verify(lines);
        QVERIFY(!out.intact());
        QCOMPARE(out.findings.front().seq, 5);
    }
    void aPersonalValueCannotBeRedactedAsAnother() {
        // Only null may stand where a value was erased.
        Lines lines = m_lines;
        const json::Object line = *json::parseObject(lines[4]);
        json::Object forged = line;
        forged["ip"] = "198.51.100.1";
        forged["commitments"].as_object()["/ip"] = json::Object{{"commitment", "AAAA"}};
        lines[4] = json::write(forged);
        QVERIFY(findsAmongOthers(lines, "changed", 5));
    }
    void everyRemovedRecordIsNamed() {
        for (std::size_t i = 0; i < 9; ++i) {
            Lines lines = m_lines;
            lines.erase(lines.begin() + std::ptrdiff_t(i));
            QVERIFY(findsAmongOthers(lines, "removed", std::int64_t(i) + 1));
        }
    }
    void aCutTailIsFoundByTheCheckpoint() {
        for (std::size_t keep = 0; keep < 10; ++keep) {
            Lines lines(m_lines.begin(), m_lines.begin() + std::ptrdiff_t(keep));
            lines.push_back(m_lines.back());
            QVERIFY(finds(lines, "tail_cut", std::int64_t(keep) + 1));
        }
    }
    void aCutTailWithTheCheckpointIsFound() {
        QVERIFY(finds(Lines(m_lines.begin(), m_lines.begin() + 10), "checkpoint_missing", 0));
        QVERIFY(finds(Lines(m_lines.begin(), m_lines.begin() + 7), "checkpoint_missing", 0));
        QVERIFY(finds({}, "checkpoint_missing", 0));
    }
    void swappedRecordsAreNamed() {
        for (std::size_t i = 0; i + 1 < 10; ++i) {
            Lines lines = m_lines;
            std::swap(lines[i], lines[i + 1]);
            QVERIFY(findsAmongOthers(lines, "reordered", std::int64_t(i) + 1));
        }
    }
    void swappedContentIsFoundAtBothRecords() {
        Lines lines = m_lines;
        lines[2] = replaced(m_lines[6], R"("seq":7)", R"("seq":3)");
        lines[6] = replaced(m_lines[2], R"("seq":3)", R"("seq":7)");
        QVERIFY(findsAmongOthers(lines, "changed", 3));
        QVERIFY(findsAmongOthers(lines, "changed", 7));
    }
    void anAddedRecordIsNamed() {
        Lines lines = m_lines;
        lines.insert(lines.begin() + 5, lines[4]);
        QVERIFY(findsAmongOthers(lines, "added", 5));
        lines = m_lines;
        json::Object extra = *json::parseObject(lines[9]);
        extra["seq"] = 11;
        rehash(extra, *base64UrlDecode(*json::stringMember(extra, "hash")));
        lines.insert(lines.begin() + 10, json::write(extra));
        QVERIFY(finds(lines, "added", 11));
        std::swap(lines[10], lines[11]);
        QVERIFY(finds(lines, "added", 11));
    }
    void aRecordOfAnotherTenantIsFound() {
        m_world->fill(m_world->evil, 10);
        const auto foreign = m_world->exportLines(m_world->evil, "gh.example/t/evil/audit");
        Lines lines = m_lines;
        lines[4] = foreign[4];
        QVERIFY(findsAmongOthers(lines, "changed", 5));
        lines = foreign;
        lines.back() = m_lines.back();
        QVERIFY(findsAmongOthers(lines, "genesis", 1));
        QVERIFY(!verify(foreign).intact());
    }
    void aForgedAndRehashedRecordBreaksTheLinkBehindIt() {
        Lines lines = m_lines;
        json::Object line = *json::parseObject(lines[4]);
        line["outcome"] = "failure";
        rehash(line, *base64UrlDecode(*json::stringMember(line, "prevHash")));
        lines[4] = json::write(line);
        QVERIFY(finds(lines, "changed", 6));
    }
    void aChainForgedToItsEndDoesNotGiveTheSignedRoot() {
        Lines lines = m_lines;
        Bytes previous;
        for (std::size_t i = 4; i < 10; ++i) {
            json::Object line = *json::parseObject(lines[i]);
            if (i == 4) {
                line["outcome"] = "failure";
                previous = *base64UrlDecode(*json::stringMember(line, "prevHash"));
            }
            rehash(line, previous);
            previous = *base64UrlDecode(*json::stringMember(line, "hash"));
            lines[i] = json::write(line);
        }
        QVERIFY(finds(lines, "root", 0));
    }
    void aCheckpointSignedByAStrangerIsFound() {
        World other;
        other.fill(other.acme, 10);
        const Verification out = verifyExport(other.exportLines(other.acme), m_keys);
        QCOMPARE(out.findings.size(), std::size_t(1));
        QCOMPARE(out.findings.front().code, std::string("checkpoint_signature"));
    }
    void aChangedCheckpointIsFound() {
        Lines lines = m_lines;
        lines.back() = replaced(lines.back(), R"(audit\n10\n)", R"(audit\n11\n)");
        QVERIFY(finds(lines, "checkpoint_signature", 0));
        lines.back() = replaced(m_lines.back(), R"("note":)", R"("not":)");
        QVERIFY(finds(lines, "checkpoint_malformed", 0));
        lines = m_lines;
        lines.push_back(lines.back());
        QVERIFY(finds(lines, "checkpoint_malformed", 0));
        lines.back() = "{\"checkpoint\":7}";
        QVERIFY(!verify(lines).intact());
    }
    void aLogCutAndSignedAnewIsFoundByACheckpointKeptElsewhere() {
        const auto kept = openNote(
            *json::stringMember(json::parseObject(m_lines.back())->at("checkpoint").as_object(), "note"), m_keys);
        QVERIFY(kept);
        QVERIFY(verifyExport(m_lines, m_keys, *kept).intact());
        World restored;
        restored.fill(restored.acme, 7);
        const Verification shorter = verifyExport(restored.exportLines(restored.acme), {}, *kept);
        QCOMPARE(shorter.findings.front().code, std::string("tail_cut"));
        restored.fill(restored.acme, 5);
        const Verification other = verifyExport(restored.exportLines(restored.acme), {}, *kept);
        QCOMPARE(other.findings.front().code, std::string("root"));
        QCOMPARE(other.findings.front().seq, 10);
    }
    void rubbishIsNamedByItsLine() {
        for (const char* rubbish :
             {"{", "[]", "null", "\"x\"", "{}", R"({"seq":0})", R"({"seq":"1"})", R"({"seq":1,"seq":2})", "\xff"}) {
            Lines lines = m_lines;
            lines.insert(lines.begin() + 3, rubbish);
            const Verification out = verify(lines);
            QVERIFY(!out.intact());
            QCOMPARE(out.findings.front().line, 4);
            QCOMPARE(out.findings.front().code, std::string("malformed"));
        }
    }
    void aFloodOfFindingsStaysBounded() {
        Lines lines{m_lines[0], replaced(m_lines[1], R"("seq":2)", R"("seq":9007199254740000)")};
        for (int i = 0; i < 500; ++i) {
            lines.emplace_back("rubbish");
        }
        QCOMPARE(verify(lines).findings.size(), std::size_t(100));
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
