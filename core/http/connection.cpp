// SPDX-License-Identifier: Apache-2.0
#include "http/connection.h"

#include <array>
#include <exception>
#include <utility>

#include <boost/asio/error.hpp>

#include "base/log.h"
#include "http/answer.h"
#include "http/event_stream.h"
#include "http/forwarded.h"

namespace gatehouse::http {

namespace {

constexpr std::size_t kReadSize = 16 * 1024;
/// A body may come in small chunks; this many octets on the wire for each octet of the limit are more than any client
/// needs.
constexpr std::size_t kWirePerBodyOctet = 8;
constexpr std::size_t kMaxUnparsed = 16 * 1024;
constexpr std::size_t kMaxKeptBuffer = 16 * 1024;
constexpr std::size_t kMaxLingering = 1024 * 1024;
constexpr std::chrono::milliseconds kLingerDeadline{2000};
constexpr std::size_t kSlowestReader = 16 * 1024; ///< octets a second
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::array<char, kReadSize>& scratch() {
    thread_local std::array<char, kReadSize> buffer;
    return buffer;
}

/// The TLS set-up of the listener that a connection came to; null in clear.
const TlsKeeper* keeperFor(const ServerContext& server, const Arrival& arrival) {
    if (arrival.unixSocket) {
        return nullptr;
    }
    return arrival.anyClientCertificate ? server.mutualTls.get() : server.tls.get();
}

std::unique_ptr<Transport> transportFor(const ServerContext& server, const Arrival& arrival) {
    const TlsKeeper* const keeper = keeperFor(server, arrival);
    return keeper == nullptr ? makeClearTransport(arrival.fd) : makeTlsTransport(keeper->current(), arrival.fd);
}

/// The border that no exception crosses.
Response guarded(const Handler& handler, const Request& request) noexcept {
    try {
        return handler(request);
    } catch (const std::exception& exception) {
        log::error("http.handler_threw", {{"what", exception.what()}});
    } catch (...) {
        log::error("http.handler_threw");
    }
    return plainAnswer(500);
}

} // namespace

Connection::Connection(std::shared_ptr<boost::asio::io_context> context, std::shared_ptr<ServerContext> server,
                       Arrival arrival)
    : m_context(std::move(context))
    , m_serverOwner(std::move(server))
    , m_server(*m_serverOwner)
    , m_descriptor(m_context->get_executor(), arrival.fd)
    , m_timer(m_context->get_executor())
    , m_transport(transportFor(m_server, arrival))
    , m_peer(std::move(arrival.peer))
    , m_unixSocket(arrival.unixSocket)
    , m_trustedProxy(arrival.trustedProxy) {
    m_peer.secure = keeperFor(m_server, arrival) != nullptr;
}

Connection::~Connection() = default;

void Connection::start() {
    const Lock lock(m_mutex);
    if (m_phase == Phase::Closed) {
        return; // the server stopped meanwhile
    }
    if (m_transport == nullptr) {
        close();
        return;
    }
    setDeadline(m_server.options.headerDeadline);
    shakeHands();
}

void Connection::drain() {
    const Lock lock(m_mutex);
    m_keepAlive = false;
    if (m_phase == Phase::Idle || m_phase == Phase::Handshake || m_phase == Phase::Streaming ||
        m_phase == Phase::Lingering) {
        close();
    }
}

void Connection::closeNow() {
    const Lock lock(m_mutex);
    close();
}

void Connection::shakeHands() {
    const IoResult result = m_transport->handshake();
    if (result.outcome != IoOutcome::Done) {
        waitFor(result.outcome);
        return;
    }
    m_peer.clientCertificate = m_transport->clientCertificate();
    m_peer.certificateProven = m_transport->certificateProven();
    m_phase = Phase::Idle;
    readMore();
}

void Connection::onReady() {
    switch (m_phase) {
    case Phase::Handshake:
        shakeHands();
        return;
    case Phase::Idle:
    case Phase::Head:
    case Phase::Body:
        if (waiting() > 0) {
            writeMore(); // a 100 that did not go out at once
        }
        readMore();
        return;
    case Phase::Writing:
        writeMore();
        return;
    case Phase::Streaming:
        writeMore();
        if (m_phase == Phase::Streaming) {
            readMore();
        }
        return;
    case Phase::Lingering:
        readMore();
        return;
    case Phase::Handling:
    case Phase::Closed:
        return;
    }
}

void Connection::readMore() {
    std::array<char, kReadSize>& buffer = scratch();
    while (m_phase == Phase::Idle || m_phase == Phase::Head || m_phase == Phase::Body || m_phase == Phase::Streaming ||
           m_phase == Phase::Lingering) {
        const IoResult result = m_transport->read(buffer.data(), buffer.size());
        if (result.outcome != IoOutcome::Done) {
            waitFor(result.outcome);
            return;
        }
        if (m_phase == Phase::Streaming || m_phase == Phase::Lingering) {
            m_dropped += result.bytes;
            if (m_dropped > kMaxLingering) {
                close();
            }
            continue;
        }
        m_input.append(buffer.data(), result.bytes);
        advance();
        // A short read emptied the socket: waiting for readiness costs less than a second, vain read.
        if (result.bytes < buffer.size() && !m_transport->hasBuffered() &&
            (m_phase == Phase::Idle || m_phase == Phase::Head || m_phase == Phase::Body)) {
            waitReadable();
            return;
        }
    }
}

void Connection::advance() {
    if (m_phase == Phase::Idle && !m_input.empty()) {
        m_phase = Phase::Head;
        m_scanned = 0;
        readHead();
        if (m_phase == Phase::Head) {
            setDeadline(m_server.options.headerDeadline);
        }
    } else if (m_phase == Phase::Head) {
        readHead();
    } else if (m_phase == Phase::Body) {
        readBody();
        if (m_phase == Phase::Handling) {
            dispatch();
        }
    }
}

void Connection::readHead() {
    const HeadScan scan = scanHead(m_input, m_scanned);
    m_scanned = scan.resumeAt;
    if (scan.refusal) {
        refuse(*scan.refusal);
        return;
    }
    if (scan.end.value_or(m_input.size()) > m_server.options.maxHeaderBytes) {
        refuse({431, "http.header_size"});
        return;
    }
    if (!scan.end) {
        return;
    }
    auto head = inspectHead(std::string_view(m_input).substr(0, *scan.end), m_server.rules,
                            {.anyHost = m_unixSocket, .trustedForward = m_trustedProxy});
    if (!head) {
        refuse(head.error());
        return;
    }
    m_keepAlive = head->keepAlive;
    m_isHead = head->method == "HEAD";
    m_expectContinue = head->expectContinue;
    m_request.peer = m_peer;
    m_request.method = std::move(head->method);
    m_request.path = std::move(head->path);
    m_request.query = std::move(head->query);
    m_request.headers = std::move(head->headers);
    applyForwarded(m_request.headers, m_request.peer, m_trustedProxy, m_server.trustedProxies);

    m_phase = Phase::Body;
    m_bodyOnWire = 0;
    m_mostBody = maxBodyBytes(m_server.rules, m_request.path);
    m_parser.reset(m_server.options.maxHeaderBytes, m_mostBody);
    const bool chunked = head->chunked;
    const std::uint64_t length = head->contentLength.value_or(0);
    readBody();
    if (m_phase == Phase::Closed || m_phase == Phase::Writing || m_phase == Phase::Lingering) {
        return;
    }
    if (m_parser.chunked() != chunked || m_parser.declaredLength() != length) {
        refuse({400, "http.framing"}); // unreachable unless the two parsers disagree
        return;
    }
    if (m_phase == Phase::Handling) {
        dispatch();
        return;
    }
    setDeadline(m_server.options.bodyDeadline);
    if (m_expectContinue) {
        m_output += kContinue;
        writeMore();
    }
}

void Connection::readBody() {
    std::size_t consumed = 0;
    const RequestParser::State state = m_parser.put(m_input, consumed);
    m_input.erase(0, consumed);
    m_bodyOnWire += consumed;
    switch (state) {
    case RequestParser::State::Complete:
        m_phase = Phase::Handling;
        return;
    case RequestParser::State::TooLarge:
        refuse({413, "http.body_size"});
        return;
    case RequestParser::State::Invalid:
        refuse({400, "http.syntax"});
        return;
    case RequestParser::State::NeedMore:
        if (m_input.size() > kMaxUnparsed) {
            refuse({400, "http.chunk"});
        } else if (m_bodyOnWire > m_server.options.maxHeaderBytes + m_mostBody * kWirePerBodyOctet) {
            refuse({413, "http.body_size"});
        }
        return;
    }
}

void Connection::dispatch() {
    clearDeadline();
    m_request.body = m_parser.takeBody();
    m_server.requests.fetch_add(1, std::memory_order_relaxed);
    if (m_server.draining) {
        m_keepAlive = false;
    }
    if (!m_server.workers.submit(shared_from_this())) {
        m_server.refused.fetch_add(1, std::memory_order_relaxed);
        Response busy = plainAnswer(503);
        busy.headers.set("Retry-After", "1");
        m_keepAlive = false;
        answer(busy);
    }
}

void Connection::run() noexcept {
    // Nothing else touches the request while the phase is Handling.
    const Response response = guarded(m_server.handler, m_request);
    std::shared_ptr<EventStream> stream;
    {
        const Lock lock(m_mutex);
        if (m_phase != Phase::Handling) {
            return; // closed meanwhile
        }
        if (response.stream && !m_isHead) {
            openStream(response);
            stream = makeEventStream(weak_from_this());
        } else {
            answer(response);
        }
    }
    if (stream != nullptr) {
        guarded(
            [&response, &stream](const Request&) {
                response.stream(std::move(stream));
                return Response();
            },
            m_request);
    }
}

void Connection::refuse(const Refusal& refusal) {
    m_server.refused.fetch_add(1, std::memory_order_relaxed);
    log::debug("http.refused", {{"reason", std::string(refusal.reason)}, {"peer", m_peer.address}});
    m_keepAlive = false;
    m_isHead = false;
    m_input.clear();
    Response response = plainAnswer(refusal.status);
    if (refusal.status == 405) {
        response.headers.set("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    }
    answer(response);
}

void Connection::answer(const Response& response) {
    m_keepAlive = m_keepAlive && !m_server.draining;
    appendAnswer(m_output, response, {.head = m_isHead, .keepAlive = m_keepAlive});
    m_phase = Phase::Writing;
    writeMore();
}

void Connection::openStream(const Response& response) {
    m_keepAlive = false;
    appendStreamHead(m_output, response);
    m_phase = Phase::Streaming;
    m_dropped = 0;
    setDeadline(m_server.options.heartbeat);
    writeMore();
    if (m_phase == Phase::Streaming) {
        readMore(); // the only way to learn that the client is gone
    }
}

void Connection::writeMore() {
    while (waiting() > 0) {
        const IoResult result = m_transport->write(m_output.data() + m_written, waiting());
        if (result.outcome == IoOutcome::Done) {
            m_written += result.bytes;
            m_stalledSince = {};
            continue;
        }
        if (result.outcome != IoOutcome::Closed && m_phase == Phase::Writing &&
            m_deadline == Clock::time_point::max()) {
            setDeadline(m_server.options.writeDeadline + std::chrono::milliseconds(waiting() * 1000 / kSlowestReader));
        }
        if (m_stalledSince == Clock::time_point{}) {
            m_stalledSince = Clock::now();
        }
        waitFor(result.outcome);
        return;
    }
    m_output.clear();
    m_written = 0;
    if (m_output.capacity() > kMaxKeptBuffer) {
        m_output.shrink_to_fit();
    }
    if (m_phase == Phase::Writing) {
        answered();
    }
}

void Connection::answered() {
    if (!m_keepAlive) {
        linger();
        return;
    }
    expectNext();
}

void Connection::expectNext() {
    m_request.body.clear();
    if (m_request.body.capacity() > kMaxKeptBuffer) {
        m_request.body.shrink_to_fit();
    }
    m_phase = Phase::Idle;
    setDeadline(m_server.options.idleDeadline);
    advance(); // a pipelined request
    if (m_phase != Phase::Idle && m_phase != Phase::Head && m_phase != Phase::Body) {
        return;
    }
    if (m_transport->hasBuffered()) {
        readMore();
    } else {
        waitReadable();
    }
}

void Connection::linger() {
    m_transport->finishWriting();
    m_phase = Phase::Lingering;
    if (m_server.draining) {
        close();
        return;
    }
    m_dropped = 0;
    setDeadline(kLingerDeadline);
    readMore();
}

void Connection::close() {
    if (m_phase == Phase::Closed) {
        return;
    }
    if (m_phase == Phase::Streaming) {
        m_transport->finishWriting();
    }
    m_phase = Phase::Closed;
    m_timer.cancel();
    boost::system::error_code ignored;
    ignored = m_descriptor.close(ignored);
    m_server.leave(shared_from_this());
}

bool Connection::sendEvent(std::string_view event, std::string_view data) {
    const Lock lock(m_mutex);
    if (m_phase != Phase::Streaming) {
        return false;
    }
    if (waiting() + event.size() + data.size() > m_server.options.maxStreamBytes) {
        close();
        return false;
    }
    const bool idle = waiting() == 0;
    appendEvent(m_output, event, data);
    if (idle) {
        writeMore();
    }
    return m_phase == Phase::Streaming;
}

void Connection::endStream() {
    const Lock lock(m_mutex);
    if (m_phase == Phase::Streaming) {
        m_keepAlive = false;
        m_phase = Phase::Writing;
        clearDeadline();
        writeMore();
    }
}

} // namespace gatehouse::http
