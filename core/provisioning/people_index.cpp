// SPDX-License-Identifier: Apache-2.0
#include "provisioning/people_index.h"

#include <algorithm>
#include <array>
#include <set>

#include "directory/lookup.h"
#include "provisioning/person.h"
#include "scim/text.h"

namespace gatehouse::provisioning {
namespace {

struct Person {
    std::string id;
    std::array<std::vector<std::string>, 4> names; ///< by Key
};

struct Name {
    std::string_view text;
    const Person* person;
    friend bool operator<(const Name& a, const Name& b) {
        return a.text != b.text ? a.text < b.text : a.person->id < b.person->id;
    }
};

Person personOf(const directory::User& user) {
    Person person;
    person.id = user.id.text();
    person.names[0] = {scim::foldCase(user.userName)};
    if (!user.externalId.empty()) {
        person.names[1] = {user.externalId};
    }
    if (!user.email.empty()) {
        person.names[2] = {scim::foldCase(user.email)};
    }
    for (const std::string& email : otherEmails(user)) {
        person.names[2].push_back(scim::foldCase(email));
    }
    if (!user.displayName.empty()) {
        person.names[3] = {scim::foldCase(user.displayName)};
    }
    return person;
}

} // namespace

class PeopleIndex::OfTenant {
public:
    Status follow(store::Reader& reader, const store::Sealer& sealer) {
        ENSURE(read(reader, sealer));
        TRY(next, directory::nextChange(reader, sealer.tenant()));
        if (next - 1 != m_seen) {
            return {}; // an older snapshot than another's, who has asked meanwhile
        }
        std::int64_t count = 0;
        ENSURE(reader.query("SELECT count(*) FROM users WHERE tenant = $1", {sealer.tenant().text()},
                            [&](const store::Row& row) {
                                count = row.integer(0);
                                return false;
                            }));
        if (count == std::int64_t(m_people.size())) {
            return {};
        }
        for (std::set<Name>& names : m_names) { // rows went by other ways than removeUser: a sandbox was put back
            names.clear();
        }
        m_people.clear();
        m_seen = -1;
        return read(reader, sealer);
    }

    [[nodiscard]] std::vector<UserId> startingWith(Key key, std::string_view prefix) const {
        const auto& names = m_names[std::size_t(key)];
        const Person least{};
        std::vector<UserId> found;
        for (auto each = names.lower_bound(Name{prefix, &least}); each != names.end() && each->text.starts_with(prefix);
             ++each) {
            found.emplace_back(each->person->id);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    std::mutex mutex;

private:
    Status read(store::Reader& reader, const store::Sealer& sealer) {
        TRY(last, directory::changesSince(
                      reader, sealer, m_seen, [&](directory::User&& user) { put(user); },
                      [&](const UserId& id) { drop(id.text()); }));
        m_seen = last;
        return {};
    }
    void put(const directory::User& user) {
        drop(user.id.text());
        const auto person = m_people.emplace(user.id.text(), std::make_unique<Person>(personOf(user))).first;
        for (std::size_t key = 0; key < m_names.size(); ++key) {
            for (const std::string& name : person->second->names[key]) {
                m_names[key].insert({name, person->second.get()});
            }
        }
    }
    void drop(const std::string& id) {
        const auto person = m_people.find(id);
        if (person == m_people.end()) {
            return;
        }
        for (std::size_t key = 0; key < m_names.size(); ++key) {
            for (const std::string& name : person->second->names[key]) {
                m_names[key].erase({name, person->second.get()});
            }
        }
        m_people.erase(person);
    }

    std::int64_t m_seen = -1;
    std::unordered_map<std::string, std::unique_ptr<Person>> m_people;
    std::array<std::set<Name>, 4> m_names;
};

PeopleIndex::PeopleIndex() = default;
PeopleIndex::~PeopleIndex() = default;

Result<std::vector<UserId>> PeopleIndex::startingWith(store::Reader& reader, const store::Sealer& sealer, Key key,
                                                      std::string_view prefix) {
    std::shared_ptr<OfTenant> tenant;
    {
        const std::lock_guard lock(m_mutex);
        std::shared_ptr<OfTenant>& place = m_tenants[sealer.tenant()];
        if (place == nullptr) {
            place = std::make_shared<OfTenant>();
        }
        tenant = place;
    }
    const std::lock_guard lock(tenant->mutex);
    ENSURE(tenant->follow(reader, sealer));
    return tenant->startingWith(key, prefix);
}

} // namespace gatehouse::provisioning
