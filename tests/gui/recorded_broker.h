// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include <QJsonObject>
#include <QString>

#include "admin/api/transport.h"
#include "tests/gui/recorded_audit.h"
#include "tests/gui/recorded_sandbox.h"

namespace gatehouse::tests {

namespace api = gatehouse::admin::api;

/// A dispatcher with recorded answers, for tests of the console only: a small company, kept in memory, that answers
/// the calls the console makes and remembers them.
class RecordedBroker {
public:
    RecordedBroker();

    [[nodiscard]] api::Dispatcher dispatcher();
    [[nodiscard]] api::Reply answer(const api::Call& call);

    /// The next call with that method and path prefix gets this instead.
    void answerOnce(const std::string& method, const std::string& pathPrefix, api::Reply reply);
    /// Nobody answers until it is back; calls count all the same.
    void setAway(bool away);
    /// Adds or replaces an object, by its path below /admin/v1.
    void put(const QString& path, const QJsonObject& object);
    /// The object at a path; empty where there is none.
    [[nodiscard]] QJsonObject object(const QString& path);
    /// Runs in the calling thread before an answer is given; for slow answers.
    void onCall(std::function<void(const api::Call&)> hook);
    /// The log of acme. To be changed between calls alone.
    [[nodiscard]] RecordedAudit& audit() { return m_audit; }
    [[nodiscard]] std::vector<api::Call> calls();
    [[nodiscard]] int count(const std::string& method, const std::string& pathPrefix);

    [[nodiscard]] static api::Reply json(int status, const QJsonObject& body);
    /// An RFC 9457 problem with one bad member.
    [[nodiscard]] static api::Reply problem(int status, const QString& code, const QString& pointer,
                                            const QString& message);

private:
    [[nodiscard]] api::Reply route(const api::Call& call);
    [[nodiscard]] api::Reply tenantRoute(const api::Call& call, const QStringList& segments);
    [[nodiscard]] api::Reply preview(const api::Call& call) const;

    std::mutex m_mutex;
    std::vector<api::Call> m_calls;
    std::vector<std::pair<std::pair<std::string, std::string>, api::Reply>> m_once;
    std::function<void(const api::Call&)> m_hook;
    bool m_away = false;
    RecordedSandbox m_sandbox;
    std::map<QString, QJsonObject> m_objects; ///< by path below /admin/v1
    RecordedAudit m_audit;
};

} // namespace gatehouse::tests
