// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "cedar/authorize.h"
#include "cedar/json_form.h"

using namespace gatehouse;
using namespace gatehouse::cedar;

namespace {

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonDocument readJson(const QString& path) {
    return QJsonDocument::fromJson(readAll(path));
}

QJsonObject extension(const char* function, const QJsonValue& argument) {
    return {{"__extn", QJsonObject{{"fn", function}, {"arg", argument}}}};
}

/// What the schemas of the handwritten tests make of plain JSON: entities without the escape, and two attributes of
/// extension types.
QJsonObject asTheSchemaSays(QJsonObject object) {
    for (const QString& name : object.keys()) {
        const QJsonValue value = object[name];
        if (name == "source_ip" && value.isString()) {
            object[name] = extension("ip", value);
        } else if (name == "confidence_score" && value.isString()) {
            object[name] = extension("decimal", value);
        } else if (const QJsonObject inner = value.toObject();
                   name != "__entity" && inner.keys() == QStringList{"id", "type"}) {
            object[name] = QJsonObject{{"__entity", inner}};
        }
    }
    return object;
}

/// The corpus has NUL in strings, which our own parser refuses on purpose.
json::Value toValue(const QJsonValue& value) {
    if (value.isBool()) {
        return value.toBool();
    }
    if (value.isDouble()) {
        return value.toInteger();
    }
    if (value.isString()) {
        const QByteArray text = value.toString().toUtf8();
        return json::Value(std::string_view(text.data(), static_cast<std::size_t>(text.size())));
    }
    if (value.isArray()) {
        json::Array array;
        for (const QJsonValue& item : value.toArray()) {
            array.emplace_back(toValue(asTheSchemaSays({{"item", item}})["item"]));
        }
        return array;
    }
    json::Object object;
    const QJsonObject members = asTheSchemaSays(value.toObject());
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QByteArray name = member.key().toUtf8();
        object[std::string_view(name.data(), static_cast<std::size_t>(name.size()))] = toValue(member.value());
    }
    return object;
}

std::vector<std::string> strings(const QJsonValue& value) {
    std::vector<std::string> out;
    for (const QJsonValue& item : value.toArray()) {
        out.push_back(item.toString().toStdString());
    }
    std::sort(out.begin(), out.end());
    return out;
}

Request requestOf(const QJsonObject& object) {
    Request request;
    request.principal = entityUidFromJson(toValue(object["principal"])).value();
    request.action = entityUidFromJson(toValue(object["action"])).value();
    request.resource = entityUidFromJson(toValue(object["resource"])).value();
    request.context = valueFromJson(toValue(object["context"])).value();
    return request;
}

bool sameDecision(Decision decision, const QJsonObject& expected) {
    std::vector<std::string> errors;
    for (const Decision::PolicyError& error : decision.errors) {
        errors.push_back(error.policy);
    }
    std::sort(errors.begin(), errors.end());
    std::sort(decision.reasons.begin(), decision.reasons.end());
    return decision.allow == (expected["decision"].toString() == "allow") &&
           decision.reasons == strings(expected["reason"]) && errors == strings(expected["errors"]);
}

struct Count {
    int passed = 0;
    QStringList failed;
};

/// Every request of every test below `folder`, whose file names are relative to `root`.
Count runAll(const QString& root, const QString& folder) {
    Count count;
    QDirIterator files(root + "/" + folder, {"*.json"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QJsonObject test = readJson(path).object();
        if (!test.contains("requests")) {
            continue;
        }
        const QByteArray text = readAll(root + "/" + test["policies"].toString());
        const auto policies = parsePolicies(std::string_view(text.data(), static_cast<std::size_t>(text.size())));
        const auto entities = entitiesFromJson(toValue(readJson(root + "/" + test["entities"].toString()).array()));
        for (const QJsonValue& item : test["requests"].toArray()) {
            const bool same =
                policies && entities &&
                sameDecision(authorize(*policies, requestOf(item.toObject()), *entities), item.toObject());
            count.passed += same ? 1 : 0;
            if (!same) {
                count.failed << QFileInfo(path).dir().dirName() + "/" + QFileInfo(path).fileName() + ": " +
                                    item["description"].toString() + " " +
                                    (policies ? entities ? "" : entities.error().reason.c_str()
                                              : policies.error().detail.c_str());
            }
        }
    }
    return count;
}

} // namespace

class TestCorpus : public QObject {
    Q_OBJECT
private slots:
    void generatedTestsDecideAsTheReferenceDoes() {
        const Count count = runAll(GATEHOUSE_TEST_DATA "/cedar", "corpus-tests");
        qInfo("corpus: %d passed, %d failed", count.passed, int(count.failed.size()));
        QVERIFY2(count.failed.isEmpty(), qPrintable(count.failed.join("\n")));
        QCOMPARE(count.passed, 1600);
    }
    void handwrittenTestsDecideAsTheReferenceDoes() {
        const Count count = runAll(GATEHOUSE_TEST_DATA "/cedar/integration-tests", "tests");
        qInfo("integration: %d passed, %d failed", count.passed, int(count.failed.size()));
        QVERIFY2(count.failed.isEmpty(), qPrintable(count.failed.join("\n")));
        QCOMPARE(count.passed, 74);
    }
};

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
