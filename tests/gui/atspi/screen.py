# SPDX-License-Identifier: Apache-2.0
"""What a screen reader hears of one application: everything is found by role and name."""
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0


class NotThere(AssertionError):
    pass


class Screen:
    def __init__(self, pid):
        self._pid = pid
        self._app = None
        self._app = self.wait("the application", self._find_app)

    def wait(self, what, look, patience=PATIENCE):
        """The first thing that `look` gives which is not empty."""
        end = time.monotonic() + patience
        while True:
            try:
                found = look()
            except GLib.Error:  # it went away while we looked
                found = None
            if found:
                return found
            if time.monotonic() > end:
                raise NotThere(f"waited {patience:.0f} s for {what}; on screen:\n" + "\n".join(self.names()))
            time.sleep(0.03)

    def _find_app(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self._pid and app.get_child_count() > 0:
                return app
        return None

    def _walk(self, node, depth=0):
        if node is None or depth > 30:
            return
        states = node.get_state_set()
        if depth > 1 and not states.contains(Atspi.StateType.SHOWING) and not states.contains(Atspi.StateType.VISIBLE):
            return
        yield node
        role = node.get_role()
        if role in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE):
            return  # cells are read where they are wanted
        for i in range(node.get_child_count()):
            yield from self._walk(node.get_child_at_index(i), depth + 1)

    def _showing(self):
        for node in self._walk(self._app):
            if node.get_state_set().contains(Atspi.StateType.SHOWING):
                yield node

    def find(self, name, role=None):
        """Something that shows, whose name begins so."""
        def look():
            for node in self._showing():
                if (node.get_name() or "").startswith(name) and (role is None or node.get_role_name() == role):
                    return node
            return None
        return self.wait(f"{role or 'anything'} called {name!r}", look)

    def has(self, name, role=None):
        return any((node.get_name() or "").startswith(name) and role in (None, node.get_role_name())
                   for node in self._showing())

    def gone(self, name, role=None, patience=PATIENCE):
        """Nothing that shows is called so any more."""
        self.wait(f"{name!r} to go", lambda: not self.has(name, role), patience)

    def cell(self, text):
        """A cell of a table that shows, whose text begins so."""
        def look():
            for node in self._showing():
                table = node.get_table_iface()
                rows = Atspi.Table.get_n_rows(table) if table else 0
                for row in range(min(rows, 50)):
                    for column in range(Atspi.Table.get_n_columns(table)):
                        cell = Atspi.Table.get_accessible_at(table, row, column)
                        if cell is not None and (cell.get_name() or "").startswith(text):
                            return cell
            return None
        return self.wait(f"a cell that says {text!r}", look)

    def press(self, name, role="push button"):
        """As a screen reader does it: by the button's own action."""
        Atspi.Action.do_action(self.find(name, role).get_action_iface(), 0)

    def focus(self, name, role="text"):
        Atspi.Component.grab_focus(self.find(name, role).get_component_iface())
        self.wait_focus(name)

    def names(self):
        seen = []
        try:
            for node in self._showing():
                if node.get_name():
                    seen.append(f"  {node.get_role_name()}: {node.get_name()[:110]}")
        except GLib.Error:
            pass
        return seen

    def focused(self):
        for node in self._showing():
            states = node.get_state_set()
            if states.contains(Atspi.StateType.FOCUSED) and node.get_role_name() not in ("frame", "filler", "panel"):
                return node.get_name() or ""
        return ""

    def wait_focus(self, name):
        return self.wait(f"the focus on {name!r} (it is on {self.focused()!r})", lambda: self.focused().startswith(name))

    def tab_to(self, keyboard, name, limit=60):
        """Walks there with Tab, as somebody without a mouse has to."""
        for _ in range(limit):
            if self.focused().startswith(name):
                return
            keyboard.press("Tab")
            time.sleep(0.02)
        raise NotThere(f"{limit} times Tab did not reach {name!r}; on screen:\n" + "\n".join(self.names()))

    def text(self, name):
        """What a field says."""
        node = self.find(name)
        text = node.get_text_iface()
        return Atspi.Text.get_text(text, 0, -1) if text else ""
