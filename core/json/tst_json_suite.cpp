// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <QDir>
#include <QFile>
#include <map>

#include "json/json.h"

using namespace gatehouse;

namespace {

std::string contents(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return file.readAll().toStdString();
}

QStringList files(const QString& pattern) {
    return QDir(QStringLiteral(GATEHOUSE_TEST_DATA "/json/test_parsing")).entryList({pattern}, QDir::Files);
}

std::string read(const QString& name) {
    return contents(QStringLiteral(GATEHOUSE_TEST_DATA "/json/test_parsing/") + name);
}

// Accepted by RFC 8259, refused by ours on purpose.
const std::map<QString, std::string> kStricter = {
    {"y_object_duplicated_key.json", "json.duplicate_member"},
    {"y_object_duplicated_key_and_value.json", "json.duplicate_member"},
    {"y_object_escaped_null_in_key.json", "json.nul"},
    {"y_string_null_escape.json", "json.nul"},
};

// What RFC 8259 leaves open, decided. An empty reason means accepted.
const std::map<QString, std::string> kDecided = {
    {"i_number_double_huge_neg_exp.json", ""}, // becomes zero
    {"i_number_huge_exp.json", "json.number_range"},
    {"i_number_neg_int_huge_exp.json", "json.number_range"},
    {"i_number_pos_double_huge_exp.json", "json.number_range"},
    {"i_number_real_neg_overflow.json", "json.number_range"},
    {"i_number_real_pos_overflow.json", "json.number_range"},
    {"i_number_real_underflow.json", ""},
    {"i_number_too_big_neg_int.json", ""}, // the nearest double
    {"i_number_too_big_pos_int.json", ""},
    {"i_number_very_big_negative_int.json", ""},
    {"i_object_key_lone_2nd_surrogate.json", "json.malformed"},
    {"i_string_1st_surrogate_but_2nd_missing.json", "json.malformed"},
    {"i_string_1st_valid_surrogate_2nd_invalid.json", "json.malformed"},
    {"i_string_UTF-16LE_with_BOM.json", "json.malformed"},
    {"i_string_UTF-8_invalid_sequence.json", "json.malformed"},
    {"i_string_UTF8_surrogate_U+D800.json", "json.malformed"},
    {"i_string_incomplete_surrogate_and_escape_valid.json", "json.malformed"},
    {"i_string_incomplete_surrogate_pair.json", "json.malformed"},
    {"i_string_incomplete_surrogates_escape_valid.json", "json.malformed"},
    {"i_string_invalid_lonely_surrogate.json", "json.malformed"},
    {"i_string_invalid_surrogate.json", "json.malformed"},
    {"i_string_invalid_utf-8.json", "json.malformed"},
    {"i_string_inverted_surrogates_U+1D11E.json", "json.malformed"},
    {"i_string_iso_latin_1.json", "json.malformed"},
    {"i_string_lone_second_surrogate.json", "json.malformed"},
    {"i_string_lone_utf8_continuation_byte.json", "json.malformed"},
    {"i_string_not_in_unicode_range.json", "json.malformed"},
    {"i_string_overlong_sequence_2_bytes.json", "json.malformed"},
    {"i_string_overlong_sequence_6_bytes.json", "json.malformed"},
    {"i_string_overlong_sequence_6_bytes_null.json", "json.malformed"},
    {"i_string_truncated-utf-8.json", "json.malformed"},
    {"i_string_utf16BE_no_BOM.json", "json.malformed"},
    {"i_string_utf16LE_no_BOM.json", "json.malformed"},
    {"i_structure_500_nested_arrays.json", "json.too_deep"},
    {"i_structure_UTF-8_BOM_empty_object.json", "json.malformed"},
};

std::string reasonOf(const Result<json::Value>& result) {
    return result ? std::string() : result.error().reason;
}

} // namespace

class TestJsonSuite : public QObject {
    Q_OBJECT
private slots:
    void everyValidTextIsAcceptedOrRefusedForOurStatedReason() {
        const QStringList names = files("y_*.json");
        QCOMPARE(names.size(), 95);
        for (const QString& name : names) {
            const auto stricter = kStricter.find(name);
            const std::string expected = stricter == kStricter.end() ? std::string() : stricter->second;
            const auto parsed = json::parse(read(name));
            QVERIFY2(reasonOf(parsed) == expected, qPrintable(name + ": " + QString::fromStdString(reasonOf(parsed))));
            if (parsed) {
                const std::string once = json::canonical(*parsed);
                QCOMPARE(json::canonical(json::parse(once).value()), once);
                QCOMPARE(json::canonical(json::parse(json::writePretty(*parsed)).value()), once);
            }
        }
    }
    void everyInvalidTextIsRefused() {
        const QStringList names = files("n_*.json");
        QCOMPARE(names.size(), 188);
        for (const QString& name : names) {
            QVERIFY2(!json::parse(read(name)), qPrintable(name));
        }
    }
    void everyOpenCaseIsAsDecided() {
        const QStringList names = files("i_*.json");
        QCOMPARE(std::size_t(names.size()), kDecided.size());
        for (const QString& name : names) {
            const auto decided = kDecided.find(name);
            QVERIFY2(decided != kDecided.end(), qPrintable(name));
            const std::string reason = reasonOf(json::parse(read(name)));
            QVERIFY2(reason == decided->second, qPrintable(name + ": " + QString::fromStdString(reason)));
        }
    }
    void deepTextIsRefusedForItsDepth() {
        QCOMPARE(reasonOf(json::parse(read("n_structure_100000_opening_arrays.json"))), std::string("json.too_deep"));
        QCOMPARE(reasonOf(json::parse(read("n_structure_open_array_object.json"))), std::string("json.too_deep"));
    }
};

QTEST_GUILESS_MAIN(TestJsonSuite)
#include "tst_json_suite.moc"
