// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/environment.h"
#include "crypto/aead.h"
#include "keys/master_key.h"

namespace gatehouse::keys {

namespace {

constexpr std::size_t kMaxFile = 256;

class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

std::string because(std::string_view path, int cause) {
    return std::string(path) + ": " + std::system_category().message(cause);
}

/// 32 raw bytes, or one line of hex, base64url or base64.
Result<MasterKey> fromText(std::string_view text) {
    if (text.size() == crypto::kAeadKeySize) {
        return MasterKey::fromBytes(text);
    }
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) {
        text.remove_suffix(1);
    }
    for (auto decode : {hexDecode, base64UrlDecode, base64Decode}) {
        if (const auto bytes = decode(text); bytes && bytes->size() == crypto::kAeadKeySize) {
            return MasterKey::fromBytes(*bytes);
        }
    }
    return fail(Code::InvalidArgument, "master_key.malformed", "a master key has 32 bytes, raw or as hex or base64");
}

Result<MasterKey> readKeyFile(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file.get() < 0) {
        const int cause = errno;
        return fail(cause == ENOENT ? Code::NotFound : Code::FailedPrecondition, "master_key.missing",
                    because(path, cause));
    }
    struct stat info{};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return fail(Code::FailedPrecondition, "master_key.missing", path + ": not a regular file");
    }
    if (info.st_uid != ::geteuid() || (info.st_mode & 077) != 0) {
        return fail(Code::FailedPrecondition, "master_key.permissions", path + ": must be ours alone (mode 0600)");
    }
    std::array<char, kMaxFile> buffer{};
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0) {
        return fail(Code::Unavailable, "master_key.missing", because(path, errno));
    }
    Secret text = Secret::copyOf({buffer.data(), std::size_t(count)});
    buffer.fill(0);
    return fromText(text.reveal());
}

bool writeAll(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::write(fd, text.data(), text.size());
        if (count <= 0) {
            return false;
        }
        text.remove_prefix(std::size_t(count));
    }
    return true;
}

/// Durable before it is used: a database must never outlive its key.
Result<MasterKey> createKeyFile(const std::string& path) {
    TRY(key, MasterKey::generate());
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.get() < 0) {
        return fail(Code::FailedPrecondition, "master_key.missing", because(path, errno));
    }
    const std::string line = std::string(key.text().reveal()) + "\n";
    const std::string folder = std::filesystem::path(path).parent_path().string();
    const Descriptor directory(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!writeAll(file.get(), line) || ::fsync(file.get()) != 0 || directory.get() < 0 ||
        ::fsync(directory.get()) != 0) {
        return fail(Code::Unavailable, "master_key.missing", because(path, errno));
    }
    return key;
}

} // namespace

Result<MasterKey> loadMasterKey(std::string_view source, IfMissing ifMissing) {
    const std::size_t colon = source.find(':');
    const std::string_view scheme = source.substr(0, colon);
    const std::string rest(colon == std::string_view::npos ? std::string_view() : source.substr(colon + 1));
    if (scheme == "pkcs11") {
        return fail(Code::FailedPrecondition, "master_key.unsupported", "pkcs11 has no provider in this build");
    }
    if (rest.empty() || (scheme != "file" && scheme != "env" && scheme != "credential")) {
        return fail(Code::InvalidArgument, "master_key.source", "want file:F, env:NAME or credential:NAME");
    }
    if (scheme == "file") {
        auto key = readKeyFile(rest);
        if (!key && key.error().code == Code::NotFound && ifMissing == IfMissing::Create) {
            return createKeyFile(rest);
        }
        return key;
    }
    if (scheme == "env") {
        const Secret value(environment(rest.c_str()));
        return value.reveal().empty() ? fail(Code::NotFound, "master_key.missing", rest + " is not set")
                                      : fromText(value.reveal());
    }
    const std::string folder = environment("CREDENTIALS_DIRECTORY");
    if (folder.empty() || rest.find('/') != std::string::npos) {
        return fail(Code::NotFound, "master_key.missing", "systemd passed no credential of this name");
    }
    return readKeyFile(folder + "/" + rest);
}

} // namespace gatehouse::keys
