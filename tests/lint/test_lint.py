#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The checks must find what they are for."""
import unittest

import check_attacks
import check_conformance
import check_desktop
import check_files
import check_layers

MODULES = check_layers.parse_modules(["""
gatehouse_module(base LAYER 0 SOURCES a.cpp)
gatehouse_module(crypto LAYER 1 SOURCES a.cpp DEPENDS base LIBRARIES OpenSSL::Crypto TESTS tst_a.cpp)  # comment
gatehouse_module(json LAYER 1 SOURCES a.cpp DEPENDS base)
gatehouse_module(oidc/rp LAYER 6 SOURCES a.cpp DEPENDS base json TESTS tst_rp.cpp)
gatehouse_module(admin LAYER 7 SOURCES a.cpp DEPENDS base)
gatehouse_module(admin/api LAYER 2 SOURCES a.cpp DEPENDS base)
"""])


def core(path, include):
    return list(check_layers.check_core_file(path, f"#include {include}\n", MODULES))


def ui(path, include):
    return list(check_layers.check_ui_file(path, f"#include {include}\n", MODULES))


class Layers(unittest.TestCase):
    def test_declared_dependency_passes(self):
        self.assertEqual(core("oidc/rp/start.cpp", '"json/json.h"'), [])

    def test_own_header_passes(self):
        self.assertEqual(core("oidc/rp/start.cpp", '"oidc/rp/start.h"'), [])

    def test_undeclared_dependency_is_found(self):
        self.assertEqual(len(core("oidc/rp/start.cpp", '"crypto/hash.h"')), 1)

    def test_test_may_use_lower_layers(self):
        self.assertEqual(core("oidc/rp/tst_rp.cpp", '"crypto/hash.h"'), [])

    def test_third_party_header_of_another_module_is_found(self):
        self.assertEqual(len(core("json/json.cpp", "<openssl/evp.h>")), 1)
        self.assertEqual(len(core("json/json.cpp", "<QString>")), 1)
        self.assertEqual(core("crypto/hash.cpp", "<openssl/evp.h>"), [])

    def test_file_outside_every_module_is_found(self):
        self.assertEqual(len(core("stray/file.cpp", '"base/result.h"')), 1)

    def test_ui_sees_only_the_contract(self):
        self.assertEqual(ui("panels/users/panel.cpp", '"admin/api/user.h"'), [])
        self.assertEqual(len(ui("panels/users/panel.cpp", '"admin/users.h"')), 1)

    def test_panels_do_not_see_each_other(self):
        self.assertEqual(len(ui("panels/users/panel.cpp", '"panels/logins/model.h"')), 1)


class Files(unittest.TestCase):
    def found(self, text, product=True):
        return len(list(check_files.check_text("a.cpp", text, product)))

    def test_banned_calls_are_found(self):
        for text in ["std::regex r;", "EVP_Cipher(c, o, i, n)", "system(\"ls\")", "popen(\"ls\", \"r\")", "co_await x",
                     "INSERT OR REPLACE INTO t", "setopt(c, CURLOPT_SSL_VERIFYPEER, 0L)"]:
            self.assertEqual(self.found(text), 1, text)

    def test_member_named_system_passes(self):
        self.assertEqual(self.found("clock.system(); SystemClock c; filesystem(1)"), 0)

    def test_unfinished_words_are_found(self):
        self.assertEqual(self.found("// TO" "DO later", product=False), 1)

    def test_long_file_is_found(self):
        text = "// SPDX-License-Identifier: Apache-2.0\n" * 501
        self.assertEqual(len(list(check_files.check_shape(text, True))), 1)

    def test_missing_licence_line_is_found(self):
        self.assertEqual(len(list(check_files.check_shape("int x;\n", True))), 1)


