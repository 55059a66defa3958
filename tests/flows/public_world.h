// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "broker/broker.h"
#include "http/client.h"

namespace gatehouse::flows {

/// Servers of the public world without a network: what a test puts at an https address is answered there, and every
/// other call goes the real way, with the broker's own rules of where it may lead. Outlives the broker that calls.
class PublicWorld {
public:
    void put(const std::string& url, std::string body, int status = 200);
    /// How often it was asked for.
    [[nodiscard]] int asked(const std::string& url);
    /// For World: has the broker live in it.
    void operator()(broker::Config& config);

private:
    class Caller;
    struct Place {
        http::OutboundResponse answer;
        int asked = 0;
    };
    std::mutex m_mutex;
    std::map<std::string, Place> m_places;
};

} // namespace gatehouse::flows
