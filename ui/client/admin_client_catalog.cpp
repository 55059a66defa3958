// SPDX-License-Identifier: Apache-2.0
// AdminClient: the data catalog, and who is told what happens.
#include "ui/client/admin_client.h"

#include "ui/client/calls.h"

namespace gatehouse::ui::client {

using namespace calls;

namespace {

const QString kStreams = QStringLiteral("streams");
const QString kCatalog = QStringLiteral("catalog");

} // namespace

Answer<api::Page<api::Stream>> AdminClient::streams(const QString& tenant) {
    return get<api::Page<api::Stream>>(m_transport, below(tenant, {kStreams}, {{"limit", QStringLiteral("500")}}));
}

Answer<api::Stream> AdminClient::createStream(const QString& tenant, const api::Stream& stream) {
    return {m_transport.send(withBody("POST", below(tenant, {kStreams}), api::encode(stream, api::Side::Request))),
            decodeOne<api::Stream>};
}

Answer<api::Stream> AdminClient::switchStream(const QString& tenant, const QString& id, bool on) {
    return {m_transport.send(
                withBody("PATCH", below(tenant, {kStreams, id}), on ? R"({"enabled":true})" : R"({"enabled":false})")),
            decodeOne<api::Stream>};
}

Answer<api::Stream> AdminClient::verifyStream(const QString& tenant, const QString& id) {
    return {m_transport.send(withBody("POST", below(tenant, {kStreams, id, QStringLiteral("verify")}), {})),
            decodeOne<api::Stream>};
}

Answer<api::Stream> AdminClient::rotateStream(const QString& tenant, const QString& id) {
    return {m_transport.send(withBody("POST", below(tenant, {kStreams, id, QStringLiteral("rotate")}), {})),
            decodeOne<api::Stream>};
}

Answer<bool> AdminClient::deleteStream(const QString& tenant, const QString& id) {
    return erase(m_transport, below(tenant, {kStreams, id}));
}

Answer<api::Page<api::CatalogElement>> AdminClient::catalog(const QString& tenant) {
    return get<api::Page<api::CatalogElement>>(m_transport,
                                               below(tenant, {kCatalog}, {{"limit", QStringLiteral("500")}}));
}

Answer<api::CatalogElement> AdminClient::createCatalogElement(const QString& tenant,
                                                              const api::CatalogElement& element) {
    return {m_transport.send(withBody("POST", below(tenant, {kCatalog}), api::encode(element, api::Side::Request))),
            decodeOne<api::CatalogElement>};
}

Answer<api::CatalogElement> AdminClient::replaceCatalogElement(const QString& tenant,
                                                               const api::CatalogElement& element) {
    return {m_transport.send(withBody("PUT", below(tenant, {kCatalog, QString::fromStdString(element.id)}),
                                      api::encode(element, api::Side::Request))),
            decodeOne<api::CatalogElement>};
}

Answer<bool> AdminClient::deleteCatalogElement(const QString& tenant, const QString& id) {
    return erase(m_transport, below(tenant, {kCatalog, id}));
}

} // namespace gatehouse::ui::client
