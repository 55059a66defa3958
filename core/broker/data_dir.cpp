// SPDX-License-Identifier: Apache-2.0
#include "broker/data_dir.h"

#include <cerrno>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/time.h"
#include "crypto/random.h"

namespace gatehouse::broker {
namespace {

std::string readHolder(int lock) {
    char text[32] = {};
    const ssize_t length = pread(lock, text, sizeof text - 1, 0);
    return length > 0 ? std::string(text, std::size_t(length)) : std::string("an unknown process");
}

Result<std::filesystem::path> configurationHome() {
    if (const std::filesystem::path xdg = environment("XDG_CONFIG_HOME"); xdg.is_absolute()) {
        return xdg;
    }
    if (const std::filesystem::path home = environment("HOME"); home.is_absolute()) {
        return home / ".config";
    }
    return fail(Code::FailedPrecondition, "master_key.missing",
                "neither HOME nor XDG_CONFIG_HOME is set; name the key with --master-key");
}

Result<std::string> keyName(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string name;
    if (in >> name && name.size() == 36) {
        return name;
    }
    name = crypto::newUuid(SystemClock().now());
    std::ofstream out(file, std::ios::trunc);
    out << name << '\n';
    out.flush();
    return out ? Result<std::string>(name)
               : fail(Code::Unavailable, "broker.data_dir", "cannot write " + file.string());
}

} // namespace

Result<DataDir> DataDir::open(const std::filesystem::path& path) {
    const mode_t before = umask(077);
    std::error_code error;
    std::filesystem::create_directories(path, error);
    const int lock = error ? -1 : ::open((path / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    umask(before);
    if (lock < 0) {
        return fail(Code::Unavailable, "broker.data_dir",
                    path.string() + ": " + (error ? error.message() : std::generic_category().message(errno)));
    }
    struct stat folder{};
    if (chmod(path.c_str(), 0700) != 0 && (stat(path.c_str(), &folder) != 0 || (folder.st_mode & 0077) != 0)) {
        close(lock);
        return fail(Code::Unavailable, "broker.data_dir", path.string() + " is open to others and not ours to close");
    }
    if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const std::string holder = readHolder(lock);
        close(lock);
        return fail(Code::FailedPrecondition, "broker.data_dir_in_use",
                    path.string() + " is held by process " + holder);
    }
    const std::string own = std::to_string(getpid());
    if (ftruncate(lock, 0) != 0 || pwrite(lock, own.data(), own.size(), 0) != ssize_t(own.size())) {
        close(lock);
        return fail(Code::Unavailable, "broker.data_dir", path.string() + ": cannot write the lock");
    }
    return DataDir(std::filesystem::absolute(path), lock);
}

DataDir::DataDir(DataDir&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_lock(std::exchange(other.m_lock, -1)) {}

DataDir::~DataDir() {
    if (m_lock >= 0) {
        close(m_lock); // releases the flock
    }
}

Result<std::string> DataDir::defaultMasterKey() const {
    TRY(home, configurationHome());
    TRY(name, keyName(m_path / "key-name"));
    const std::filesystem::path folder = home / "gatehouse" / "master-keys";
    const mode_t before = umask(077);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    umask(before);
    if (error) {
        return fail(Code::Unavailable, "master_key.missing", folder.string() + ": " + error.message());
    }
    return "file:" + (folder / name).string();
}

} // namespace gatehouse::broker
