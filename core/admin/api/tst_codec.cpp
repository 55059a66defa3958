// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "admin/api/codec.h"

using namespace gatehouse;
using namespace gatehouse::admin::api;

namespace {

/// JSON with ' for ", because moc does not read raw strings in macros.
std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::string firstCode(const FieldErrors& errors) {
    return errors.empty() ? "" : errors.front().pointer + " " + errors.front().code;
}

template <class T>
std::string refusal(std::string_view text) {
    const Decoded<T> decoded = decode<T>(text);
    return decoded ? std::string() : firstCode(decoded.error());
}

} // namespace

class TestCodec : public QObject {
    Q_OBJECT
private slots:
    void tenantRoundTripsThroughAReply() {
        Tenant tenant;
        tenant.id = "0190";
        tenant.slug = "acme";
        tenant.name = "Acme Corp";
        tenant.settings.requiredAcr = {"mfa"};
        tenant.createdAt = fromMillis(1'732'230'300'123);
        const Decoded<Tenant> back = decode<Tenant>(encode(tenant), Side::Reply);
        QVERIFY(back);
        QCOMPARE(back->slug, tenant.slug);
        QCOMPARE(back->settings.requiredAcr, tenant.settings.requiredAcr);
        QVERIFY(back->createdAt == tenant.createdAt);
    }
    void missingMembersKeepTheirDefaults() {
        const Decoded<Tenant> tenant = decode<Tenant>(quoted("{'slug':'acme','name':'Acme'}"));
        QVERIFY(tenant);
        QCOMPARE(tenant->settings.sessionTtl, std::int64_t(43200));
        QCOMPARE(tenant->status, std::string("active"));
    }
    void nothingStaysNothingWhereAnyValueMayStand() {
        const Decoded<Replay> replay = decode<Replay>(
            quoted("{'differences':[{'member':'user.email','before':null,'after':5}],'user':null}"), Side::Reply);
        QVERIFY(replay);
        QCOMPARE(replay->differences.front().before.text, std::string("null"));
        QCOMPARE(replay->differences.front().after.text, std::string("5"));
        QCOMPARE(replay->user.text, std::string("{}")); // an object is expected there
    }
    void everyProblemIsNamedAtOnce() {
        const Decoded<Tenant> tenant =
            decode<Tenant>(quoted("{'name':7,'kind':'odd','settings':{'sessionTtl':-1,'extra':1},'a/b~c':0}"));
        QVERIFY(!tenant);
        QStringList found;
        for (const FieldError& error : tenant.error()) {
            found << QString::fromStdString(error.pointer + " " + error.code);
        }
        QCOMPARE(found, QStringList({"/slug required", "/name wrong_type", "/kind unknown_value",
                                     "/settings/sessionTtl out_of_range", "/settings/extra unknown_member",
                                     "/a~1b~0c unknown_member"}));
    }
    void readOnlyMembersAreRefusedInARequest() {
        QCOMPARE(refusal<Tenant>(quoted("{'slug':'a1','name':'A','id':'0190'}")), std::string("/id read_only"));
        QCOMPARE(refusal<App>(quoted("{'name':'A','clientSecret':'mine'}")), std::string("/clientSecret read_only"));
    }
    void secretsAreNeverInAReply() {
        Connection connection;
        connection.clientSecret = "hush";
        QVERIFY(encode(connection).find("hush") == std::string::npos);
        QVERIFY(encode(connection, Side::Request).find("hush") != std::string::npos);
    }
    void aSecretMadeByTheBrokerIsInTheReplyThatHasIt() {
        App app;
        QVERIFY(encode(app).find("clientSecret") == std::string::npos);
        app.clientSecret = "shown-once";
        QVERIFY(encode(app).find("shown-once") != std::string::npos);
    }
    void brokenJsonIsOneProblem() {
        QCOMPARE(refusal<Tenant>("{"), std::string(" malformed"));
        QCOMPARE(refusal<Tenant>(quoted("{'slug':'a','slug':'b'}")), std::string(" malformed"));
        QCOMPARE(refusal<Tenant>("[]"), std::string(" wrong_type"));
    }
    void elementsOfListsAreNamedByIndex() {
        QCOMPARE(refusal<User>(quoted("{'userName':'a','roles':[{'name':'x'},{'source':'sso'}]}")),
                 std::string("/roles/1/name required"));
        QCOMPARE(refusal<App>(quoted("{'name':'A','redirectUris':['https://a/cb',1]}")),
                 std::string("/redirectUris/1 wrong_type"));
        QCOMPARE(refusal<App>(quoted("{'name':'A','grantTypes':['password']}")),
                 std::string("/grantTypes/0 unknown_value"));
    }
    void nullIsNoString() {
        QCOMPARE(refusal<Tenant>(quoted("{'slug':null,'name':'A'}")), std::string("/slug wrong_type"));
    }
    void malformedTimesAreRefused() {
        QCOMPARE(refusal<User>(quoted("{'userName':'a','roles':[{'name':'x','expiresAt':'soon'}]}")),
                 std::string("/roles/0/expiresAt malformed"));
    }
    void longTextIsRefused() {
        Role role;
        role.name = std::string(101, 'x');
        const std::string body = encode(role, Side::Request);
        QCOMPARE(refusal<Role>(body), std::string("/name too_long"));
    }
    void aNewerBrokersMembersArePassedOver() {
        QVERIFY(decode<BrokerStatus>(quoted("{'publicUrl':'http://127.0.0.1:8480','tomorrow':1,'latency':{'p50':1.5}}"),
                                     Side::Reply));
    }
    void tenantScopeIsAllOrSlugs() {
        QVERIFY(decode<App>(quoted("{'name':'A','tenants':'all'}"))->tenants->all);
        QCOMPARE(decode<App>(quoted("{'name':'A','tenants':['acme']}"))->tenants->slugs,
                 std::vector<std::string>{"acme"});
        QCOMPARE(refusal<App>(quoted("{'name':'A','tenants':'some'}")), std::string("/tenants wrong_type"));
    }
    void mappingKeepsItsText() {
        const auto connection =
            decode<Connection>(quoted("{'name':'okta','type':'oidc','issuer':'https://"
                                      "idp.example','clientId':'c','mapping':{'defaultRoles':['member']}}"));
        QVERIFY(connection);
        QCOMPARE(connection->mapping.text, std::string(quoted("{'defaultRoles':['member']}")));
        QCOMPARE(encode(*connection, Side::Request).find("redirectUri"), std::string::npos);
    }
    void pagesCarryTheirCursor() {
        const auto page = decode<Page<Role>>(quoted("{'items':[{'name':'member'}],'nextCursor':'x'}"), Side::Reply);
        QVERIFY(page);
        QCOMPARE(page->items.size(), std::size_t(1));
        QCOMPARE(page->nextCursor.value_or(""), std::string("x"));
        QVERIFY(!decode<Page<Role>>(quoted("{'item':[]}"), Side::Reply));
    }
    void problemsAreRead() {
        const auto problem = decode<ProblemDetails>(
            quoted("{'type':'t','title':'x','status':422,'detail':'','code':'invalid','errors':[{'"
                   "pointer':'/a','code':'b','message':'c'}],'requestId':'r'}"),
            Side::Reply);
        QVERIFY(problem);
        QCOMPARE(problem->status, 422);
        QCOMPARE(problem->errors.front(), (FieldError{"/a", "b", "c"}));
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
