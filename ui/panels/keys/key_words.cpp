// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/keys/key_words.h"

#include <QCoreApplication>

#include "ui/client/convert.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::keys {

using client::toDateTime;
using client::toQString;
using widgets::Status;

namespace {

struct KeyWords {
    Q_DECLARE_TR_FUNCTIONS(KeyWords)
};

QString at(const std::optional<Time>& time) {
    return widgets::clockTime(toDateTime(time));
}

/// Of keys that a tenant speaks SAML with; empty for others, and for states that are the same for all.
QString samlWords(const admin::api::Key& key) {
    const bool opens = key.use == "enc";
    if (!opens && key.use != "saml") {
        return {};
    }
    if (key.state == "next") {
        return opens ? KeyWords::tr("Waits to be published to identity providers, by hand.")
                     : KeyWords::tr("Is in our SAML metadata already. Make it current once every provider has it.");
    }
    if (key.state == "active") {
        return (opens ? KeyWords::tr("Opens what identity providers encrypt to us, since %1.")
                      : KeyWords::tr("Signs what we ask SAML providers, since %1."))
            .arg(at(key.activatedAt));
    }
    return opens && key.state == "retiring" ? KeyWords::tr("Opens what is still encrypted to it.") : QString();
}

} // namespace

QString shortId(const admin::api::Key& key) {
    return toQString(key.kid).left(8);
}

QString titleOf(const admin::api::Key& key) {
    const QString title = toQString(key.alg) + QStringLiteral("  ") + shortId(key);
    if (key.use == "saml") {
        return title + QStringLiteral("  SAML");
    }
    return key.use == "enc" ? title + QStringLiteral("  ") + KeyWords::tr("encryption") : title;
}

bool isAudit(const admin::api::Key& key) {
    return key.use == "audit";
}

QString stageWord(const admin::api::Key& key) {
    if (key.state == "next") {
        return KeyWords::tr("Next");
    }
    if (key.state == "active") {
        return KeyWords::tr("Current");
    }
    if (key.state == "retiring") {
        return KeyWords::tr("Previous");
    }
    return key.state == "retired" ? KeyWords::tr("Retired") : KeyWords::tr("Revoked");
}

Status stageStatus(const admin::api::Key& key) {
    if (key.state == "next") {
        return Status::Info;
    }
    if (key.state == "active") {
        return Status::Ok;
    }
    if (key.state == "retiring") {
        return Status::Running;
    }
    return key.state == "retired" ? Status::Off : Status::Failed;
}

QString whatNext(const admin::api::Key& key) {
    if (isAudit(key) && key.state == "active") {
        return KeyWords::tr("Signs the audit log's checkpoints, never a token.");
    }
    if (const QString words = samlWords(key); !words.isEmpty()) {
        return words;
    }
    if (key.state == "next") {
        if (key.activatesAt) {
            return KeyWords::tr("Takes over by itself: %1.").arg(at(key.activatesAt));
        }
        const QDateTime earliest = toDateTime(key.earliestActivation);
        return earliest > QDateTime::currentDateTimeUtc()
                   ? KeyWords::tr("May sign from %1 on; before that not everybody can have fetched it.")
                         .arg(at(key.earliestActivation))
                   : KeyWords::tr("Everybody can have fetched it. Waits to be made current.");
    }
    if (key.state == "active") {
        return KeyWords::tr("Signs since %1.").arg(at(key.activatedAt));
    }
    if (key.state == "retiring") {
        return key.retiresAt
                   ? KeyWords::tr("Proves what it signed, and is retired by itself: %1.").arg(at(key.retiresAt))
                   : KeyWords::tr("Proves what it signed.");
    }
    return key.state == "retired" ? KeyWords::tr("Retired since %1.").arg(at(key.retiredAt))
                                  : KeyWords::tr("Revoked since %1: what it signed is refused.").arg(at(key.retiredAt));
}

QString holdsWord(const admin::api::KeyEvidence& evidence) {
    if (evidence.holds == "yes") {
        return KeyWords::tr("Has the key");
    }
    return evidence.holds == "stale" ? KeyWords::tr("Only older keys") : KeyWords::tr("Never seen");
}

Status holdsStatus(const admin::api::KeyEvidence& evidence) {
    if (evidence.holds == "yes") {
        return evidence.knownBy == "address" ? Status::Ok : Status::Info;
    }
    return evidence.holds == "stale" ? Status::Warning : Status::Skipped;
}

QString knownSentence(const admin::api::KeyEvidence& evidence) {
    if (evidence.knownBy == "address") {
        return KeyWords::tr("Fetched from where this app proves itself");
    }
    if (evidence.knownBy == "shared-address") {
        return KeyWords::tr("Fetched from where this app and others prove themselves");
    }
    if (evidence.knownBy == "claim") {
        return KeyWords::tr("Somebody who named this app fetched it");
    }
    return KeyWords::tr("Nothing is known. It may verify no tokens, or fetch from elsewhere.");
}

} // namespace gatehouse::ui::panels::keys
