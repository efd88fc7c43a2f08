"""What may be a part for what stands beside it."""

from model.prose.claim import Kind
from tests.model.prose.telling import claims


def kinds_of(text: str) -> list[tuple[int, Kind]]:
    return [(int(claim.quantity.low), claim.kind) for claim in claims(text)]


def test_an_answer_amid_results_is_at_most_all() -> None:
    assert (8, Kind.AT_MOST) in kinds_of("政府信息公开申请予以公开2件、答复8件、不予公开2件。")
    assert (12, Kind.COUNT) in kinds_of("政府信息公开申请予以公开8件、不予公开4件，共答复12件。")


def test_what_one_office_received_beside_others_is_a_part() -> None:
    assert (12, Kind.AT_MOST) in kinds_of("局机关收到政府信息公开申请12件，下属单位收到7件。")
    assert (29, Kind.AT_MOST) in kinds_of("市政府共受理政府信息公开申请29件，各乡镇共受理24件。")
