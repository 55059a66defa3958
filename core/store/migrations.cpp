// SPDX-License-Identifier: Apache-2.0
#include "store/migrations.h"

#include <map>

namespace gatehouse::store {
namespace {

std::string nameOf(std::string_view module, int version) {
    return std::string(module) + " " + std::to_string(version);
}

} // namespace

Result<std::vector<Migration>> missingSteps(const std::vector<Migration>& known, const Applied& applied) {
    std::map<std::string, int> latest;
    std::vector<Migration> missing;
    for (const Migration& step : known) {
        int& version = latest[std::string(step.module)];
        if (step.version != version + 1) {
            return fail(Code::Internal, "store.migration_order",
                        nameOf(step.module, step.version) + " follows " + std::to_string(version));
        }
        version = step.version;
        const std::string module(step.module);
        if (applied.contains({module, step.version})) {
            continue;
        }
        if (applied.contains({module, step.version + 1})) {
            return fail(Code::Internal, "store.migration_order", nameOf(module, step.version) + " was left out");
        }
        missing.push_back(step);
    }
    for (const auto& [module, version] : applied) {
        const auto found = latest.find(module);
        if (found == latest.end() || version > found->second) {
            return fail(Code::FailedPrecondition, "store.schema_newer",
                        nameOf(module, version) + " is unknown to this version");
        }
    }
    return missing;
}

std::string withTableOptions(std::string_view sql, std::string_view table, std::string_view heap) {
    std::string out(sql);
    for (const auto& [mark, options] : {std::pair(std::string_view("{table}"), table), {"{heap}", heap}}) {
        for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at + options.size())) {
            out.replace(at, mark.size(), options);
        }
    }
    return out;
}

} // namespace gatehouse::store
