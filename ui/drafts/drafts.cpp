// SPDX-License-Identifier: Apache-2.0
#include "ui/drafts/drafts.h"

#include <algorithm>

#include <QFile>
#include <QJsonArray>

#include "ui/drafts/kept_file.h"

namespace gatehouse::ui::drafts {
namespace {

constexpr int kSaveAfterMs = 400;

bool changesNothing(const Draft& draft) {
    return draft.act == Act::Update && draft.ready && draft.base == draft.wanted;
}

} // namespace

Drafts::Drafts(QString file, QObject* parent)
    : QObject(parent)
    , m_file(std::move(file)) {
    m_saving.setSingleShot(true);
    m_saving.setInterval(kSaveAfterMs);
    connect(&m_saving, &QTimer::timeout, this, &Drafts::save);
    load();
}

Drafts::~Drafts() {
    if (m_saving.isActive()) {
        save();
    }
}

void Drafts::put(Draft draft) {
    if (changesNothing(draft)) {
        discard(draft.subject);
        return;
    }
    draft.changedAt = QDateTime::currentDateTimeUtc();
    const auto known =
        std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Draft& one) { return one.subject == draft.subject; });
    if (known == m_drafts.end()) {
        m_drafts.push_back(std::move(draft));
    } else {
        *known = std::move(draft);
    }
    touched();
}

void Drafts::discard(const Subject& subject) {
    if (std::erase_if(m_drafts, [&](const Draft& draft) { return draft.subject == subject; }) > 0) {
        touched();
    }
}

const Draft* Drafts::find(const Subject& subject) const {
    const auto found =
        std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Draft& draft) { return draft.subject == subject; });
    return found == m_drafts.end() ? nullptr : &*found;
}

std::vector<Draft> Drafts::ready() const {
    std::vector<Draft> ready;
    std::copy_if(m_drafts.begin(), m_drafts.end(), std::back_inserter(ready),
                 [](const Draft& draft) { return draft.ready; });
    return ready;
}

bool Drafts::any(const QString& panel, const QString& tenant) const {
    return std::any_of(m_drafts.begin(), m_drafts.end(), [&](const Draft& draft) {
        return draft.panel == panel && (tenant.isEmpty() || draft.subject.tenant == tenant);
    });
}

void Drafts::touched() {
    if (!m_file.isEmpty()) {
        m_saving.start();
    }
    emit changed();
}

bool Drafts::save() {
    m_saving.stop();
    if (m_file.isEmpty()) {
        return true;
    }
    QJsonArray list;
    for (const Draft& draft : m_drafts) {
        list.append(toJson(draft));
    }
    m_problem = writeKept(m_file, list);
    return m_problem.isEmpty();
}

void Drafts::load() {
    for (const QJsonValueConstRef one : readKept(m_file)) {
        if (auto draft = draftFrom(one.toObject())) {
            m_drafts.push_back(*std::move(draft));
        }
    }
}

} // namespace gatehouse::ui::drafts
