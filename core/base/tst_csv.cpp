// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "base/csv.h"

using namespace gatehouse;

namespace {

QString text(const std::vector<csv::Record>& records) {
    QStringList lines;
    for (const csv::Record& record : records) {
        QStringList cells;
        for (const std::string& cell : record.cells) {
            cells << QString::fromStdString(cell);
        }
        lines << QString::number(record.line) + ":" + cells.join("|");
    }
    return lines.join("/");
}

QString read(std::string_view file) {
    const auto records = csv::read(file);
    return records ? text(*records)
                   : QString::fromStdString(std::string(records.error().reason) + " " + records.error().detail);
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT
private slots:
    void linesBecomeRecordsWhateverEndsThem() {
        QCOMPARE(read("a,b\n1,2\n"), QString("1:a|b/2:1|2"));
        QCOMPARE(read("a,b\r\n1,2"), QString("1:a|b/2:1|2"));
        QCOMPARE(read("a,b\r1,2\r"), QString("1:a|b/2:1|2"));
        QCOMPARE(read(""), QString());
    }
    void theFirstLineSaysWhatSeparates() {
        QCOMPARE(read("a;b;c\n1,5;2;3"), QString("1:a|b|c/2:1,5|2|3"));
        QCOMPARE(read("a\tb\n1\t2"), QString("1:a|b/2:1|2"));
        QCOMPARE(read("\"a;b;c\",d\n1,2"), QString("1:a;b;c|d/2:1|2"));
    }
    void quotesHoldSeparatorsQuotesAndLineBreaks() {
        QCOMPARE(read("a,b\n\"x, \"\"y\"\"\",\"one\ntwo\"\nlast,"), QString("1:a|b/2:x, \"y\"|one\ntwo/4:last|"));
    }
    void emptyLinesAndAByteOrderMarkArePassedOver() {
        QCOMPARE(read("\xef\xbb\xbf"
                      "a,b\n\n1,2\n\n"),
                 QString("1:a|b/3:1|2"));
    }
    void whatIsNotCsvIsRefusedWithItsLine() {
        QCOMPARE(read("a,b\n1,\"2"), QString("csv.malformed line 2 has a quote that does not end"));
        QCOMPARE(read("a,b\n\"1\"2,3"), QString("csv.malformed line 2 has text after a closing quote"));
        QCOMPARE(read("a\n" + std::string(250, ',')), QString("csv.malformed line 2 has more than 200 cells"));
        QCOMPARE(read("a\xff"), QString("csv.not_utf8 "));
        QCOMPARE(QString::fromStdString(csv::read("a,b", {.bytes = 2}).error().reason.data()),
                 QString("csv.too_large"));
    }
    void aCellIsNoFormulaAndReadsBack() {
        QCOMPARE(csv::cell("=1+1"), std::string("'=1+1"));
        QCOMPARE(csv::cell("plain"), std::string("plain"));
        for (const std::string cell : {"a,b", "a;b", "say \"x\"", "one\ntwo", ""}) {
            const auto back = csv::read(csv::cell(cell) + ",end");
            QVERIFY(back);
            QCOMPARE(back->front().cells.front(), cell);
        }
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
