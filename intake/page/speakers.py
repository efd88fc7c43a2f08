"""Finds the office that speaks in a report: who publishes it, and of whose deeds it tells."""

import re
from collections import Counter
from typing import Final

from intake.office_names import is_full_name, is_office
from intake.page.texts import Texts

_PUBLISHED_BY: Final = re.compile(
    r"(?:现公布|现发布|特向社会公布|向社会公布|公布|现将|特?编制|制作|制定|本报告由|，由)(?:20\d\d\s*年度?)?"
    r"(?P<office>[\u4e00-\u9fff（）()]{3,30}?)(?=20\d\d\s*年|编制|制作|公布|政府信息公开(?:工作)?年度报告)"
)
_SPEAKING: Final = re.compile(
    r"(?:^|[，。；：]|是|由|结合)(?=(?!结合|根据|按照|依据|经|由|是|为|本|现|报|在|对|与)(?P<office>[\u4e00-\u9fff]{4,30}?)"
    r"(?:根据|按照|依据|依照|遵照|现将|现就|认真|积极|严格|深入|坚持|编制|制作|20\d\d\s*年))"
)
"""An office at the beginning of a clause, as it says what it did."""
_ACTING: Final = re.compile(
    r"(?:^|[，。；：,;:）)\n])(?=(?!结合|根据|按照|依据|经|由|是|为|本|现|报|在|对|与|通过)(?P<office>[\u4e00-\u9fff]{4,30}?)"
    r"(?:认真|积极|严格|深入|坚持|通过|紧紧|紧扣|围绕|高度重视|全面|持续|主动|共?(?:收到|受理|接到|办理)|未(?:收到|发生|接到)))"
)
"""The same within a report's sections, where other offices are spoken of as well."""
_OURSELVES: Final = re.compile(
    r"[我本全](?P<kind>市|县|区(?!域)|州|盟|旗|镇|乡|街道|局|委|办(?!公|理)|中心|院|校|厅|所|站|队|馆|公司)"
)
"""What an office calls itself: 我镇."""


def publisher(texts: Texts) -> str:
    """Return the office that a preamble says to publish the report, "" where it names none."""
    for match in _PUBLISHED_BY.finditer(texts.text("preamble").replace("\n", "")):
        if is_office(match["office"]):
            return match["office"]
    return ""


def speaker(texts: Texts) -> str:
    """Return the office that a preamble lets speak, by its full name, "" where there is none."""
    spoken = _SPEAKING.finditer(texts.text("preamble").replace("\n", ""))
    return next((match["office"] for match in spoken if is_full_name(match["office"])), "")


def acting(texts: Texts) -> str:
    """Return the office of whose deeds a report's sections tell first, by its full name, "" where there is none."""
    words = ("\n".join(lines) for lines in texts.sections.values())
    spoken = (match["office"] for text in words for match in _ACTING.finditer(text))
    return next(filter(is_full_name, spoken), "")


def calls_itself(texts: Texts, office: str) -> bool:
    """Whether a report's sections name an office, or mostly speak of themselves as what its name says it is: 我镇."""
    words = "\n".join("\n".join(lines) for lines in texts.sections.values())
    kinds = Counter(match["kind"] for match in _OURSELVES.finditer(words))
    return office in words or any(kind in office for kind, _ in kinds.most_common(1))
