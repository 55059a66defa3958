// SPDX-License-Identifier: Apache-2.0
#include "daemon.h"

#include <csignal>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/encoding.h"
#include "wire.h"

namespace gatehouse::bench {
namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool accepts(std::uint16_t port) {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    const bool ok = connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(fd);
    return ok;
}

} // namespace

Daemon::Daemon(std::filesystem::path program, std::filesystem::path folder)
    : m_program(std::move(program))
    , m_folder(std::move(folder))
    , m_port(freePort()) {
    std::filesystem::create_directories(m_folder);
    std::ofstream(m_folder / "master.key") << base64Encode(std::string(31, 'k') + '!') << "\n";
    chmod((m_folder / "master.key").c_str(), 0600);
    start();
}

Daemon::~Daemon() {
    stop();
}

void Daemon::start() {
    const std::string listen = "127.0.0.1:" + std::to_string(m_port);
    const std::string data = dataFolder().string();
    const std::string key = "file:" + (m_folder / "master.key").string();
    const std::string log = (m_folder / "stderr.log").string();
    const auto begun = std::chrono::steady_clock::now();
    m_pid = fork();
    if (m_pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        const int sink = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        dup2(sink, STDERR_FILENO);
        dup2(sink, STDOUT_FILENO);
        execl(m_program.c_str(), "gatehoused", "serve", "--data-dir", data.c_str(), "--listen", listen.c_str(),
              "--master-key", key.c_str(), "--log-level", "warn", nullptr);
        _exit(127);
    }
    while (!accepts(m_port)) {
        if (waitpid(m_pid, nullptr, WNOHANG) == m_pid ||
            std::chrono::steady_clock::now() - begun > std::chrono::seconds(20)) {
            giveUp("gatehoused did not start; see " + log);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    // It accepts before it is ready, and says 503 until then.
    Connection connection = Connection::tcp(m_port);
    while (connection.get("/healthz").status != 200) {
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    m_startUp = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
}

void Daemon::stop() {
    kill(m_pid, SIGTERM);
    waitpid(m_pid, nullptr, 0);
}

void Daemon::restart() {
    stop();
    start();
}

json::Object Daemon::admin(std::string_view method, const std::string& target, const json::Object& body) {
    Connection socket = Connection::local((dataFolder() / "admin.sock").string());
    const std::string text = method == "GET" ? std::string() : json::write(body);
    const Answer answer = socket.send(method, target, "Content-Type: application/json\r\n", text);
    if (answer.status >= 300) {
        giveUp(std::string(method) + " " + target + ": " + std::to_string(answer.status) + " " + answer.body);
    }
    return json::parseObject(answer.body.empty() ? "{}" : answer.body).value();
}

std::chrono::milliseconds Daemon::cpu() const {
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream rest(line.substr(line.rfind(')') + 2));
    std::string skip;
    for (int i = 0; i < 11; ++i) {
        rest >> skip;
    }
    long user = 0;
    long system = 0;
    rest >> user >> system;
    return std::chrono::milliseconds((user + system) * 1000 / sysconf(_SC_CLK_TCK));
}

long Daemon::residentKib(bool unique) const {
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/status");
    const std::string wanted = unique ? "RssAnon:" : "VmRSS:";
    for (std::string word; file >> word;) {
        if (word == wanted) {
            long kib = 0;
            file >> kib;
            return kib;
        }
    }
    return 0;
}

} // namespace gatehouse::bench