class Desktop(unittest.TestCase):
    ENTRY = ("[Desktop Entry]\nExec=gatehouse %U\nIcon=org.gatehouse.Console\nCategories=Network;\n"
             "MimeType=x-scheme-handler/gatehouse;application/x-a;\n")
    INFO = ("<component><id>org.gatehouse.Console</id><launchable>org.gatehouse.Console.desktop</launchable><provides>"
            "<binary>gatehouse</binary><mediatype>application/x-a</mediatype>"
            "<mediatype>x-scheme-handler/gatehouse</mediatype></provides></component>")
    MIME = ('<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">'
            '<mime-type type="application/x-a"/></mime-info>')

    def found(self, entry=ENTRY, info=INFO, mime=MIME):
        return len(list(check_desktop.check_agreement(entry, info, mime)))

    def test_files_that_agree_pass(self):
        self.assertEqual(self.found(), 0)

    def test_another_id_is_found(self):
        self.assertEqual(self.found(entry=self.ENTRY.replace("Icon=org", "Icon=com")), 1)
        self.assertEqual(self.found(info=self.INFO.replace("<id>org", "<id>com")), 1)

    def test_a_type_that_only_one_knows_is_found(self):
        self.assertEqual(self.found(mime=self.MIME.replace("x-a", "x-b")), 1)
        self.assertEqual(self.found(entry=self.ENTRY.replace("x-a;", "x-a;application/x-b;")), 2)

    def test_an_option_without_manual_is_found(self):
        self.assertEqual(len(list(check_desktop.check_manual(r"\-\-data\-dir \-\-help", {"data-dir", "demo"}))), 1)
        self.assertEqual(len(list(check_desktop.check_manual(r"\-\-gone", set()))), 1)


class Attacks(unittest.TestCase):
    KNOWN = {"tst_b.cpp": {"three"}}

    def found(self, *rows):
        every = [row for row in check_attacks.ROWS if not any(f"`{row}`" in given for given in rows)]
        rest = [f"| `{row}` | a | `tst_b.cpp: three` | holds |" for row in every]
        return len(list(check_attacks.check("\n".join([*rest, *rows]), self.KNOWN)))

    def test_a_row_names_a_test_or_is_open(self):
        self.assertEqual(self.found(), 0)
        self.assertEqual(self.found("| `SP-45` | a |  | open: nobody looks |"), 0)
        for row in ["| `SP-45` | a |  | holds |", "| `SP-45` | a | `tst_b.cpp: four` | holds |", "| `SP-45` | a | `tst_b.cpp: three` | fine |",
                    "| `SP-07` | a | `tst_b.cpp: three` | holds |"]:
            self.assertEqual(self.found(row), 1, row)

    def test_a_row_that_is_missing_is_found(self):
        self.assertEqual(len(list(check_attacks.check("", self.KNOWN))), len(check_attacks.ROWS))


class Conformance(unittest.TestCase):
    KNOWN = {"a.test.mjs": check_conformance.Script("it('one', f); for (const x of ['two']) it(`is ${x}`, f); it(`${x}`, f);"),
             "tst_b.cpp": {"three"}}
    PLANS = {"plan": ["m"]}

    def found(self, *rows, heading="## Plan: `plan`"):
        return len(list(check_conformance.check("\n".join([heading, *rows]), self.PLANS, self.KNOWN)))

    def test_a_row_with_its_test_passes(self):
        for held in ["`a.test.mjs: one`", "`a.test.mjs: is two`", "`a.test.mjs: two`", "`tst_b.cpp: three`", "`a.test.mjs: one`<br>`tst_b.cpp: three`"]:
            self.assertEqual(self.found(f"| `m` | asks | {held} | passes |"), 0, held)

    def test_a_test_that_is_not_there_is_found(self):
        for held in ["`a.test.mjs: on`", "`a.test.mjs: is three`", "`a.test.mjs: three`", "`tst_b.cpp: one`", "`c.test.mjs: one`", "", "one"]:
            self.assertEqual(self.found(f"| `m` | asks | {held} | passes |"), 1, held)

    def test_a_module_without_a_row_is_found(self):
        self.assertEqual(self.found(), 1)

    def test_a_row_of_no_module_or_plan_and_a_second_row_are_found(self):
        row = "| `m` | asks | `a.test.mjs: one` | passes |"
        self.assertEqual(self.found(row, row), 1)
        self.assertEqual(self.found(row, row.replace("`m`", "`n`")), 1)
        self.assertEqual(self.found(row, heading="## Plan: `other`"), 3)

    def test_a_state_of_its_own_is_found(self):
        for state in ["", "passed", "open", "open: ", "not offered: "]:
            self.assertEqual(self.found(f"| `m` | asks | `a.test.mjs: one` | {state} |"), 1, state)
        self.assertEqual(self.found("| `m` | asks |  | open: keys |"), 0)


if __name__ == "__main__":
    unittest.main(argv=["test_lint", "-q"])
