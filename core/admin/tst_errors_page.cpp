// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>

#include "admin/answer.h"
#include "admin/api/codec.h"
#include "admin/explain.h"

using namespace gatehouse;
using namespace gatehouse::admin;

class TestErrorsPage : public QObject {
    Q_OBJECT
private slots:
    void everySlugInTheCodeHasARow() {
        const QRegularExpression call("fail\\(\\s*(?:gatehouse::)?Code::\\w+,\\s*\"([a-z0-9_.]+)\"");
        QSet<QString> missing;
        int seen = 0;
        QDirIterator files(GATEHOUSE_TEST_DATA "/../../core", {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.contains("/tst_") || path.contains("/conformance")) {
                continue;
            }
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto matches = call.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                const QString slug = matches.next().captured(1);
                ++seen;
                if (explain(slug.toStdString()) == nullptr) {
                    missing.insert(slug);
                }
            }
        }
        QVERIFY(seen > 100);
        QStringList names(missing.begin(), missing.end());
        names.sort();
        QVERIFY2(names.isEmpty(), qPrintable("no row in docs/errors.md: " + names.join(", ")));
    }
    void everyEventInTheCodeIsOnItsPage() {
        QFile page(GATEHOUSE_TEST_DATA "/../../docs/events.md");
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(page.readAll());
        const QRegularExpression name("(?<!kSchema = )\"((?:SSO|[A-Z][a-z]+)[A-Z][A-Za-z]+)\"");
        QStringList missing;
        int seen = 0;
        for (const char* folder : {"login", "oidc/provider", "admin"}) {
            QDirIterator files(QString(GATEHOUSE_TEST_DATA "/../../core/") + folder, {"*.cpp", "*_resource.h"},
                               QDir::Files);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.fileName().contains("/tst_")) {
                    continue;
                }
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto matches = name.globalMatch(QString::fromUtf8(file.readAll()));
                while (matches.hasNext()) {
                    const QString event = matches.next().captured(1);
                    ++seen;
                    if (!text.contains("| `" + event + "` |")) {
                        missing << event;
                    }
                }
            }
        }
        QVERIFY(seen > 20);
        QVERIFY2(missing.isEmpty(), qPrintable("not in docs/events.md: " + missing.join(", ")));
    }
    void rowsHaveCauseAndCure() {
        const Explanation* row = explain("permission_denied");
        QVERIFY(row != nullptr);
        QVERIFY(row->cause.ends_with('.') && row->cure.ends_with('.'));
        QVERIFY(explain("slug") == nullptr);
        QVERIFY(explain("") == nullptr);
    }
    void whatIsNotFoundIsAlwaysTheSame() {
        const auto one = toProblem(Error{Code::NotFound, "connections.not_found", "acme/okta"}, "r");
        const auto other = toProblem(Error{Code::NotFound, "tenant.not_found", ""}, "r");
        QCOMPARE(one.status, 404);
        QCOMPARE(one.body, other.body);
    }
    void detailsStayInside() {
        const auto problem = toProblem(Error{Code::Internal, "store.statement", "SELECT secret FROM t"}, "r");
        QCOMPARE(problem.status, 500);
        QVERIFY(problem.body.find("secret") == std::string::npos);
        QVERIFY(problem.body.find("store") == std::string::npos);
    }
    void statusesFollowTheRemedy() {
        QCOMPARE(statusFor(Error{Code::InvalidArgument, "tenant.slug_invalid", ""}), 422);
        QCOMPARE(statusFor(Error{Code::InvalidArgument, "body_malformed", ""}), 400);
        QCOMPARE(statusFor(Error{Code::Conflict, "precondition_failed", ""}), 412);
        QCOMPARE(statusFor(Error{Code::Conflict, "connections.name_taken", ""}), 409);
        QCOMPARE(statusFor(Error{Code::Unavailable, "tenant_sealed", ""}), 503);
    }
    void codesAreSnakeCase() {
        QCOMPARE(codeFor(Error{Code::Conflict, "connections.name_taken", ""}), std::string("connections_name_taken"));
    }
};

QTEST_GUILESS_MAIN(TestErrorsPage)
#include "tst_errors_page.moc"
