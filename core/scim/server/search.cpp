// SPDX-License-Identifier: Apache-2.0
#include "scim/server/search.h"

#include <algorithm>

#include "directory/lookup.h"
#include "directory/membership.h"
#include "provisioning/person.h"
#include "scim/filter_index.h"
#include "scim/server/cursor.h"

namespace gatehouse::scim::server {
namespace {

using Key = provisioning::PeopleIndex::Key;

/// One result: read again when its page is shown.
struct Hit {
    const ResourceType* type = nullptr;
    std::string id;
    std::string sortKey;
};

/// What a query means to one type.
struct Question {
    const ResourceType* type = nullptr;
    std::optional<BoundFilter> filter;
    std::optional<AttributeRef> sortBy;
};

bool readsGroups(const BoundFilter& filter) {
    return (filter.attribute.attribute != nullptr && filter.attribute.extension == nullptr &&
            filter.attribute.attribute->name == "groups") ||
           std::any_of(filter.children.begin(), filter.children.end(), readsGroups);
}

class Search {
public:
    Search(store::Reader& reader, const Call& call)
        : m_reader(reader)
        , m_call(call) {}

    Status collect(const Question& question) {
        return question.type == &m_call.types->users() ? collectUsers(question) : collectGroups(question);
    }
    /// People without filter or order: no more than the page is read.
    Status collectPage(const Question& question, std::int64_t offset, std::int64_t count) {
        ENSURE(m_reader.query("SELECT count(*) FROM users WHERE tenant = $1", {m_call.tenant.text()},
                              [&](const store::Row& row) {
                                  m_total = row.integer(0);
                                  return false;
                              }));
        TRY(ids, directory::idsFrom(m_reader, m_call.tenant, offset, count));
        for (const UserId& id : ids) {
            m_hits.push_back({question.type, id.text(), {}});
        }
        m_first = offset;
        return {};
    }
    [[nodiscard]] std::vector<Hit>& hits() { return m_hits; }
    [[nodiscard]] std::int64_t total() const { return m_total.value_or(std::int64_t(m_hits.size())); }
    [[nodiscard]] std::int64_t first() const { return m_first; }

private:
    void add(const Question& question, const std::string& id, const json::Object& resource) {
        m_hits.push_back({question.type, id, question.sortBy ? sortKey(*question.sortBy, resource) : std::string()});
    }

    Status lookAt(const Question& question, const directory::User& user) {
        std::vector<directory::GroupOf> groups;
        if (question.filter && readsGroups(*question.filter)) {
            TRY(found, directory::groupsOf(m_reader, m_call.tenant, user.id));
            groups = std::move(found);
        }
        const json::Object resource = provisioning::shown(user, groups, m_call.base, *question.type);
        if (!question.filter || matches(*question.filter, resource)) {
            add(question, user.id.text(), resource);
        }
        return {};
    }

    Status collectUsers(const Question& question) {
        TRY(candidates, usersByIndex(question));
        if (candidates && answersAlone(question)) {
            for (const UserId& id : *candidates) {
                m_hits.push_back({question.type, id.text(), {}});
            }
            return {};
        }
        if (candidates) {
            for (const UserId& id : *candidates) {
                auto user = directory::findBare(m_reader, m_call.sealer, id);
                if (!user && user.error().reason == "directory.user_not_found") {
                    continue; // the index is newer than this snapshot, or older
                }
                ENSURE(user);
                ENSURE(lookAt(question, *user));
            }
            return {};
        }
        // Statements upon statements would hold the first one open: everybody is read before the groups of anybody.
        if (question.filter && readsGroups(*question.filter)) {
            TRY(everybody, directory::idsFrom(m_reader, m_call.tenant, 0, -1));
            for (const UserId& id : everybody) {
                TRY(user, directory::findBare(m_reader, m_call.sealer, id));
                ENSURE(lookAt(question, user));
            }
            return {};
        }
        Status status;
        ENSURE(directory::eachUser(m_reader, m_call.sealer, [&](directory::User&& user) {
            status = lookAt(question, user);
            return status.has_value();
        }));
        return status;
    }

