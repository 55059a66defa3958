// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/public_world.h"

namespace gatehouse::flows {

class PublicWorld::Caller final : public http::Client {
public:
    Caller(PublicWorld& world, http::ClientOptions options)
        : m_world(world)
        , m_real(http::makeCurlClient(std::move(options))) {}

    [[nodiscard]] Result<http::OutboundResponse> send(const std::string& pool,
                                                      const http::OutboundRequest& request) override {
        {
            const std::lock_guard lock(m_world.m_mutex);
            if (const auto found = m_world.m_places.find(request.url); found != m_world.m_places.end()) {
                ++found->second.asked;
                const http::OutboundResponse& answer = found->second.answer;
                return answer.body.size() <= request.maxBytes
                           ? Result<http::OutboundResponse>(answer)
                           : fail(Code::Unavailable, "outbound.too_large", "more than was asked for");
            }
        }
        return m_real->send(pool, request);
    }

private:
    PublicWorld& m_world;
    std::unique_ptr<http::Client> m_real;
};

void PublicWorld::put(const std::string& url, std::string body, int status) {
    const std::lock_guard lock(m_mutex);
    http::OutboundResponse answer;
    answer.status = status;
    answer.body = std::move(body);
    m_places[url].answer = std::move(answer);
}

int PublicWorld::asked(const std::string& url) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_places.find(url);
    return found == m_places.end() ? 0 : found->second.asked;
}

void PublicWorld::operator()(broker::Config& config) {
    config.makeClient = [this](http::ClientOptions options) {
        return std::make_unique<Caller>(*this, std::move(options));
    };
}

} // namespace gatehouse::flows
