// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse::ui::shell {

class Panel;

/// What every panel made of filter tables has in common, done once: what a table says is a notice of its panel; its
/// menu is the panel's actions; Delete is the panel's Delete; Enter and a double click lead into the inspector.
/// A table with row actions of its own keeps them, and so does an `opened` that takes the keyboard elsewhere.
void wirePanel(Panel& panel);

} // namespace gatehouse::ui::shell
