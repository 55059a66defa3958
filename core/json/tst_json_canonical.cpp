// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <cstring>
#include <limits>

#include "json/json.h"
#include "json/number.h"

using namespace gatehouse;
using namespace std::string_literals;

namespace {

std::string contents(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return file.readAll().toStdString();
}

QString jcs(const QString& path) {
    return QStringLiteral(GATEHOUSE_TEST_DATA "/jcs/testdata/") + path;
}

std::string number(double value) {
    std::string out;
    json::appendNumber(out, value);
    return out;
}

double fromBits(std::uint64_t bits) {
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

std::string canonicalOf(std::string_view text) {
    return json::canonical(json::parse(text).value());
}

} // namespace

class TestJsonCanonical : public QObject {
    Q_OBJECT
private slots:
    void publishedVectorsMatchByteForByte() {
        const QStringList names = QDir(jcs("input")).entryList({"*.json"}, QDir::Files);
        QCOMPARE(names.size(), 6);
        for (const QString& name : names) {
            const std::string out = canonicalOf(contents(jcs("input/" + name)));
            QCOMPARE(out, contents(jcs("output/" + name)));
            const std::string hex = contents(jcs("outhex/" + QString(name).replace(".json", ".txt")));
            QCOMPARE(QByteArray::fromStdString(out), QByteArray::fromHex(QByteArray::fromStdString(hex)));
            QCOMPARE(canonicalOf(out), out);
        }
    }
    void numbersOfAppendixB() {
        // RFC 8785, appendix B.
        const std::pair<std::uint64_t, const char*> rows[] = {
            {0x0000000000000000U, "0"},
            {0x8000000000000000U, "0"},
            {0x0000000000000001U, "5e-324"},
            {0x8000000000000001U, "-5e-324"},
            {0x7fefffffffffffffU, "1.7976931348623157e+308"},
            {0xffefffffffffffffU, "-1.7976931348623157e+308"},
            {0x4340000000000000U, "9007199254740992"},
            {0xc340000000000000U, "-9007199254740992"},
            {0x4430000000000000U, "295147905179352830000"},
            {0x44b52d02c7e14af5U, "9.999999999999997e+22"},
            {0x44b52d02c7e14af6U, "1e+23"},
            {0x44b52d02c7e14af7U, "1.0000000000000001e+23"},
            {0x444b1ae4d6e2ef4eU, "999999999999999700000"},
            {0x444b1ae4d6e2ef4fU, "999999999999999900000"},
            {0x444b1ae4d6e2ef50U, "1e+21"},
            {0x3eb0c6f7a0b5ed8cU, "9.999999999999997e-7"},
            {0x3eb0c6f7a0b5ed8dU, "0.000001"},
            {0x41b3de4355555553U, "333333333.3333332"},
            {0x41b3de4355555554U, "333333333.33333325"},
            {0x41b3de4355555555U, "333333333.3333333"},
            {0x41b3de4355555556U, "333333333.3333334"},
            {0x41b3de4355555557U, "333333333.33333343"},
            {0xbecbf647612f3696U, "-0.0000033333333333333333"},
            {0x43143ff3c1cb0959U, "1424953923781206.2"},
        };
        for (const auto& [bits, text] : rows) {
            QCOMPARE(number(fromBits(bits)), std::string(text));
        }
    }
    void hundredThousandNumbersHashAsPublished() {
        // testdata/README.md: the published hashes cover a fixed list, a run of small normals and a SHA-256 chain.
        QVERIFY(contents(jcs("README.md")).size() > 1000);
        QByteArray lines;
        int count = 0;
        const auto add = [&](std::uint64_t bits) {
            lines += QByteArray::number(qulonglong(bits), 16) + ',' +
                     QByteArray::fromStdString(number(fromBits(bits))) + '\n';
            ++count;
        };
        const QByteArray readme = QByteArray::fromStdString(contents(jcs("README.md")));
        const qsizetype first = readme.indexOf("BigUint64Array([");
        const QByteArray table = readme.mid(first, readme.indexOf("])", first) - first);
        for (qsizetype at = table.indexOf("0x"); at >= 0; at = table.indexOf("0x", at + 1)) {
            add(table.mid(at + 2, 16).toULongLong(nullptr, 16));
        }
        for (std::uint64_t i = 0; i < 2000; ++i) {
            add(0x0010000000000000U + i);
        }
        QByteArray block(32, '\0');
        while (count < 100000) {
            block = QCryptographicHash::hash(block, QCryptographicHash::Sha256);
            for (int i = 0; i < 4 && count < 100000; ++i) {
                std::uint64_t bits = 0;
                std::memcpy(&bits, block.constData() + i * 8, 8);
                const double value = fromBits(bits);
                if (value != 0 && std::isfinite(value)) {
                    add(bits);
                }
            }
        }
        QCOMPARE(QCryptographicHash::hash(lines, QCryptographicHash::Sha256).toHex(),
                 QByteArray("22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7"));
    }
    void integersBecomeWhatADoubleHolds() {
        QCOMPARE(canonicalOf("[9007199254740992,9007199254740993,-9007199254740993]"),
                 "[9007199254740992,9007199254740992,-9007199254740992]"s);
        QCOMPARE(canonicalOf("[18446744073709551615,-9223372036854775808,-0,1.0]"),
                 "[18446744073709552000,-9223372036854776000,0,1]"s);
        QCOMPARE(json::write(json::parse("[18446744073709551615,-9223372036854775808]").value()),
                 "[18446744073709551615,-9223372036854775808]"s);
    }
    void membersSortByUtf16NotByBytes() {
        // U+FB33 comes after U+1F602, whose first code unit is D83D.
        QCOMPARE(canonicalOf("{\"\xEF\xAC\xB3\":1,\"\xF0\x9F\x98\x82\":2,\"a\":3,\"aa\":4,\"\":5}"),
                 "{\"\":5,\"a\":3,\"aa\":4,\"\xF0\x9F\x98\x82\":2,\"\xEF\xAC\xB3\":1}"s);
        QCOMPARE(canonicalOf("{\"x\xEE\x80\x80\":1,\"x\xF4\x8F\xBF\xBF\":2,\"x\xED\x9F\xBF\":3}"),
                 "{\"x\xED\x9F\xBF\":3,\"x\xF4\x8F\xBF\xBF\":2,\"x\xEE\x80\x80\":1}"s);
    }
    void onlyWhatMustBeEscapedIs() {
        QCOMPARE(canonicalOf("\"\\u0001\\u001f\\b\\t\\n\\f\\r\\\"\\\\\\/\\u007f\\u2028\\u00e9\""),
                 "\"\\u0001\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\x7f\xE2\x80\xA8\xC3\xA9\""s);
    }
    void numberThatIsNotFiniteIsWrittenAsNull() {
        const json::Array values{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()};
        QCOMPARE(json::write(json::Value(values)), "[null,null]"s);
    }
    void prettyIndentsByTwo() {
        QCOMPARE(json::writePretty(json::parse("{\"b\":[1,{\"c\":{}}],\"a\":[]}").value()),
                 "{\n  \"b\": [\n    1,\n    {\n      \"c\": {}\n    }\n  ],\n  \"a\": []\n}"s);
    }
    void compactKeepsTheOrder() {
        QCOMPARE(json::write(json::parseObject("{ \"b\" : 1.5 , \"a\" : [ true , null ] }").value()),
                 "{\"b\":1.5,\"a\":[true,null]}"s);
    }
};

QTEST_GUILESS_MAIN(TestJsonCanonical)
#include "tst_json_canonical.moc"
