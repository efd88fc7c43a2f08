"""The check code: tells whether a signed print and a file say the same. Printed at a page's foot on request."""

import hashlib
import json
import re
from typing import Final

from model.number_fields import expand
from model.preamble import preamble_of, title_of
from model.report import Report
from model.sections import sections_of
from model.values import to_json

_LENGTH: Final = 12


def check_code(report: Report) -> str:
    """Return the first 12 hexadecimal digits of SHA-256 over all that the report says.

    What it says is every cell's value and every printed text, with number fields replaced by their numbers; not how it
    is printed, nor control totals, explanations or import states. The canonical form is JSON without spaces, UTF-8.
    """
    content = {
        "form": report.form.id,
        "office": report.office,
        "year": report.year,
        "date": report.field("date"),
        "title": title_of(report),
        "preamble": expand(report, preamble_of(report)),
        "sections": [
            [section.heading, expand(report, report.text(section.id))] for section in sections_of(report)
        ],
        "cells": {key: to_json(value) for key, value in report.values().items()},
    }
    canonical = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:_LENGTH].upper()


def grouped(code: str) -> str:
    """Return the code as it is printed: 9F2A 41C7 D03B."""
    return " ".join(re.findall(".{1,4}", code))


def same_code(typed: str, code: str) -> bool:
    """Whether what somebody typed from a print is this code; spaces, hyphens and case do not matter."""
    return re.sub(r"[\s-]", "", typed).upper() == code
