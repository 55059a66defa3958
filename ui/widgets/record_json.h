// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include "admin/api/codec.h"

namespace gatehouse::ui::widgets {

/// Resources of the Admin API that tables show.
template <class Record>
inline constexpr bool kIsResource = false;
template <>
inline constexpr bool kIsResource<admin::api::Tenant> = true;
template <>
inline constexpr bool kIsResource<admin::api::Connection> = true;
template <>
inline constexpr bool kIsResource<admin::api::User> = true;
template <>
inline constexpr bool kIsResource<admin::api::Group> = true;
template <>
inline constexpr bool kIsResource<admin::api::Role> = true;
template <>
inline constexpr bool kIsResource<admin::api::App> = true;
template <>
inline constexpr bool kIsResource<admin::api::Session> = true;
template <>
inline constexpr bool kIsResource<admin::api::Key> = true;
template <>
inline constexpr bool kIsResource<admin::api::Flow> = true;
template <>
inline constexpr bool kIsResource<admin::api::AuditRecord> = true;
template <>
inline constexpr bool kIsResource<admin::api::Token> = true;
template <>
inline constexpr bool kIsResource<admin::api::Admin> = true;

/// The record as the Admin API answers it, on one line; empty for what is no resource (a table then tells its cells).
template <class Record>
[[nodiscard]] QByteArray recordJson([[maybe_unused]] const Record& record) {
    if constexpr (kIsResource<Record>) {
        return QByteArray::fromStdString(admin::api::encode(record, admin::api::Side::Reply));
    } else {
        return {};
    }
}

} // namespace gatehouse::ui::widgets