    /// Those whom an index names, nullopt if it takes a look at everybody.
    Result<std::optional<std::vector<UserId>>> usersByIndex(const Question& question) {
        using Found = std::optional<std::vector<UserId>>;
        const std::optional<IndexTerm> term = question.filter ? indexTerm(*question.filter) : std::nullopt;
        if (!term) {
            return Found();
        }
        if (term->prefix) {
            const std::optional<Key> key = prefixKey(term->key);
            if (!key) {
                return Found();
            }
            TRY(found, m_call.engine.index.startingWith(m_reader, m_call.sealer, *key, term->folded));
            return Found(std::move(found));
        }
        switch (term->key) {
        case IndexTerm::Key::Id:
            return Found(std::vector<UserId>{UserId(term->value)});
        case IndexTerm::Key::UserName: {
            TRY(found, directory::findByUserName(m_reader, m_call.sealer, term->value));
            return Found(found ? std::vector<UserId>{*found} : std::vector<UserId>());
        }
        case IndexTerm::Key::ExternalId: {
            TRY(found, directory::findByExternalId(m_reader, m_call.sealer, term->value));
            return Found(std::move(found));
        }
        case IndexTerm::Key::Email: {
            TRY(found, directory::findByAnyEmail(m_reader, m_call.sealer, term->value));
            return Found(std::move(found));
        }
        case IndexTerm::Key::DisplayName: {
            TRY(found, m_call.engine.index.startingWith(m_reader, m_call.sealer, Key::DisplayName, term->folded));
            return Found(std::move(found));
        }
        case IndexTerm::Key::Member:
            break;
        }
        return Found();
    }

    /// Whether what an index finds is the answer, without a look at each: the filter asks for nothing else.
    static bool answersAlone(const Question& question) {
        const std::optional<IndexTerm> term = indexTerm(*question.filter);
        return !question.sortBy && question.filter->kind == Filter::Kind::Compare && term->prefix &&
               (term->key == IndexTerm::Key::UserName || term->key == IndexTerm::Key::ExternalId);
    }

    static std::optional<Key> prefixKey(IndexTerm::Key key) {
        switch (key) {
        case IndexTerm::Key::UserName:
            return Key::UserName;
        case IndexTerm::Key::ExternalId:
            return Key::ExternalId;
        case IndexTerm::Key::Email:
            return Key::Email;
        case IndexTerm::Key::DisplayName:
            return Key::DisplayName;
        default:
            return std::nullopt;
        }
    }

    Status collectGroups(const Question& question) {
        std::vector<directory::Group> groups; // they are read before the members of any
        ENSURE(directory::eachGroupRow(m_reader, m_call.tenant, [&](directory::Group&& group) {
            groups.push_back(std::move(group));
            return true;
        }));
        const bool asksForMembers = question.filter && readsMembers(*question.filter);
        Projection projection;
        if (!asksForMembers) {
            projection.excluded = {{{}, "members", {}}};
        }
        Status status;
        for (const directory::Group& group : groups) {
            TRY(answer, showGroup(m_reader, m_call, group, projection));
            const json::Object& resource = answer.body.as_object();
            const IsMember isMember = [&](std::string_view id) {
                const auto found = directory::isMember(m_reader, m_call.tenant, group.id, id);
                status = found ? status : tl::unexpected<Error>(found.error());
                return found.value_or(false);
            };
            if (!question.filter || matches(*question.filter, resource, isMember)) {
                add(question, group.id.text(), resource);
            }
            ENSURE(status);
        }
        return {};
    }

