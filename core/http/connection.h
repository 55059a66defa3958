// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>

#include "http/message.h"
#include "http/request_parser.h"
#include "http/server_context.h"
#include "http/transport.h"
#include "http/worker_pool.h"

namespace gatehouse::http {

/// What is known of the other end when a connection is accepted.
struct Arrival {
    int fd = -1; ///< owned by the connection from now on
    Peer peer;
    bool unixSocket = false;
    bool trustedProxy = false;
    bool anyClientCertificate = false;
};

/// One connection: reads a request, has a worker answer it, writes the answer, and only then looks at the next one.
///
/// Every entry point takes the connection's lock, so the I/O thread, a worker and a publisher of events may all come
/// in; the worker writes the answer itself, which saves waking the I/O thread. Asio is used for readiness only.
class Connection final : public Job, public std::enable_shared_from_this<Connection> {
public:
    Connection(std::shared_ptr<boost::asio::io_context> context, std::shared_ptr<ServerContext> server,
               Arrival arrival);
    ~Connection() override;

    void start();
    /// Closes at once if idle or a stream, else after the answer in flight.
    void drain();
    void closeNow();

    /// A worker's turn: calls the handler and sends what it says.
    void run() noexcept override;

    bool sendEvent(std::string_view event, std::string_view data);
    void endStream();

private:
    enum class Phase {
        Handshake,
        Idle,      ///< waiting for the first byte of a request
        Head,      ///< part of a head is there
        Body,      ///< the head passed the guard
        Handling,  ///< a worker has it; nothing is read
        Writing,   ///< the answer is going out
        Streaming, ///< an event stream
        Lingering, ///< answered for the last time; reads and drops, so that the answer is not lost to a reset
        Closed,
    };
    using Clock = std::chrono::steady_clock;
    using Executor = boost::asio::io_context::executor_type;
    using Descriptor = boost::asio::posix::basic_stream_descriptor<Executor>;
    using Timer = boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, Executor>;

    /// Tries for a moment before it sleeps: the holder is nearly always a worker that is just leaving.
    class Lock {
    public:
        explicit Lock(std::mutex& mutex);
        ~Lock() { m_lockedMutex.unlock(); }
        Lock(const Lock&) = delete;
        Lock& operator=(const Lock&) = delete;

    private:
        std::mutex& m_lockedMutex;
    };

    // Everything below is called with the lock held.
    void shakeHands();
    void onReady();
    void readMore();
    void advance();
    void readHead();
    void readBody();
    void dispatch();
    void refuse(const Refusal& refusal);
    void answer(const Response& response);
    void openStream(const Response& response);
    void writeMore();
    void answered();
    void expectNext();
    void linger();
    void close();
    void waitFor(IoOutcome outcome);
    void waitReadable();
    void waitWritable();
    void setDeadline(std::chrono::milliseconds fromNow);
    void clearDeadline();
    void armTimer();
    void onTimer();
    void heartbeat();
    [[nodiscard]] std::size_t waiting() const { return m_output.size() - m_written; }

    // Kept alive because a publisher of events may let go of the connection after the server is gone.
    const std::shared_ptr<boost::asio::io_context> m_context;
    const std::shared_ptr<ServerContext> m_serverOwner;
    ServerContext& m_server;
    std::mutex m_mutex;
    Descriptor m_descriptor;
    Timer m_timer;
    std::unique_ptr<Transport> m_transport;
    Peer m_peer;
    const bool m_unixSocket;
    const bool m_trustedProxy;

    Phase m_phase = Phase::Handshake;
    bool m_readArmed = false;
    bool m_writeArmed = false;
    bool m_timerArmed = false;
    bool m_keepAlive = true;
    bool m_isHead = false;
    bool m_expectContinue = false;
    Clock::time_point m_deadline = Clock::time_point::max();
    Clock::time_point m_timerAt{};
    Clock::time_point m_stalledSince{}; ///< of a stream: when output began to wait

    std::string m_input;
    std::size_t m_scanned = 0;
    std::size_t m_bodyOnWire = 0;
    std::size_t m_mostBody = 0; ///< octets that this request's may have
    RequestParser m_parser;
    Request m_request;
    std::string m_output;
    std::size_t m_written = 0;
    std::size_t m_dropped = 0;
};

} // namespace gatehouse::http
