// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "ui/client/document.h"
#include "ui/client/failure.h"
#include "ui/drafts/draft.h"

namespace gatehouse::ui::drafts {

/// A draft of an object as it was read, which nothing is wanted of yet. One that is to be created was not read.
template <class T>
[[nodiscard]] Draft draftOf(Subject subject, Act act, const QString& panel, const client::Versioned<T>& read) {
    Draft draft;
    draft.subject = std::move(subject);
    draft.act = act;
    draft.panel = panel;
    if (act != Act::Create) {
        draft.etag = read.etag;
        draft.base = client::documentOf(read.value);
    }
    return draft;
}

} // namespace gatehouse::ui::drafts
