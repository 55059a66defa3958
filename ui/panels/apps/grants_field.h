// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ui/widgets/compound_field.h"

class QCheckBox;
class QVBoxLayout;

namespace gatehouse::ui::panels::apps {

/// What an app may ask tokens for: one box each.
class GrantsField final : public widgets::CompoundField {
    Q_OBJECT
public:
    explicit GrantsField(QWidget* parent = nullptr);

    /// A grant that is not known here gets a box of its own, so that nothing is lost.
    void setGrants(const std::vector<std::string>& grants);
    [[nodiscard]] std::vector<std::string> grants() const;

private:
    struct Box {
        std::string grant;
        QCheckBox* box;
    };
    Box& add(const std::string& grant);

    QVBoxLayout* m_column;
    std::vector<Box> m_boxes;
};

} // namespace gatehouse::ui::panels::apps
