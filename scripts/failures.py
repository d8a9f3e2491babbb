#!/usr/bin/env python3
"""The failed tests of a ctest report, each with the end of what it printed: failures.py REPORT.xml [LINES].

Status 1 where it names none, or there is no report.
"""

import sys
import xml.etree.ElementTree as ElementTree

WIDTH = 300  # characters shown of a line


def failed(report):
    """(name, ctest's reason, printed lines) of every test case that failed; skipped ones did not."""
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        failure = case.find("failure")
        if failure is not None:
            yield case.get("name"), failure.get("message", ""), (case.findtext("system-out") or "").rstrip().splitlines()


def main(report, lines="30"):
    status = 1
    try:
        failures = list(failed(report))
    except (OSError, ElementTree.ParseError) as problem:
        print(f"no report of ctest's: {problem}")
        return status
    for name, reason, printed in failures:
        status = 0
        print(f"FAILED {name} {reason}".rstrip())
        for line in printed[-int(lines):]:
            print(f"    {line[:WIDTH]}")
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
