// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <set>

#include "oauth/error.h"
#include "json/json.h"

using namespace gatehouse;
using namespace gatehouse::oauth;

namespace {
std::string header(const http::Response& response, std::string_view name) {
    return std::string(response.headers.get(name).value_or(""));
}
std::string member(const http::Response& response, std::string_view name) {
    const json::Object body = json::parseObject(response.body).value();
    return std::string(json::stringMember(body, name).value_or(""));
}
Error error(Code code, std::string reason) {
    return Error{code, std::move(reason), "internal detail"};
}
} // namespace

class TestError : public QObject {
    Q_OBJECT
private slots:
    void namesRoundTripAndAreDistinct() {
        std::set<std::string_view> names;
        for (int i = 0; i <= int(ErrorCode::UnmetAuthenticationRequirements); ++i) {
            const std::string_view name = errorName(ErrorCode(i));
            QVERIFY(names.insert(name).second);
            QVERIFY(parseErrorName(name) == ErrorCode(i));
        }
        QVERIFY(!parseErrorName("Invalid_request"));
        QVERIFY(!parseErrorName(""));
    }
    void aReasonNamesItsErrorWithOrWithoutACause() {
        QVERIFY(toProtocolError(error(Code::Internal, "oauth.invalid_grant")).code == ErrorCode::InvalidGrant);
        QVERIFY(toProtocolError(error(Code::InvalidArgument, "oauth.invalid_grant.pkce_mismatch")).code ==
                ErrorCode::InvalidGrant);
        QVERIFY(toProtocolError(error(Code::InvalidArgument, "oauth.invalid_request_uri")).code ==
                ErrorCode::InvalidRequestUri);
    }
    void otherReasonsGoByTheirCode() {
        QVERIFY(toProtocolError(error(Code::Unauthenticated, "apps.unknown")).code == ErrorCode::InvalidClient);
        QVERIFY(toProtocolError(error(Code::Internal, "store.failed")).code == ErrorCode::ServerError);
        QVERIFY(toProtocolError(error(Code::Unavailable, "tenant_sealed")).code == ErrorCode::TemporarilyUnavailable);
        QVERIFY(toProtocolError(error(Code::PermissionDenied, "oauth.nonsense")).code == ErrorCode::AccessDenied);
    }
    void theDetailNeverLeaves() {
        const http::Response response =
            toTokenResponse(error(Code::InvalidArgument, "oauth.invalid_grant.pkce_mismatch"));
        QVERIFY(response.body.find("internal detail") == std::string::npos);
        QVERIFY(response.body.find("pkce") == std::string::npos);
    }
    void tokenErrorsAreJsonAndNotCached() {
        const http::Response response =
            toTokenResponse(ProtocolError{ErrorCode::InvalidGrant, "used \"twice\"\r\nX: y", 0});
        QCOMPARE(response.status, 400);
        QCOMPARE(header(response, "Content-Type"), std::string("application/json"));
        QCOMPARE(header(response, "Cache-Control"), std::string("no-store"));
        QCOMPARE(member(response, "error"), std::string("invalid_grant"));
        QCOMPARE(member(response, "error_description"), std::string("used  twice   X: y"));
    }
    void aClientThatFailedByHeaderIsChallenged() {
        const http::Response byHeader =
            toTokenResponse(error(Code::Unauthenticated, "oauth.invalid_client"), TriedBy::Header);
        QCOMPARE(byHeader.status, 401);
        QVERIFY(header(byHeader, "WWW-Authenticate").rfind("Basic ", 0) == 0);
        const http::Response byBody = toTokenResponse(error(Code::Unauthenticated, "oauth.invalid_client"));
        QCOMPARE(byBody.status, 401);
        QVERIFY(!byBody.headers.get("WWW-Authenticate"));
        QCOMPARE(byBody.body, byHeader.body);
    }
    void troubleOfOursIsNotBlamedOnTheClient() {
        QCOMPARE(toTokenResponse(error(Code::Internal, "store.failed")).status, 500);
        QCOMPARE(toTokenResponse(error(Code::Unavailable, "store.busy")).status, 503);
        QVERIFY(toTokenResponse(error(Code::RateLimited, "quota")).headers.get("Retry-After"));
        QCOMPARE(toTokenResponse(error(Code::RateLimited, "quota")).status, 429);
    }
    void descriptionsKeepToTheirCharacters() {
        const std::string clean = cleanDescription("a\"b\\c\r\nd\te\x7f\xc3\xa9<script>" + std::string(1000, 'x'));
        QCOMPARE(clean.size(), std::size_t(256));
        for (const char c : clean) {
            QVERIFY(c >= 0x20 && c < 0x7F && c != '"' && c != '\\');
        }
    }
    void aRequestWithoutTokenIsToldNoError() {
        const http::Response response = toResourceResponse({});
        QCOMPARE(response.status, 401);
        QCOMPARE(header(response, "WWW-Authenticate"), std::string("Bearer realm=\"gatehouse\""));
    }
    void aBadTokenIsToldWhy() {
        BearerChallenge challenge;
        challenge.error = ErrorCode::InvalidToken;
        challenge.description = "expired";
        QCOMPARE(challengeValue(challenge),
                 std::string("Bearer error=\"invalid_token\", error_description=\"expired\""));
        QCOMPARE(toResourceResponse(challenge).status, 401);
    }
    void stepUpSaysWhatIsWanted() {
        BearerChallenge challenge;
        challenge.error = ErrorCode::InsufficientUserAuthentication;
        challenge.description = "stronger";
        challenge.acrValues = "phr phrh";
        challenge.maxAge = Seconds(300);
        QCOMPARE(challengeValue(challenge),
                 std::string("Bearer error=\"insufficient_user_authentication\", error_description=\"stronger\", "
                             "acr_values=\"phr phrh\", max_age=\"300\""));
    }
    void tooLittleScopeIsForbidden() {
        BearerChallenge challenge;
        challenge.error = ErrorCode::InsufficientScope;
        challenge.scope = "ssf.manage\", x=\"y";
        QCOMPARE(toResourceResponse(challenge).status, 403);
        QVERIFY(challengeValue(challenge).find("scope=\"ssf.manage , x= y\"") != std::string::npos);
    }
    void aMalformedRequestIsABadRequest() {
        BearerChallenge challenge;
        challenge.error = ErrorCode::InvalidRequest;
        QCOMPARE(toResourceResponse(challenge).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
