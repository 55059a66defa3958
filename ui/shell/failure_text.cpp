// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/failure_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace gatehouse::ui::shell {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("FailureText", text);
}

} // namespace

widgets::ErrorText errorText(const client::Failure& failure) {
    widgets::ErrorText text{failure.title, failure.detail, failure.reference, failure.transient(), {}};
    if (text.what.isEmpty()) {
        text.what = say(QT_TRANSLATE_NOOP("FailureText", "The broker refused this (%1).")).arg(failure.code);
    }
    text.details = say(QT_TRANSLATE_NOOP("FailureText", "Answer %1, code %2")).arg(failure.status).arg(failure.code);
    for (const client::api::FieldError& error : failure.errors) {
        text.details += u'\n' + QString::fromStdString(error.pointer + ": " + error.code + ", " + error.message);
    }
    if (failure.stale()) {
        text.next =
            say(QT_TRANSLATE_NOOP("FailureText", "Somebody changed it meanwhile. Read it again before you save."));
        text.retry = true;
    } else if (failure.code == QLatin1String("insufficient_user_authentication")) {
        text.next = say(QT_TRANSLATE_NOOP("FailureText", "It wants a sign-in of the last quarter of an hour. Sign in "
                                                         "again by File > Connect, then repeat it."));
    } else if (failure.status == 401) {
        text.next =
            say(QT_TRANSLATE_NOOP("FailureText", "The token is not accepted any more. Connect again with a new one."));
    }
    return text;
}

std::vector<widgets::FieldError> fieldErrors(const client::Failure& failure) {
    std::vector<widgets::FieldError> errors;
    for (const client::api::FieldError& error : failure.errors) {
        QString message = QString::fromStdString(error.message);
        if (!message.isEmpty()) {
            message[0] = message.at(0).toUpper();
        }
        errors.push_back({QString::fromStdString(error.pointer), QString::fromStdString(error.code), message});
    }
    return errors;
}

void showFailure(const client::Failure& failure, widgets::Form& form, widgets::ErrorBanner& banner) {
    const std::vector<widgets::FieldError> all = fieldErrors(failure);
    const std::vector<widgets::FieldError> unplaced = form.showErrors(all);
    widgets::ErrorText text = errorText(failure);
    if (!unplaced.empty()) {
        QStringList lines;
        for (const widgets::FieldError& error : unplaced) {
            lines.append(error.pointer.isEmpty() ? error.message
                                                 : error.pointer + QStringLiteral(": ") + error.message);
        }
        text.next = lines.join(u'\n');
    } else if (!all.empty()) {
        text.next = say(QT_TRANSLATE_NOOP("FailureText", "See the marked fields below."));
    }
    banner.showError(text);
}

} // namespace gatehouse::ui::shell
