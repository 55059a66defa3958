// SPDX-License-Identifier: Apache-2.0
#include "saml/idp/release.h"

#include <QTest>

#include "saml/wire/names.h"

namespace gatehouse::saml::idp {
namespace {

directory::User alice() {
    directory::User user;
    user.id = UserId("u-alice");
    user.userName = "alice";
    user.email = "alice@acme.example";
    user.displayName = "Alice <A> & Sons";
    user.groups = {"eng", "ops"};
    return user;
}

Result<std::vector<wire::IssuedAttribute>> release(const apps::App& app, const wire::PublishedSp& sp,
                                                   const directory::User& user = alice()) {
    const store::Sealer sealer(TenantId("t"), Secret(std::string(32, 'k')));
    return releasedTo(app, sp, user, sealer, "gate.example", parseRfc3339("2026-11-21T12:00:00Z").value());
}

/// "name=value,value" of each, by spaces.
std::string shown(const std::vector<wire::IssuedAttribute>& attributes) {
    std::string out;
    for (const wire::IssuedAttribute& each : attributes) {
        out.append(out.empty() ? "" : " ").append(each.name).append("=");
        for (const std::string& value : each.values) {
            out.append(out.ends_with('=') ? "" : ",").append(value);
        }
    }
    return out;
}

} // namespace

class TestRelease : public QObject {
    Q_OBJECT
private slots:
    static void givesTheUsualOnesByTheirObjectIdentifiers() {
        const auto given = release({}, {});
        QCOMPARE(shown(*given),
                 std::string("urn:oid:0.9.2342.19200300.100.1.3=alice@acme.example "
                             "urn:oid:2.16.840.1.113730.3.1.241=Alice <A> & Sons "
                             "urn:oid:0.9.2342.19200300.100.1.1=alice urn:oid:1.3.6.1.4.1.5923.1.5.1.1=eng,ops"));
        QCOMPARE(given->front().nameFormat, std::string(wire::kUriNames));
    }

    static void givesWhatTheMetadataAsksForByItsNames() {
        wire::PublishedSp sp;
        sp.attributes = {{"Email", "", true}, {"urn:x:groups", "memberOf", false}, {"shoeSize", "", true}};
        QCOMPARE(shown(*release({}, sp)), std::string("Email=alice@acme.example urn:x:groups=eng,ops"));
    }

    static void givesWhatTheRecordSaysBeforeAll() {
        apps::App app;
        app.saml.attributes = {{"who", "sub", ""}};
        wire::PublishedSp sp;
        sp.attributes = {{"Email", "", true}};
        QCOMPARE(shown(*release(app, sp)), std::string("who=u-alice"));
    }

    static void givesNothingThatNoScopeReleases() {
        apps::App app;
        app.scopes = {"openid"};
        app.saml.attributes = {{"mail", "email", ""}, {"name", "name", ""}, {"groups", "groups", ""}};
        QCOMPARE(shown(*release(app, {})), std::string());
    }

    static void namesThePersonAsTheMetadataRequires() {
        wire::PublishedSp sp;
        apps::App app;
        app.scopes = {};
        sp.entityId = "https://a";
        sp.subjectIdRequirement = "subject-id";
        const std::string everywhere = release(app, sp)->front().values.front();
        QVERIFY(everywhere.ends_with("@gate.example"));
        sp.subjectIdRequirement = "pairwise-id";
        const std::string here = release(app, sp)->front().values.front();
        sp.entityId = "https://b";
        QVERIFY(release(app, sp)->front().values.front() != here);
        sp.subjectIdRequirement = "subject-id";
        QCOMPARE(release(app, sp)->front().values.front(), everywhere);
        sp.subjectIdRequirement = "none";
        QVERIFY(release(app, sp)->empty());
    }

    static void refusesWhatNoXmlCanHold() {
        for (const std::string& text : {std::string("a\0b", 3), std::string("a\xef\xbf\xbe"),
                                        std::string("\xed\xa0\x80"), std::string(65 * 1024, 'x')}) {
            directory::User user = alice();
            user.displayName = text;
            QCOMPARE(release({}, {}, user).error().reason, std::string("idp.attr.invalid"));
        }
    }
};

} // namespace gatehouse::saml::idp

QTEST_GUILESS_MAIN(gatehouse::saml::idp::TestRelease)
#include "tst_release.moc"
