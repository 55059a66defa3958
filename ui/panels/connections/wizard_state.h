// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include "admin/api/connection.h"
#include "admin/api/preset.h"
#include "ui/drafts/draft.h"

namespace gatehouse::ui::panels::connections {

/// The pages of the wizard, in their order.
enum class WizardPage { Choose, Give, Get, Test, Finish };

/// A set-up that is under way. It lives in a draft, so that it is there again after a restart, page and all; a secret
/// does not survive one.
struct WizardState {
    QString tenant;
    QString vendor;
    WizardPage page = WizardPage::Choose;
    QStringList copied; ///< which of our values were copied
    admin::api::Connection connection;
    bool lostSecret = false; ///< read back after a restart: the secret has to be entered again
    bool mapped = false;     ///< somebody, or the claims of a sign-in, made the mapping what it is
    QString lastFlow;        ///< id of the last test sign-in that came back

    bool created = false; ///< saved at the broker, switched off
    QJsonObject base;     ///< as saved
    QString etag;
};

/// A new set-up, under an id of its own choice: the redirect URI holds it.
[[nodiscard]] WizardState freshState(const QString& tenant);
/// One like `from`, under another id and name, without its secret.
[[nodiscard]] WizardState clonedState(const QString& tenant, const admin::api::Connection& from);

[[nodiscard]] drafts::Draft toDraft(const WizardState& state);
/// nullopt for a draft that no wizard made.
[[nodiscard]] std::optional<WizardState> stateFrom(const drafts::Draft& draft);

/// What people call it so far: display name, or the vendor's.
[[nodiscard]] QString titleOf(const WizardState& state);
/// Why this page cannot be left forwards; empty: it can.
[[nodiscard]] QString obstacle(const WizardState& state);
/// Whether people will sign in by SAML, not by OpenID Connect.
[[nodiscard]] bool isSaml(const admin::api::Connection& connection);
/// Another protocol: what was entered for the former one is of no use to it.
void setProtocol(WizardState& state, const QString& type);
/// Takes what the vendor's preset gives a connection, where that is still to be decided: by SAML, not saved and with no
/// mapping of its own.
void applyPreset(WizardState& state, const admin::api::Preset& preset);
/// "<publicUrl>/sso/saml/<id>/<service>" (contract section 2); service: metadata, which is our entity ID too, acs, slo.
[[nodiscard]] QString samlAddressOf(const WizardState& state, const QString& publicUrl, const char* service);
/// "<publicUrl>/sso/oidc/<id>/callback" (contract section 2).
[[nodiscard]] QString redirectUriOf(const WizardState& state, const QString& publicUrl);
/// A UUIDv7 (RFC 9562, 5.7) for an object that is to be made.
[[nodiscard]] QString newId();

} // namespace gatehouse::ui::panels::connections
