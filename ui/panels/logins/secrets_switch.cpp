// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/secrets_switch.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include "ui/client/convert.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::logins {

namespace {

constexpr int kSecondMs = 1000;
constexpr qint64 kMinute = 60;

} // namespace

SecretsSwitch::SecretsSwitch(client::AdminClient& client, client::Requests& requests, QWidget* parent)
    : QWidget(parent)
    , m_client(client)
    , m_requests(requests)
    , m_switch(new QCheckBox(tr("Keep secrets for 10 min"), this))
    , m_left(widgets::mutedLabel({}, this))
    , m_now([] { return QDateTime::currentDateTimeUtc(); }) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    m_switch->setObjectName(QStringLiteral("logins.keepSecrets"));
    m_switch->setAccessibleName(tr("Keep codes and tokens of sign-ins for ten minutes"));
    m_switch->setToolTip(tr("Codes and tokens of the sign-ins of the next ten minutes stay in the broker's memory for "
                            "that time, for administrators alone. The audit log says so."));
    m_left->setObjectName(QStringLiteral("logins.secretsLeft"));
    row->addWidget(m_switch);
    row->addWidget(m_left, 1);
    m_second.setInterval(kSecondMs);
    connect(&m_second, &QTimer::timeout, this, &SecretsSwitch::tick);
    connect(m_switch, &QCheckBox::toggled, this, &SecretsSwitch::ask);
    hide();
}

void SecretsSwitch::setTenant(const QString& tenant) {
    m_tenant = tenant;
    m_asking.drop();
    showRecorder({});
    hide();
}

void SecretsSwitch::refresh() {
    m_requests.askLatest(m_asking, m_client.recorder(m_tenant), this, [this](const auto& outcome) {
        setVisible(outcome && outcome->logins > 0);
        showRecorder(outcome ? *outcome : client::api::Recorder());
    });
}

void SecretsSwitch::ask(bool keep) {
    m_requests.askLatest(m_asking, m_client.keepSecrets(m_tenant, keep), this, [this](const auto& outcome) {
        showRecorder(outcome ? *outcome : client::api::Recorder());
        if (!outcome) {
            emit failed(outcome.error());
        }
    });
}

void SecretsSwitch::showRecorder(const client::api::Recorder& recorder) {
    const bool was = isOn();
    m_until = recorder.secretsUntil ? client::toDateTime(recorder.secretsUntil) : QDateTime();
    {
        const QSignalBlocker quiet(m_switch);
        m_switch->setChecked(isOn());
    }
    m_left->clear();
    if (isOn()) {
        m_second.start();
        tick();
    } else {
        m_second.stop();
    }
    if (was != isOn()) {
        emit changed(isOn());
    }
}

void SecretsSwitch::tick() {
    const qint64 left = std::max<qint64>(0, m_now().secsTo(m_until));
    if (left == 0) {
        showRecorder({});
        return;
    }
    m_left->setText(tr("%1:%2 left. Codes and tokens are kept in memory, for administrators.")
                        .arg(left / kMinute)
                        .arg(left % kMinute, 2, 10, QLatin1Char('0')));
}

} // namespace gatehouse::ui::panels::logins
