# SPDX-License-Identifier: Apache-2.0
# What every panel lives in beside the window itself.
target_sources(gatehouse_ui PRIVATE
  shell/notifications.cpp shell/panel_state.cpp shell/tasks.cpp shell/toasts.cpp)
