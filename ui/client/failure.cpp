// SPDX-License-Identifier: Apache-2.0
#include "ui/client/failure.h"

#include <QCoreApplication>

#include "admin/api/codec.h"

namespace gatehouse::ui::client {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Failure", text);
}

} // namespace

Failure failureOf(const api::Reply& reply) {
    Failure failure;
    failure.status = reply.status;
    if (reply.status == 0) {
        failure.code = QStringLiteral("unreachable");
        failure.title = say(QT_TRANSLATE_NOOP("Failure", "The broker did not answer."));
        failure.detail = QString::fromStdString(reply.body);
        return failure;
    }
    const api::Decoded<api::ProblemDetails> problem = api::decode<api::ProblemDetails>(reply.body, api::Side::Reply);
    if (!problem) {
        failure.code = QStringLiteral("http_%1").arg(reply.status);
        failure.title = say(QT_TRANSLATE_NOOP("Failure", "The broker answered with HTTP %1.")).arg(reply.status);
        return failure;
    }
    failure.code = QString::fromStdString(problem->code);
    failure.title = QString::fromStdString(problem->title);
    failure.detail = QString::fromStdString(problem->detail);
    failure.reference = QString::fromStdString(problem->requestId);
    failure.errors = problem->errors;
    return failure;
}

Failure malformedAnswer(const std::vector<api::FieldError>& errors) {
    Failure failure;
    failure.code = QStringLiteral("malformed_answer");
    failure.title = say(QT_TRANSLATE_NOOP("Failure", "The answer is not what this console expects."));
    failure.detail = say(QT_TRANSLATE_NOOP("Failure", "The broker may be of another version than the console."));
    failure.errors = errors;
    return failure;
}

} // namespace gatehouse::ui::client
