// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include <atomic>
#include <memory>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/time.h"

namespace gatehouse::log {
namespace {

std::atomic<Format> g_format{Format::Text};

spdlog::level::level_enum toSpdlog(Level level) {
    switch (level) {
    case Level::Debug:
        return spdlog::level::debug;
    case Level::Info:
        return spdlog::level::info;
    case Level::Warn:
        return spdlog::level::warn;
    case Level::Error:
        return spdlog::level::err;
    case Level::Off:
        return spdlog::level::off;
    }
    return spdlog::level::info;
}

const char* name(Level level) {
    switch (level) {
    case Level::Debug:
        return "debug";
    case Level::Info:
        return "info";
    case Level::Warn:
        return "warn";
    case Level::Error:
        return "error";
    case Level::Off:
        return "off";
    }
    return "info";
}

const std::shared_ptr<spdlog::logger>& logger() {
    static const std::shared_ptr<spdlog::logger> instance = [] {
        auto made = std::make_shared<spdlog::logger>("gatehouse", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern("%v");
        made->set_level(spdlog::level::info);
        return made;
    }();
    return instance;
}

// Quoted as in JSON; what could forge a line or steer a terminal is escaped.
void appendQuoted(std::string& out, std::string_view text) {
    constexpr char kDigits[] = "0123456789abcdef";
    out.push_back('"');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (byte < 0x20 || byte == 0x7f) {
            out.append("\\u00");
            out.push_back(kDigits[byte >> 4]);
            out.push_back(kDigits[byte & 15]);
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
}

} // namespace

void configure(Format format, Level level) {
    g_format = format;
    logger()->set_level(toSpdlog(level));
}

void write(Level level, std::string_view event, std::initializer_list<Field> fields) {
    const auto& out = logger();
    if (!out->should_log(toSpdlog(level))) {
        return;
    }
    const std::string time = toRfc3339(SystemClock().now());
    std::string line;
    if (g_format == Format::Json) {
        line.append("{\"time\":\"").append(time).append("\",\"level\":\"").append(name(level)).append("\",\"event\":");
        appendQuoted(line, event);
        for (const Field& field : fields) {
            line.push_back(',');
            appendQuoted(line, field.name);
            line.push_back(':');
            appendQuoted(line, field.value);
        }
        line.push_back('}');
    } else {
        line.append(time).append(" ").append(name(level)).append(" ").append(event);
        for (const Field& field : fields) {
            line.push_back(' ');
            line.append(field.name).push_back('=');
            appendQuoted(line, field.value);
        }
    }
    out->log(toSpdlog(level), spdlog::string_view_t(line.data(), line.size()));
}

} // namespace gatehouse::log
