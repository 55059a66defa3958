// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "ui/client/event_stream.h"

namespace gatehouse::tests {

using namespace ui::client;

class TstEventStream : public QObject {
    Q_OBJECT
private slots:
    void anEventEndsWithAnEmptyLine() {
        EventStreamParser parser;
        QVERIFY(parser.feed("event: flow\ndata: {}\n").empty());
        QCOMPARE(parser.feed("\n"), (std::vector<Event>{{"flow", "{}", ""}}));
    }
    void everyCutGivesTheSameEvents() {
        const QByteArray stream = "\xEF\xBB\xBF: hello\r\n\r\nid: 1\r\nevent: flow\r\ndata: a\r\ndata: "
                                  "b\r\n\r\ndata:c\n\nevent: x\r\rid: 2\rdata: d\r\r\n";
        const std::vector<Event> expected{{"flow", "a\nb", "1"}, {"message", "c", "1"}, {"message", "d", "2"}};
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            EventStreamParser parser;
            std::vector<Event> events = parser.feed(stream.left(cut));
            for (const Event& event : parser.feed(stream.mid(cut))) {
                events.push_back(event);
            }
            QVERIFY2(events == expected, qPrintable(QStringLiteral("cut at %1").arg(cut)));
        }
    }
    void anEventWithoutDataIsNone() {
        EventStreamParser parser;
        QVERIFY(parser.feed("event: flow\nid: 3\n\n: ping\n\n").empty());
    }
    void anEndlessEventIsDroppedAndTheNextIsRead() {
        EventStreamParser parser;
        QVERIFY(parser.feed("data: " + QByteArray(2 * 1024 * 1024, 'x')).empty());
        QVERIFY(parser.feed("\n\n").empty());
        QCOMPARE(parser.feed("data: y\n\n"), (std::vector<Event>{{"message", "y", ""}}));
    }
    void anIdWithNulIsIgnored() {
        EventStreamParser parser;
        QCOMPARE(parser.feed(QByteArray("id: 1\0\ndata: y\n\n", 16)), (std::vector<Event>{{"message", "y", ""}}));
    }
};

} // namespace gatehouse::tests

QTEST_GUILESS_MAIN(gatehouse::tests::TstEventStream)
#include "tst_event_stream.moc"
