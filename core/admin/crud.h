// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "admin/change.h"
#include "admin/document.h"

namespace gatehouse::admin {

/// The operations that most resources share. `R` says what is special about one, in static functions over a Scoped:
///   Item; kSchema, kTarget, kCreated, kUpdated, kDeleted; kPersonal: its state is personal data;
///   list(reader, scoped, query) -> Result<Listing>;  find(reader, scoped, id) -> Result<Item>;
///   show(reader, scoped, item) -> Result<json::Object>;  state(item) -> json::Object, what the log compares, no
///   secret; id(item), name(item), etag(item), path(item);  blank(scoped) -> Item;  renewed(item) -> Item, with
///   defaults but its identity; read(change, scoped, document, item, before or nullptr) -> Status;  insert(change,
///   scoped, item), update(change, scoped, item, before), remove(change, scoped, item) -> Status.
struct Scoped {
    const Context& context;
    TenantId tenant;
    store::Sealer sealer;
};

/// The request's tenant with its sealer, or the platform where the path has none.
[[nodiscard]] inline Result<Scoped> scopedTo(const Context& context) {
    const TenantId& tenant = context.request.tenant ? context.request.tenant->id : platformTenant();
    TRY(sealer, context.services.keys.sealerFor(tenant));
    return Scoped{context, tenant, sealer};
}

/// The member of the shown item that find() takes.
template <class R>
inline constexpr std::string_view kIdentity = R::kTarget == "role" || R::kTarget == "permission" ? "name" : "id";

/// The member that holds a secret, which no state shows.
template <class R>
inline constexpr std::string_view kSecretOf = R::kTarget == "scim-sync" ? "token"
                                              : R::kTarget == "stream"  ? "authorization"
                                                                        : "clientSecret";

/// Whose log a change to the item is in: R::log(item) where the resource says so, else the path's tenant.
template <class R>
[[nodiscard]] TenantId logOf(const Scoped& scoped, const typename R::Item& item) {
    if constexpr (requires { R::log(item); }) {
        return R::log(item);
    } else {
        return scoped.tenant;
    }
}

/// Writes one record of a change to an item.
template <class R>
[[nodiscard]] Status recordItem(Change& change, const Scoped& scoped, std::string_view type,
                                const typename R::Item& item, json::Object states) {
    Event event{std::string(type), std::string(R::kTarget), R::id(item), R::name(item), {}, {}};
    (R::kPersonal ? event.personal : event.data) = std::move(states);
    return change.record(logOf<R>(scoped, item), std::move(event));
}

/// Makes an item of a document; what is wrong with it goes to change.problems and nothing is stored.
template <class R>
[[nodiscard]] Result<typename R::Item> createItem(Change& change, const Scoped& scoped, json::Object document) {
    const std::size_t known = change.problems.size();
    typename R::Item item = R::blank(scoped);
    dropReadOnly(R::kSchema, document, {}, change.problems);
    ENSURE(R::read(change, scoped, document, item, nullptr));
    if (change.problems.size() > known) {
        return fail(Code::InvalidArgument, "validation_failed");
    }
    ENSURE(R::insert(change, scoped, item));
    ENSURE(recordItem<R>(change, scoped, R::kCreated, item, {{"after", R::state(item)}}));
    return item;
}

/// Makes an item what a whole document says; gives whether anything changed.
template <class R>
[[nodiscard]] Result<bool> updateItem(Change& change, const Scoped& scoped, typename R::Item& item,
                                      json::Object document) {
    const std::size_t known = change.problems.size();
    const typename R::Item before = item;
    TRY(shown, R::show(change.writer(), scoped, before));
    dropReadOnly(R::kSchema, document, shown, change.problems);
    item = R::renewed(before);
    ENSURE(R::read(change, scoped, document, item, &before));
    if (change.problems.size() > known) {
        return fail(Code::InvalidArgument, "validation_failed");
    }
    const bool secretChanged = document.contains(kSecretOf<R>);
    if (R::state(item) == R::state(before) && !secretChanged) {
        item = before;
        return false;
    }
    ENSURE(R::update(change, scoped, item, before));
    json::Object states = difference(R::state(before), R::state(item));
    if (secretChanged) {
        states["after"].as_object()[kSecretOf<R>] = "********";
    }
    ENSURE(recordItem<R>(change, scoped, R::kUpdated, item, std::move(states)));
    return true;
}

template <class R>
[[nodiscard]] Status removeItem(Change& change, const Scoped& scoped, const typename R::Item& item) {
    ENSURE(R::remove(change, scoped, item));
    return recordItem<R>(change, scoped, R::kDeleted, item, {{"before", R::state(item)}});
}

template <class R>
[[nodiscard]] Result<Answer> showItem(store::Reader& reader, const Scoped& scoped, const typename R::Item& item) {
    TRY(body, R::show(reader, scoped, item));
    return ok(body, R::etag(item));
}

// The handlers.

template <class R>
Answered listAll(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(scoped, scopedTo(context));
    TRY(page, context.services.store.read(
                  [&](store::Reader& reader) -> Result<Listing> { return R::list(reader, scoped, *query); }));
    return pageAnswer(std::move(page.items), page.nextCursor);
}

template <class R>
Answered getOne(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(answer, context.services.store.read([&](store::Reader& reader) -> Result<Answer> {
        TRY(item, R::find(reader, scoped, context.request.object));
        return showItem<R>(reader, scoped, item);
    }));
    return answer;
}

template <class R>
Answered createOne(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(item, createItem<R>(inProgress, scoped, *body));
        TRY(answer, showItem<R>(inProgress.writer(), scoped, item));
        answer.status = 201;
        answer.location = R::path(scoped, item);
        return answer;
    });
}

enum class Edit { Patch, Replace };

template <class R, Edit edit>
Answered editOne(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(item, R::find(inProgress.writer(), scoped, context.request.object));
        ENSURE(inProgress.matches(R::etag(item)));
        json::Object document = *body;
        if (edit == Edit::Patch) {
            TRY(shown, R::show(inProgress.writer(), scoped, item));
            dropReadOnly(R::kSchema, document, shown, inProgress.problems);
            document = patched(R::kSchema, shown, document);
        }
        ENSURE(updateItem<R>(inProgress, scoped, item, std::move(document)));
        return showItem<R>(inProgress.writer(), scoped, item);
    });
}

template <class R>
Answered deleteOne(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(item, R::find(inProgress.writer(), scoped, context.request.object));
        ENSURE(inProgress.matches(R::etag(item)));
        ENSURE(removeItem<R>(inProgress, scoped, item));
        return noContent();
    });
}

} // namespace gatehouse::admin
