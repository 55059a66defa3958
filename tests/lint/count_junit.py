#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints "<passed> <failed>" for a JUnit file of ctest. What did not run counts as failed."""
import sys
import xml.etree.ElementTree as ET

cases = list(ET.parse(sys.argv[1]).getroot().iter("testcase"))
passed = sum(case.get("status") == "run" and case.find("failure") is None for case in cases)
print(passed, len(cases) - passed if cases else 1)
