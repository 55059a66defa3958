// SPDX-License-Identifier: Apache-2.0
#include "broker/home_client.h"

#include <utility>

#include "sandbox/demo_app.h"

namespace gatehouse::broker {
namespace {

class HomeClient final : public http::Client {
public:
    HomeClient(std::unique_ptr<http::Client> next, std::string publicUrl, const std::string& below,
               http::Handler handler, const Clock& clock)
        : m_next(std::move(next))
        , m_below(publicUrl + below)
        , m_home(sandbox::inProcess(std::move(handler), std::move(publicUrl)))
        , m_clock(clock) {}

    [[nodiscard]] Result<http::OutboundResponse> send(const std::string& pool,
                                                      const http::OutboundRequest& request) override {
        if (!request.url.starts_with(m_below)) {
            return m_next->send(pool, request);
        }
        auto answer = m_home(request);
        if (answer) {
            answer->date = m_clock.now();
            answer = http::handedOver(request, *std::move(answer));
        }
        return answer;
    }

    [[nodiscard]] Result<http::PresentedChain> presentedChain(const http::OutboundRequest& request) override {
        return request.url.starts_with(m_below) ? Client::presentedChain(request) : m_next->presentedChain(request);
    }

private:
    std::unique_ptr<http::Client> m_next;
    std::string m_below;
    sandbox::Send m_home;
    const Clock& m_clock;
};

} // namespace

std::unique_ptr<http::Client> homeClient(std::unique_ptr<http::Client> next, std::string publicUrl,
                                         const std::string& below, http::Handler handler, const Clock& clock) {
    return std::make_unique<HomeClient>(std::move(next), std::move(publicUrl), below, std::move(handler), clock);
}

} // namespace gatehouse::broker
