// SPDX-License-Identifier: Apache-2.0
#include "admin/person.h"

#include <algorithm>

#include "admin/change.h"
#include "audit/audit.h"
#include "base/encoding.h"
#include "base/log.h"
#include "directory/directory.h"
#include "oidc/provider/issuer.h"
#include "sessions/sessions.h"

namespace gatehouse::admin {

namespace {

using oidc::provider::AccessToken;
using oidc::provider::Issuer;

constexpr std::string_view kScope = "admin";
constexpr Seconds kFresh{15 * 60};
constexpr Seconds kTouchEvery{60};
constexpr std::size_t kLongestToken = 16 * 1024;

tl::unexpected<Refusal> invalidToken() {
    Refusal refusal(Error{Code::Unauthenticated, "token_invalid", {}});
    refusal.challenge = "error=\"invalid_token\"";
    return tl::unexpected(std::move(refusal));
}

/// The issuer that an unproven token names, as far as it is one of ours: only this one's keys are tried.
std::optional<Issuer> claimedIssuer(const Services& services, std::string_view text) {
    const std::size_t first = text.find('.');
    const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (text.size() > kLongestToken || second == std::string_view::npos) {
        return std::nullopt;
    }
    const auto payload = base64UrlDecode(text.substr(first + 1, second - first - 1));
    const auto claims = payload ? json::parseObject(*payload, {.bytes = kLongestToken})
                                : Result<json::Object>(fail(Code::InvalidArgument, "json.malformed"));
    const auto url = claims ? json::stringMember(*claims, "iss") : std::nullopt;
    if (!url) {
        return std::nullopt;
    }
    if (*url == services.publicUrl.base()) {
        return Issuer{platformTenant(), nullptr, std::string(*url)};
    }
    const auto tenant = services.tenants.bySlug(url->substr(url->rfind('/') + 1));
    if (!tenant || services.publicUrl.tenantIssuer(tenant->slug) != *url) {
        return std::nullopt;
    }
    return Issuer{tenant->id, tenant, std::string(*url)};
}

/// A token made for another API proves nothing here, whatever its scope.
bool isForUs(const Services& services, const Issuer& issuer, const AccessToken& token) {
    const auto fits = [&](std::string_view audience) {
        return audience == issuer.url || audience == services.publicUrl.base() + "/admin/v1";
    };
    if (const auto one = json::stringMember(token.claims, "aud")) {
        return fits(*one);
    }
    const auto many = json::stringsMember(token.claims, "aud");
    return many && std::any_of(many->begin(), many->end(), fits);
}

bool hasScope(const AccessToken& token) {
    const std::string padded = " " + token.scope + " ";
    return padded.find(" " + std::string(kScope) + " ") != std::string::npos;
}

/// Bound to a key (RFC 9449, section 6; RFC 8705, section 3.1): as a bearer token it is stolen goods.
bool isBound(const AccessToken& token) {
    return token.claims.contains("cnf");
}

Caller callerFrom(std::shared_ptr<const AccessToken> token, Appointment appointment, std::string userName) {
    Caller caller{Caller::Kind::Person, appointment.user.text(), std::move(userName), appointment.role,
                  std::nullopt,         appointment.groups};
    if (appointment.reach == Reach::Tenant) {
        caller.tenant = appointment.tenant;
    }
    caller.signIn = std::make_shared<const SignIn>(SignIn{std::move(token), std::move(appointment)});
    return caller;
}

std::string_view sessionOf(const AccessToken& token) {
    return json::stringMember(token.claims, "sid").value_or("");
}

/// Notes the use, and says so in the log where the session is a new one. That it could not be written is no reason to
/// refuse a read; a change has its own record.
void noteUse(const Services& services, const Caller& caller, const store::Sealer& home, const std::string& ip,
             Time now) {
    const Appointment& appointment = caller.signIn->appointment;
    const std::string session(sessionOf(*caller.signIn->token));
    const bool isNew = appointment.lastSession != session;
    if (!isNew && appointment.lastSeen && now < *appointment.lastSeen + kTouchEvery) {
        return;
    }
    const Status noted = services.store.write([&](store::Writer& writer) -> Status {
        ENSURE(touchAppointment(writer, appointment.id, session, now));
        if (!isNew) {
            return {};
        }
        audit::Record record;
        record.type = "AdminSignedIn";
        record.outcome = audit::Outcome::Success;
        record.actor = {audit::ActorType::Admin, caller.id, caller.name};
        record.target = {"session", session, {}};
        record.ip = ip;
        record.data = json::Object{{"role", api::roleName(caller.role)},
                                   {"reach", reachName(appointment.reach)},
                                   {"client", caller.signIn->token->clientId}};
        return audit::append(writer, home, appointment.tenant, record, now);
    });
    if (!noted) {
        log::error("admin.audit", {{"reason", noted.error().reason}});
    }
}

} // namespace

Outcome<Caller> callerOfAccessToken(const Services& services, std::string_view text, const std::string& ip,
                                    const std::string& requestId) {
    const std::optional<Issuer> issuer =
        services.accessTokens == nullptr ? std::nullopt : claimedIssuer(services, text);
    if (!issuer) {
        return invalidToken();
    }
    const auto proven = services.accessTokens->prove(*issuer, text);
    if (!proven) {
        return proven.error().code == Code::Unauthenticated ? Outcome<Caller>(invalidToken())
                                                            : tl::unexpected(Refusal(proven.error()));
    }
    const AccessToken& token = **proven;
    if ((issuer->tenant && token.tenant != issuer->keys) || !isForUs(services, *issuer, token) || isBound(token)) {
        return invalidToken();
    }
    TRY(live, services.accessTokens->isLive(*issuer, token));
    if (!live) {
        return invalidToken();
    }

    Caller stranger{Caller::Kind::Person,
                    std::string(json::stringMember(token.claims, "sub").value_or("")),
                    "",
                    api::AdminRole::Delegate,
                    token.tenant,
                    {}};
    const auto refuse = [&](std::string_view reason) {
        recordDenial(services, stranger, token.tenant, "authenticate", reason, requestId, ip);
        Refusal refusal(Error{Code::PermissionDenied, std::string(reason), {}});
        refusal.challenge = "error=\"insufficient_scope\", scope=\"admin\"";
        return tl::unexpected(std::move(refusal));
    };
    if (!hasScope(token)) {
        return refuse("insufficient_scope");
    }
    if (token.familyId.empty()) {
        return refuse("not_admin");
    }
    TRY(platform, services.keys.sealerFor(platformTenant()));
    TRY(home, services.keys.sealerFor(token.tenant));
    std::string userName;
    TRY(appointment, services.store.read([&](store::Reader& reader) -> Result<std::optional<Appointment>> {
        TRY(family, sessions::findFamily(reader, token.tenant, token.familyId));
        TRY(user, directory::findUser(reader, home, family.user));
        userName = user.userName;
        return findAppointmentOf(reader, platform, token.tenant, family.user);
    }));
    if (!appointment) {
        return refuse("not_admin");
    }
    Caller caller = callerFrom(*proven, *std::move(appointment), std::move(userName));
    noteUse(services, caller, home, ip, services.clock.now());
    return caller;
}

Status personStands(store::Reader& reader, const Services& services, const Caller& caller, Time now) {
    const SignIn& signIn = *caller.signIn;
    const TenantId& home = signIn.appointment.tenant;
    const auto tenant = services.tenants.byId(home);
    if (!tenant || tenant->status != tenants::TenantStatus::Active || now >= signIn.token->expiresAt) {
        return fail(Code::Unauthenticated, "token_invalid");
    }
    TRY(sealer, services.keys.sealerFor(home));
    TRY(live, services.accessTokens->stands(reader, sealer, *signIn.token, now));
    if (!live) {
        return fail(Code::Unauthenticated, "token_invalid");
    }
    TRY(platform, services.keys.sealerFor(platformTenant()));
    TRY(current, findAppointmentOf(reader, platform, home, signIn.appointment.user));
    const bool same = current && current->id == signIn.appointment.id && current->role == signIn.appointment.role &&
                      current->reach == signIn.appointment.reach && current->groups == signIn.appointment.groups;
    return same ? Status() : fail(Code::PermissionDenied, "permission_denied");
}

Outcome<void> demandFreshSignIn(const Services& services, const Caller& caller, Time now) {
    if (caller.kind != Caller::Kind::Person) {
        return {};
    }
    const json::Object& claims = caller.signIn->token->claims;
    const auto home = services.tenants.byId(caller.signIn->appointment.tenant);
    const std::vector<std::string> wanted = home ? home->settings.requiredAcr : std::vector<std::string>();
    const std::string_view acr = json::stringMember(claims, "acr").value_or("");
    const auto meeting = tenants::acrMeeting(home ? home->settings.acrOrder : std::vector<tenants::AcrRule>(), wanted);
    const bool strong = wanted.empty() || std::find(meeting.begin(), meeting.end(), acr) != meeting.end();
    const Time signedIn = fromUnixSeconds(json::integerMember(claims, "auth_time").value_or(0));
    if (strong && now < signedIn + kFresh) {
        return {};
    }
    std::string values;
    for (const std::string& value : wanted) {
        // As it stands in a quoted string: an acr with a quote or backslash cannot be asked for.
        if (value.find_first_of("\"\\") == std::string::npos) {
            values.append(values.empty() ? "" : " ").append(value);
        }
    }
    Refusal refusal(Error{Code::Unauthenticated, "insufficient_user_authentication", {}});
    refusal.challenge = "error=\"insufficient_user_authentication\"" +
                        (values.empty() ? "" : ", acr_values=\"" + values + "\"") + ", max_age=\"" +
                        std::to_string(kFresh.count()) + "\"";
    return tl::unexpected(std::move(refusal));
}

} // namespace gatehouse::admin
