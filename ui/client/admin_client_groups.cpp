// SPDX-License-Identifier: Apache-2.0
// AdminClient: groups of a tenant and the roles that they give; people of a list, and what everybody may do.
#include "ui/client/admin_client.h"

#include "ui/client/calls.h"

namespace gatehouse::ui::client {

using namespace calls;

namespace {

const QString kGroups = QStringLiteral("groups");
const QString kMembers = QStringLiteral("members");

} // namespace

Answer<api::Page<api::Group>> AdminClient::groups(const QString& tenant, const ListQuery& query) {
    Query words = listQuery(query);
    words.emplace_back("members", QStringLiteral("false"));
    return get<api::Page<api::Group>>(m_transport, below(tenant, {kGroups}, words));
}

Answer<Versioned<api::Group>> AdminClient::group(const QString& tenant, const QString& id) {
    return getVersioned<api::Group>(m_transport, below(tenant, {kGroups, id}, {{"members", QStringLiteral("false")}}));
}

Answer<Versioned<api::Group>> AdminClient::createGroup(const QString& tenant, const api::Group& group) {
    return sendVersioned<api::Group>(m_transport, "POST", below(tenant, {kGroups}),
                                     api::encode(group, api::Side::Request));
}

Answer<Versioned<api::Group>> AdminClient::updateGroup(const QString& tenant, const QString& id,
                                                       const QJsonObject& patch, const QString& etag) {
    return sendVersioned<api::Group>(m_transport, "PATCH", below(tenant, {kGroups, id}),
                                     QJsonDocument(patch).toJson(QJsonDocument::Compact).toStdString(), etag);
}

Answer<bool> AdminClient::deleteGroup(const QString& tenant, const QString& id) {
    return erase(m_transport, below(tenant, {kGroups, id}));
}

Answer<api::Page<api::GroupMember>> AdminClient::groupMembers(const QString& tenant, const QString& id,
                                                              const QString& cursor) {
    return get<api::Page<api::GroupMember>>(
        m_transport, below(tenant, {kGroups, id, kMembers}, {{"limit", QStringLiteral("100")}, {"cursor", cursor}}));
}

Answer<api::GroupMembersChanged> AdminClient::changeMembers(const QString& tenant, const QString& id,
                                                            const api::GroupMembersChange& change) {
    return {m_transport.send(
                withBody("POST", below(tenant, {kGroups, id, kMembers}), api::encode(change, api::Side::Request))),
            decodeOne<api::GroupMembersChanged>};
}

Answer<api::GroupPreview> AdminClient::previewGroup(const QString& tenant, const QString& id,
                                                    const api::GroupPreviewRequest& request) {
    return {m_transport.send(withBody("POST", below(tenant, {kGroups, id, QStringLiteral("preview")}),
                                      api::encode(request, api::Side::Request))),
            decodeOne<api::GroupPreview>};
}

Answer<api::Page<api::Role>> AdminClient::roles(const QString& tenant) {
    return get<api::Page<api::Role>>(m_transport,
                                     below(tenant, {QStringLiteral("roles")}, {{"limit", QStringLiteral("500")}}));
}

Answer<api::UserImportReport> AdminClient::importUsers(const QString& tenant, const api::UserImport& list) {
    return {m_transport.send(withBody("POST", below(tenant, {QStringLiteral("users"), QStringLiteral("import")}),
                                      api::encode(list, api::Side::Request))),
            decodeOne<api::UserImportReport>};
}

Answer<QByteArray> AdminClient::entitlements(const QString& tenant) {
    return {m_transport.send({"GET",
                              below(tenant, {QStringLiteral("entitlements")}, {{"format", QStringLiteral("csv")}}),
                              {{"Accept", "text/csv"}},
                              {}}),
            decodeBytes};
}

} // namespace gatehouse::ui::client
