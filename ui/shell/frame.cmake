# SPDX-License-Identifier: Apache-2.0
# What every panel lives in beside the window itself.
target_sources(gatehouse_ui PRIVATE
  shell/desktop_notifier.cpp shell/frame.cpp shell/frame_palette.cpp shell/notification_bell.cpp shell/notifications.cpp
  shell/pane_cycle.cpp shell/panel_state.cpp shell/popup_panel.cpp shell/shortcuts.cpp shell/tasks.cpp shell/tasks_tray.cpp
  shell/toasts.cpp
  shell/help/help_window.cpp shell/help/shortcut_sheet.cpp
  shell/palette/command_palette.cpp shell/palette/fuzzy.cpp shell/palette/palette_button.cpp shell/palette/palette_item.cpp
  shell/palette/palette_model.cpp shell/palette/palette_objects.cpp shell/palette/reference_finder.cpp
  shell/preferences/desktop_features.cpp shell/preferences/preferences.cpp shell/preferences/shortcut_page.cpp)
