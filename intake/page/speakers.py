"""Finds the office that speaks in a report: who publishes it, and of whose deeds it tells."""

import re
from collections import Counter
from typing import Final

from intake.office_names import is_full_name, is_office
from intake.page.texts import Texts
from intake.page.titles import YEAR, is_title, office_in

_PUBLISHED_BY: Final = re.compile(
    r"(?:现公布|现发布|特向社会公布|向社会公布|公布|现将|特?编制|制作|制定|本报告由|，由)(?:20\d\d\s*年度?)?"
    r"(?P<office>[\u4e00-\u9fff（）()]{3,30}?)(?=20\d\d\s*年|编制|制作|公布|政府信息公开(?:工作)?年度报告)"
)
_SPEAKING: Final = re.compile(
    r"(?:^|[，。；：]|是|由|结合|要求)(?=(?!结合|根据|按照|依据|经|由|是|为|本|现|报|在|对|与)(?P<office>[\u4e00-\u9fff]{4,30}?)"
    r"(?:根据|按照|依据|依照|遵照|现将|现就|认真|积极|严格|深入|坚持|编制|制作|20\d\d\s*年))"
)
"""An office at the beginning of a clause, as it says what it did."""
_ACTING: Final = re.compile(
    r"(?:^|[，。；：,;:）)\n])(?=(?!结合|根据|按照|依据|经|由|是|为|本|现|报|在|对|与|通过)(?P<office>[\u4e00-\u9fff]{4,30}?)"
    r"(?:认真|积极|严格|深入|坚持|通过|紧紧|紧扣|围绕|高度重视|全面|持续|主动|共?(?:收到|受理|接到|办理)|未(?:收到|发生|接到)))"
)
"""The same within a report's sections, where other offices are spoken of as well."""
_QUOTED: Final = re.compile(r"《([^《》]{10,60})》")
_ASKED: Final = re.compile(
    r"(?:联系|咨询|垂询|[与向])[:：]?(?P<office>[\u4e00-\u9fff]{4,30}?)(?=办公室|联系|咨询|反映|[，,。；;（(])"
)
"""Whom a preamble tells its readers to ask."""
_PLACES: Final = "省市县区旗州"
_OURSELVES: Final = re.compile(
    r"[我本全](?P<kind>市|县|区(?!域)|州|盟|旗|镇|乡|街道|局|委|办(?!公|理)|中心|院|校|厅|所|站|队|馆|公司)"
)
"""What an office calls itself: 我镇."""


def publisher(texts: Texts) -> str:
    """Return the office that a preamble says to publish the report, or has in its title, "" where it names none."""
    preamble = texts.text("preamble").replace("\n", "")
    for match in _PUBLISHED_BY.finditer(preamble):
        if is_office(match["office"]):
            return match["office"]
    quoted = [words for words in _QUOTED.findall(preamble) if YEAR.search(words) and is_title(words)]
    return next(filter(is_full_name, map(office_in, quoted)), "")


def speaker(texts: Texts) -> str:
    """Return the office that a preamble lets speak, by its full name, "" where there is none."""
    spoken = _SPEAKING.finditer(texts.text("preamble").replace("\n", ""))
    return next((match["office"] for match in spoken if is_full_name(match["office"])), "")


def asked(texts: Texts) -> str:
    """Return the office that a preamble tells its readers to ask, by its full name, where the sections speak of it: 区水利局.

    "" where there is none: another may answer for the one that reports, as a government's office does.
    """
    words = "\n".join(texts.text(section) for section in texts.sections if section != "preamble")
    named = [match["office"] for match in _ASKED.finditer(texts.text("preamble").replace("\n", ""))]
    full = [name for name in named if is_full_name(name) and not name.endswith("政府")]
    return next((name for name in full if any(short in words for short in _shorter(name))), "")


def _shorter(name: str) -> list[str]:
    """An office's name as it is spoken of at its own place, without that place's name: 区水利局."""
    return [name[place:] for place in range(1, len(name) - 3) if name[place] in _PLACES]


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
