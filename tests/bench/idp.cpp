// SPDX-License-Identifier: Apache-2.0
#include "idp.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string_view>
#include <unordered_map>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/encoding.h"
#include "crypto/keys.h"
#include "wire.h"

namespace gatehouse::bench {
namespace {

class Idp {
public:
    explicit Idp(std::uint16_t port)
        : m_issuer("http://127.0.0.1:" + std::to_string(port))
        , m_key(*crypto::PrivateKey::generate(crypto::KeyType::EcP256)) {
        const auto parts = m_key.publicKey().parts();
        m_keys = R"({"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"idp","x":")" +
                 base64UrlEncode(parts.first) + R"(","y":")" + base64UrlEncode(parts.second) + R"("}]})";
        m_discovery =
            R"({"issuer":")" + m_issuer + R"(","authorization_endpoint":")" + m_issuer +
            R"(/authorize","token_endpoint":")" + m_issuer + R"(/token","userinfo_endpoint":")" + m_issuer +
            R"(/userinfo","jwks_uri":")" + m_issuer +
            R"(/jwks","response_types_supported":["code"],"subject_types_supported":["public"],)" +
            R"("id_token_signing_alg_values_supported":["ES256"],"code_challenge_methods_supported":["S256"],)" +
            R"("token_endpoint_auth_methods_supported":["client_secret_basic"],)" +
            R"("authorization_response_iss_parameter_supported":true,"scopes_supported":["openid","email","profile"]})";
        m_header = base64UrlEncode(R"({"alg":"ES256","typ":"JWT","kid":"idp"})");
    }

    std::string answer(std::string_view head, std::string_view body) {
        const std::size_t space = head.find(' ');
        const std::string_view target = head.substr(space + 1, head.find(' ', space + 1) - space - 1);
        const std::string_view path = target.substr(0, target.find('?'));
        if (path == "/authorize") {
            return authorize(target);
        }
        if (path == "/token") {
            return token(body);
        }
        if (path == "/userinfo") {
            const std::size_t bearer = head.find("earer ");
            return json("{" + person(head.substr(bearer + 6, head.find("\r\n", bearer) - bearer - 6)) + "}");
        }
        if (path == "/jwks") {
            return json(m_keys);
        }
        if (path == "/.well-known/openid-configuration") {
            return json(m_discovery);
        }
        if (path == "/ping") {
            return json("\"ok\"");
        }
        return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    }

private:
    static std::string json(std::string_view body) {
        std::string out =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nContent-Length: ";
        return out.append(std::to_string(body.size())).append("\r\n\r\n").append(body);
    }

    static std::string person(std::string_view name) {
        std::string out = R"("sub":")";
        return out.append(name)
            .append(R"(","email":")")
            .append(name)
            .append(R"(@bench.test","email_verified":true,"name":"Person )")
            .append(name)
            .append(R"(","given_name":"Person","family_name":"Bench","groups":["staff"])");
    }

    // The code is its own memory: person, client and nonce.
    std::string authorize(std::string_view target) const {
        const std::string person = percentDecode(queryValue(target, "login_hint"));
        const std::string code = base64UrlEncode(person + "\n" + percentDecode(queryValue(target, "client_id")) + "\n" +
                                                 percentDecode(queryValue(target, "nonce")));
        std::string out = "HTTP/1.1 303 See Other\r\nContent-Length: 0\r\nLocation: ";
        return out.append(percentDecode(queryValue(target, "redirect_uri")))
            .append("?code=")
            .append(code)
            .append("&state=")
            .append(queryValue(target, "state"))
            .append("&iss=")
            .append(percentEncode(m_issuer))
            .append("\r\n\r\n");
    }

    std::string token(std::string_view body) const {
        const std::string memory =
            base64UrlDecode(queryValue("?" + std::string(body), "code")).value_or(std::string("nobody\nnone\nnone"));
        const std::string_view all = memory;
        const std::size_t first = all.find('\n');
        const std::size_t second = all.find('\n', first + 1);
        const std::string_view name = all.substr(0, first);
        const auto now = std::int64_t(std::time(nullptr));
        std::string claims = R"({"iss":")" + m_issuer + R"(",)" + person(name) + R"(,"aud":")";
        claims.append(all.substr(first + 1, second - first - 1))
            .append(R"(","nonce":")")
            .append(all.substr(second + 1))
            .append(R"(","iat":)" + std::to_string(now) + R"(,"auth_time":)" + std::to_string(now) + R"(,"exp":)" +
                    std::to_string(now + 300) + "}");
        std::string jwt = m_header + "." + base64UrlEncode(claims);
        const std::string signature = base64UrlEncode(*m_key.sign(crypto::Signature::ES256, jwt));
        jwt.append(".").append(signature);
        return json(R"({"access_token":")" + std::string(name) +
                    R"(","token_type":"Bearer","expires_in":300,"id_token":")" + jwt + R"("})");
    }

    std::string m_issuer;
    crypto::PrivateKey m_key;
    std::string m_keys;
    std::string m_discovery;
    std::string m_header;
};

/// Takes one complete request off `input` and gives its answer, or nullopt while more is to come.
std::optional<std::string> takeRequest(Idp& idp, std::string& input) {
    const std::size_t end = input.find("\r\n\r\n");
    if (end == std::string::npos) {
        return std::nullopt;
    }
    std::size_t length = 0;
    for (const char* name : {"\r\nContent-Length: ", "\r\ncontent-length: "}) {
        if (const std::size_t at = input.find(name); at < end) {
            length = std::strtoul(input.c_str() + at + 18, nullptr, 10);
        }
    }
    if (input.size() < end + 4 + length) {
        return std::nullopt;
    }
    const std::string_view whole = input;
    std::string answer = idp.answer(whole.substr(0, end + 2), whole.substr(end + 4, length));
    input.erase(0, end + 4 + length);
    return answer;
}

[[noreturn]] void serve(int listener, std::uint16_t port) {
    Idp idp(port);
    const int poll = epoll_create1(EPOLL_CLOEXEC);
    const auto watch = [poll](int fd) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event);
    };
    watch(listener);
    std::unordered_map<int, std::string> inputs;
    std::array<epoll_event, 64> events{};
    std::array<char, 16384> buffer;
    for (;;) {
        const int ready = epoll_wait(poll, events.data(), int(events.size()), -1);
        for (int i = 0; i < ready; ++i) {
            const int fd = events[std::size_t(i)].data.fd;
            if (fd == listener) {
                const int client = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
                const int on = 1;
                setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                watch(client);
                continue;
            }
            const ssize_t n = recv(fd, buffer.data(), buffer.size(), 0);
            if (n <= 0) {
                inputs.erase(fd);
                close(fd);
                continue;
            }
            std::string& input = inputs[fd];
            input.append(buffer.data(), std::size_t(n));
            while (const auto answer = takeRequest(idp, input)) {
                if (send(fd, answer->data(), answer->size(), MSG_NOSIGNAL) != ssize_t(answer->size())) {
                    shutdown(fd, SHUT_RDWR);
                }
            }
        }
    }
}

} // namespace

IdpProcess::IdpProcess() {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<const sockaddr*>(&address), size) != 0 || listen(listener, 512) != 0 ||
        getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        giveUp("the practice IdP cannot listen");
    }
    m_port = ntohs(address.sin_port);
    m_pid = fork();
    if (m_pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        serve(listener, m_port);
    }
    close(listener);
}

IdpProcess::~IdpProcess() {
    kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
}

} // namespace gatehouse::bench
