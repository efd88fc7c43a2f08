"""Who applied: kinds of applicants told beside each other in one list."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from model.prose.claim_words import Vocabulary
from model.prose.line import Line

_KINDS: Final = ("enterprise", "research", "nonprofit", "legal_service", "other_organisation")
"""The columns of those who are no persons."""
_COMPANY: Final = "company"


def tell_kinds_apart(lines: Sequence[Line], known: Vocabulary) -> None:
    """企业3件，律师事务所1件，其他2件: beside other kinds, companies are not all that are no persons, nor are 其他.

    They are the column of that name, 其他 also all columns that are not told.
    """
    told = {name for line in lines if line.told is not None for name in line.told.names}
    named = told & {*_KINDS, _COMPANY}
    if len(named) == 1 or not named:
        return
    columns = {kind: known.meanings["application"][kind].readings[0] for kind in _KINDS}
    told = told | {"enterprise"} if _COMPANY in told else told
    untold = tuple(
        field
        for kind, reading in columns.items()
        if kind not in told or kind == "other_organisation"
        for field in reading
    )
    for line in lines:
        if line.told is not None and line.told.names == (_COMPANY,):
            line.told = replace(line.told, readings=line.told.readings[:1])
        elif line.told is not None and line.told.names == ("other_organisation",):
            readings = dict.fromkeys((line.told.readings[0], untold))
            line.told = replace(line.told, readings=tuple(readings), sure=False)