    store::Reader& m_reader;
    const Call& m_call;
    std::vector<Hit> m_hits;
    std::optional<std::int64_t> m_total; ///< where not all of them were collected
    std::int64_t m_first = 0;            ///< the place of the first hit among all
};

/// What the query means to each type that can answer it; the first error where none can.
Result<std::vector<Question>> questionsOf(const std::vector<const ResourceType*>& types, const ListQuery& query) {
    std::optional<Filter> filter;
    if (!query.filter.empty()) {
        TRY(parsed, parseFilter(query.filter));
        filter = std::move(parsed);
    }
    std::vector<Question> questions;
    std::optional<Error> error;
    for (const ResourceType* type : types) {
        Question question{type, {}, {}};
        if (filter) {
            auto bound = bind(*filter, *type);
            if (!bound) {
                error = error ? error : bound.error();
                continue;
            }
            question.filter = *std::move(bound);
        }
        if (query.sortBy) {
            auto sortBy = resolveSort(*query.sortBy, *type);
            if (!sortBy) {
                error = error ? error : sortBy.error();
                continue;
            }
            question.sortBy = *sortBy;
        }
        questions.push_back(std::move(question));
    }
    if (questions.empty() && error) {
        return tl::unexpected<Error>(*std::move(error));
    }
    return questions;
}

void sortHits(std::vector<Hit>& hits, const ListQuery& query) {
    if (!query.sortBy) {
        return;
    }
    // Without a value: last when ascending, first when descending (RFC 7644, 3.4.2.3).
    const auto before = [](const Hit& a, const Hit& b) {
        return a.sortKey.empty() != b.sortKey.empty() ? b.sortKey.empty() : a.sortKey < b.sortKey;
    };
    std::stable_sort(hits.begin(), hits.end(),
                     [&](const Hit& a, const Hit& b) { return query.descending ? before(b, a) : before(a, b); });
}

Result<json::Array> shownPage(store::Reader& reader, const Call& call, const std::vector<Hit>& hits,
                              std::int64_t offset, std::int64_t count, const Projection& projection) {
    json::Array page;
    const auto end = std::min<std::int64_t>(std::int64_t(hits.size()), offset + count);
    for (std::int64_t i = std::max<std::int64_t>(0, offset); i < end; ++i) {
        const Hit& hit = hits[std::size_t(i)];
        TRY(answer, hit.type == &call.types->users() ? showUser(reader, call, UserId(hit.id), projection)
                                                     : showGroup(reader, call, GroupId(hit.id), projection));
        page.push_back(std::move(answer.body));
    }
    return page;
}

/// Everything that the next page has to ask again.
std::string questionText(const ListQuery& query, const std::vector<const ResourceType*>& types) {
    std::string text = query.filter;
    text += '\n';
    text += query.sortBy ? query.sortBy->text() : std::string();
    text += query.descending ? "\nd" : "\na";
    for (const ResourceType* type : types) {
        text += '\n' + type->name;
    }
    return text;
}

} // namespace

Result<json::Object> search(store::Reader& reader, const Call& call, const std::vector<const ResourceType*>& types,
                            const ListQuery& query) {
    TRY(questions, questionsOf(types, query));
    const std::string question = questionText(query, types);
    const std::int64_t count = std::min(query.count.value_or(kDefaultPage), kLargestPage);
    Cursor cursor{query.startIndex - 1, count};
    if (query.cursor && !query.cursor->empty()) {
        TRY(opened, openCursor(call.sealer, *query.cursor, question, call.now));
        cursor = opened;
        cursor.count = query.count ? count : opened.count;
    } else if (query.cursor) {
        cursor.offset = 0;
    }
    Search searching(reader, call);
    const bool everybody = questions.size() == 1 && questions.front().type == &call.types->users() &&
                           !questions.front().filter && !questions.front().sortBy;
    if (everybody) {
        ENSURE(searching.collectPage(questions.front(), cursor.offset, cursor.count));
    } else {
        for (const Question& each : questions) {
            ENSURE(searching.collect(each));
        }
        sortHits(searching.hits(), query);
    }
    TRY(page,
        shownPage(reader, call, searching.hits(), cursor.offset - searching.first(), cursor.count, query.projection));
    const std::int64_t total = searching.total();
    if (!query.cursor) {
        return listResponse(std::move(page), total, query.startIndex);
    }
    const auto at = [&](std::int64_t offset) {
        return sealCursor(call.sealer, {offset, cursor.count}, question, call.now);
    };
    const bool more = cursor.count > 0 && cursor.offset + cursor.count < total;
    return cursorPage(std::move(page), total, more ? std::optional(at(cursor.offset + cursor.count)) : std::nullopt,
                      cursor.offset > 0 ? std::optional(at(std::max<std::int64_t>(0, cursor.offset - cursor.count)))
                                        : std::nullopt);
}

} // namespace gatehouse::scim::server
