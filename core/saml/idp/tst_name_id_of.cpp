// SPDX-License-Identifier: Apache-2.0
#include "saml/idp/name_id_of.h"

#include <QTest>

#include "saml/wire/names.h"

namespace gatehouse::saml::idp {
namespace {

const store::Sealer& sealer() {
    static const store::Sealer kSealer(TenantId("t"), Secret(std::string(32, 'k')));
    return kSealer;
}

directory::User alice() {
    directory::User user;
    user.id = UserId("u-alice");
    user.userName = "alice@acme.example";
    user.email = "alice@acme.example";
    return user;
}

wire::PublishedSp sp(const std::string& entityId, std::vector<std::string> formats = {}) {
    wire::PublishedSp out;
    out.entityId = entityId;
    out.nameIdFormats = std::move(formats);
    return out;
}

wire::NameId named(const directory::User& user, const wire::PublishedSp& to, const std::string& wanted = {},
                   const std::string& recorded = {}) {
    apps::App app;
    app.saml.nameIdFormat = recorded;
    return nameIdOf(user, app, to, wanted, "https://idp.example", sealer()).value();
}

} // namespace

class TestNameIdOf : public QObject {
    Q_OBJECT
private slots:
    static void choosesTheFormat() {
        const std::string persistent(wire::kPersistent);
        const std::string email(wire::kEmailAddress);
        const std::string transient(wire::kTransient);
        const auto to = sp("https://a", {std::string(wire::kUnspecified), "urn:x", email, persistent});
        QCOMPARE(named(alice(), to).format, email);
        QCOMPARE(named(alice(), to, {}, persistent).format, persistent);
        QCOMPARE(named(alice(), to, transient, persistent).format, transient);
        QCOMPARE(named(alice(), to, std::string(wire::kUnspecified), persistent).format, persistent);
        QCOMPARE(named(alice(), sp("https://a")).format, transient);
    }

    static void persistentNamesAreOfOneAppAndPerson() {
        const std::string format(wire::kPersistent);
        const auto here = named(alice(), sp("https://a"), format);
        QCOMPARE(named(alice(), sp("https://a"), format), here);
        QVERIFY(named(alice(), sp("https://b"), format).value != here.value);
        directory::User bob = alice();
        bob.id = UserId("u-bob");
        QVERIFY(named(bob, sp("https://a"), format).value != here.value);
        QCOMPARE(here.spNameQualifier, std::string("https://a"));
        QVERIFY(here.value.find_first_not_of("0123456789abcdef") == std::string::npos);
    }

    static void transientNamesAreNeverTheSame() {
        const std::string format(wire::kTransient);
        QVERIFY(named(alice(), sp("https://a"), format).value != named(alice(), sp("https://a"), format).value);
    }

    static void refusesWhatItCannotIssue() {
        const auto reason = [](const directory::User& user, const std::string& wanted) {
            return nameIdOf(user, {}, sp("https://a"), wanted, "https://idp.example", sealer()).error().reason;
        };
        QCOMPARE(reason(alice(), "urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos"),
                 std::string("idp.name_id_policy"));
        directory::User nobody = alice();
        nobody.email.clear();
        QCOMPARE(reason(nobody, std::string(wire::kEmailAddress)), std::string("idp.name_id_policy"));
    }
};

} // namespace gatehouse::saml::idp

QTEST_GUILESS_MAIN(gatehouse::saml::idp::TestNameIdOf)
#include "tst_name_id_of.moc"
