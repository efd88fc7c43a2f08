"""What is no office file is refused, and damage is told with its place."""

import json
from collections.abc import Callable
from typing import Any

import pytest

import resources
from model.errors import FileDamaged, FileTooNew, NotOurs, OfficeFileError
from model.file.file_shape import MOST_BYTES, MOST_FIELD, check_seal, check_shape, fault_in, parse
from model.file.upgrades import CURRENT

SOUND = resources.data("samples/示例.xxgk")
NAME = "年报.xxgk"


def sound() -> dict[str, Any]:
    data, version = parse(SOUND, NAME)
    assert version == CURRENT
    return data


def test_a_sound_file_has_nothing_to_complain_of() -> None:
    check_shape(sound(), NAME)


def test_a_file_with_remarks_is_sound() -> None:
    data = sound()
    slots(data).update(corrected={"1": CORRECTED, "2": {**CORRECTED, "day": "", "why": "", "places": []}})
    slots(data).update(remark={"1": REMARK, "12": {**REMARK, "cell": "", "when": "", "state": "done"}})
    check_shape(data, NAME)


def test_every_cut_is_noticed_and_told_with_line_and_column() -> None:
    for end in range(1, len(SOUND) - 2, 997):
        with pytest.raises(FileDamaged) as refused:
            parse(SOUND[:end], NAME)
        assert refused.value.place.startswith("第 "), refused.value.message


def test_the_place_of_a_break_is_the_line_of_its_record() -> None:
    lines = SOUND.split(b"\n")
    lines[9] = lines[9].replace(b":", b";", 1)
    with pytest.raises(FileDamaged, match=r"“年报.xxgk”已损坏（第 10 行第 \d+ 列，年度报告附近），没有打开"):
        parse(b"\n".join(lines), NAME)


def test_bytes_that_are_no_text_are_told_by_their_number() -> None:
    with pytest.raises(FileDamaged) as refused:
        parse(SOUND[:1000] + b"\xff" + SOUND[1001:], NAME)
    assert refused.value.place.startswith("第 1001 字节，2024 年度报告的填报数字“三、收到和处理")


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"%PDF-1.7", "年报".encode(), b"[1, 2]", b"\x00" * 100])
def test_another_kind_of_file_is_not_ours(content: bytes) -> None:
    with pytest.raises(NotOurs, match="不是年报助手的文件"):
        parse(content, NAME)


@pytest.mark.parametrize("version", ["", '"format": 0', '"format": true', '"format": "2"', '"format": 1.0'])
def test_a_file_without_a_format_version_is_refused(version: str) -> None:
    with pytest.raises((NotOurs, FileDamaged)):
        parse(b"{" + version.encode() + b"}", NAME)


def test_an_empty_file_is_damaged() -> None:
    with pytest.raises(FileDamaged, match="文件是空的"):
        parse(b"", NAME)


def test_a_newer_format_is_refused_and_not_guessed_at() -> None:
    with pytest.raises(FileTooNew, match=rf"格式 {CURRENT + 1}），请升级程序"):
        parse(json.dumps({"format": CURRENT + 1}).encode(), NAME)


@pytest.mark.parametrize("value", ["1.5", "1e3", "NaN", "Infinity", "9" * 5000, "[" * 100_000])
def test_numbers_and_nests_beyond_all_limits_are_damage(value: str) -> None:
    with pytest.raises(FileDamaged):
        parse(f'{{"format": 2, "x": {value}'.encode(), NAME)


def slots(data: dict[str, Any]) -> dict[str, Any]:
    found = data["reports"]["2025"]["slots"]
    assert isinstance(found, dict)
    return found


CELL = "applications.granted.natural_person"
TOTAL = "applications.granted.total"
GRANTED = "三、收到和处理政府信息公开申请情况：自然人·予以公开"
ALL_GRANTED = "三、收到和处理政府信息公开申请情况：总计·予以公开"
CORRECTED = {
    "day": "2026-02-10",
    "why": "漏填一件",
    "places": [{"part": "三、依申请公开", "name": "自然人·予以公开", "before": "21", "after": "22"}],
}
REMARK = {
    "page": "applications",
    "cell": CELL,
    "quote": "",
    "who": "王科长",
    "when": "2026-01-09",
    "text": "请核对",
    "state": "open",
}


@pytest.mark.parametrize(
    ("harm", "place"),
    [
        (lambda data: data.pop("reports"), "缺少年度报告"),
        (lambda data: data.update(origin=[]), "缺少文件标识"),
        (lambda data: data["origin"].clear(), "文件标识"),
        (lambda data: data["origin"]["1"].update(identity="x"), "文件标识"),
        (lambda data: data["origin"]["1"].update(save=-1), "文件标识"),
        (lambda data: data["origin"]["1"].update(time="gestern"), "文件标识"),
        (lambda data: data["origin"]["1"].update(more="x"), "文件标识"),
        (lambda data: data["origin"].update({"1": {}}), "文件标识"),
        (lambda data: data["office"]["1"].update(phone="1" * (MOST_FIELD + 1)), "单位资料“联系电话”"),
        (lambda data: data["office"].clear(), "缺少单位资料"),
        (lambda data: data["office"]["1"].update(phone=12), "单位资料“联系电话”"),
        (lambda data: data["office"]["1"].update({"x" * 99: 12}), f"单位资料“{'x' * 20}…”"),
        (lambda data: data["reports"].update(x={}), "x 年度报告"),
        (lambda data: data["reports"].update({"2023": 5}), "2023 年度报告"),
        (lambda data: data["reports"].update({"2023": {"form": "2099"}}), "2023 年度报告的格式版本"),
        (
            lambda data: data["reports"].update({"2023": {"form": "2021"}}),
            "2023 年度报告的内容（没有单位资料）",
        ),
        (lambda data: data["reports"]["2025"].update(slots=3), "2025 年度报告的内容（没有单位资料）"),
        (lambda data: slots(data).update(odd={}), "2025 年度报告的本程序不认识的内容“odd”"),
        (lambda data: slots(data)["cell"].update({CELL: "12"}), f"2025 年度报告的填报数字“{GRANTED}”"),
        (lambda data: slots(data)["cell"].update({CELL: True}), f"2025 年度报告的填报数字“{GRANTED}”"),
        (
            lambda data: slots(data)["cell"].update({CELL: {"decimal": "x"}}),
            f"2025 年度报告的填报数字“{GRANTED}”",
        ),
        (
            lambda data: slots(data)["cell"].update({CELL: {"decimal": "NaN"}}),
            f"2025 年度报告的填报数字“{GRANTED}”",
        ),
        (
            lambda data: slots(data)["cell"].update({CELL: {"decimal": "1e999999999"}}),
            f"2025 年度报告的填报数字“{GRANTED}”",
        ),
        (
            lambda data: slots(data)["cell"].update({CELL: {"decimal": "0E+999999"}}),
            f"2025 年度报告的填报数字“{GRANTED}”",
        ),
        (lambda data: slots(data)["cell"].update({CELL: 10**400}), f"2025 年度报告的填报数字“{GRANTED}”"),
        (
            lambda data: slots(data)["cell"].update({"a.b.c": 1}),
            "2025 年度报告的填报数字（表中没有的一格“a.b.c”）",
        ),
        (lambda data: slots(data)["cell"].update({TOTAL: 1}), f"2025 年度报告的填报数字“{ALL_GRANTED}”"),
        (lambda data: slots(data).update(declared={CELL: 1}), f"2025 年度报告的原报合计“{GRANTED}”"),
        (lambda data: slots(data).update(control={TOTAL: None}), f"2025 年度报告的核对合计“{ALL_GRANTED}”"),
        (lambda data: slots(data)["text"].update(overview=["x"]), "2025 年度报告的文字“一、总体情况”"),
        (lambda data: slots(data)["field"].update(year=2024), "2025 年度报告的单位资料“年度”"),
        (lambda data: slots(data)["field"].update(year="2025"), "2025 年度报告的单位资料“年度”"),
        (lambda data: slots(data)["field"].update(date="2026-1-5"), "2025 年度报告的单位资料“成文日期”"),
        (lambda data: slots(data)["field"].update(deadline=5), "2025 年度报告的单位资料“报送期限”"),
        (lambda data: slots(data).update(state={CELL: "guessed"}), f"2025 年度报告的导入状态“{GRANTED}”"),
        (lambda data: slots(data).update(stage={"now": "sealed"}), "2025 年度报告的报告状态"),
        (lambda data: slots(data).update(stage={"then": "signed"}), "2025 年度报告的报告状态"),
        (lambda data: slots(data).update(deed={"signed.day": "昨天"}), "2025 年度报告的办理记录“签发日期”"),
        (
            lambda data: slots(data).update(deed={"burnt.day": "2026-01-20"}),
            "2025 年度报告的办理记录“burnt.day”",
        ),
        (
            lambda data: slots(data).update(as_signed={f"cell:{CELL}": "12"}),
            f"2025 年度报告的签发时的内容（填报数字“{GRANTED}”）",
        ),
        (
            lambda data: slots(data).update(as_signed={"stage:now": "halb"}),
            "2025 年度报告的签发时的内容（报告状态）",
        ),
        (
            lambda data: slots(data).update(as_signed={f"ledger:{CELL}": 3}),
            f"2025 年度报告的签发时的内容（台账统计数“{GRANTED}”）",
        ),
        (lambda data: slots(data).update(corrected={"x": CORRECTED}), "2025 年度报告的以前的更正第 x 条"),
        (
            lambda data: slots(data).update(corrected={"1": {**CORRECTED, "day": "昨天"}}),
            "2025 年度报告的以前的更正第 1 条",
        ),
        (
            lambda data: slots(data).update(corrected={"1": {**CORRECTED, "places": [{"part": "三"}]}}),
            "2025 年度报告的以前的更正第 1 条",
        ),
        (
            lambda data: slots(data).update(corrected={"1": {**CORRECTED, "places": "三"}}),
            "2025 年度报告的以前的更正第 1 条",
        ),
        (lambda data: slots(data).update(corrected={"1": {"why": 5}}), "2025 年度报告的以前的更正第 1 条"),
        (lambda data: slots(data).update(sum={CELL: "=1+2"}), f"2025 年度报告的算式“{GRANTED}”"),
        (lambda data: slots(data).update(sum={CELL: 3}), f"2025 年度报告的算式“{GRANTED}”"),
        (
            lambda data: slots(data).update(sum={"a.b.c": "1+2"}),
            "2025 年度报告的算式（表中没有的一格“a.b.c”）",
        ),
        (lambda data: slots(data).update(order={"sections": "a"}), "2025 年度报告的章节顺序"),
        (lambda data: slots(data).update(explanation={"T3.4:x": "好"}), "2025 年度报告的说明“T3.4”"),
        (lambda data: slots(data).update(remark={"x": REMARK}), "2025 年度报告的意见第 x 条"),
        (
            lambda data: slots(data).update(remark={"9" * 5000: REMARK}),
            f"2025 年度报告的意见第 {'9' * 20}… 条",
        ),
        (
            lambda data: slots(data).update(remark={"1": {**REMARK, "cell": "a.b.c"}}),
            "2025 年度报告的意见第 1 条",
        ),
        (
            lambda data: slots(data).update(remark={"1": {**REMARK, "when": "昨天"}}),
            "2025 年度报告的意见第 1 条",
        ),
        (
            lambda data: slots(data).update(remark={"1": {**REMARK, "state": "半改"}}),
            "2025 年度报告的意见第 1 条",
        ),
        (lambda data: slots(data).update(remark={"1": {**REMARK, "text": 5}}), "2025 年度报告的意见第 1 条"),
        (lambda data: slots(data).update(remark={"1": {"text": "改"}}), "2025 年度报告的意见第 1 条"),
        (
            lambda data: slots(data).update(
                explanation={"T3.4:x": {"text": "好", "values": {"left": {"decimal": "x"}}}}
            ),
            "2025 年度报告的说明“T3.4”",
        ),
        (
            lambda data: slots(data).update(
                explanation={"T3.4:x": {"text": "好", "values": {"left": {"decimal": "1E+999999999"}}}}
            ),
            "2025 年度报告的说明“T3.4”",
        ),
        (lambda data: slots(data)["field"].update(office="局" * 4000), "2025 年度报告的单位资料“机关名称”"),
    ],
)
def test_what_is_not_of_its_kind_is_told_with_table_year_and_field(
    harm: Callable[[dict[str, Any]], object], place: str
) -> None:
    data = sound()
    harm(data)
    with pytest.raises(FileDamaged) as refused:
        check_shape(data, NAME)
    assert refused.value.place == place


def year_moved(year: int) -> dict[str, Any]:
    """The sample, its newest report moved to another year."""
    data = sound()
    slots(data)["field"].update(year=year)
    data["reports"][str(year)] = data["reports"].pop("2025")
    return data


@pytest.mark.parametrize("year", [3000, 10000, 10**18])
def test_a_year_that_no_report_has_is_damage(year: int) -> None:
    with pytest.raises(FileDamaged, match=f"{year} 年度报告的单位资料“年度”"):
        check_shape(year_moved(year), NAME)


def test_a_sound_file_agrees_with_its_seal() -> None:
    check_seal(sound(), CURRENT, NAME)


@pytest.mark.parametrize(
    ("harm", "place"),
    [
        (lambda data: slots(data)["cell"].update({CELL: 4321}), "2025 年度报告"),
        (lambda data: slots(data)["text"].update(overview="别的文字"), "2025 年度报告"),
        (lambda data: slots(data)["cell"].update({CELL: "12"}), f"2025 年度报告的填报数字“{GRANTED}”"),
        (lambda data: data["reports"].pop("2024"), "2024 年度报告"),
        (
            lambda data: data["reports"].update({"2023": data["reports"]["2024"]}),
            "2023 年度报告的单位资料“年度”",
        ),
        (lambda data: data["office"]["1"].update(phone="0500-6812346"), "单位资料"),
        (lambda data: data["origin"]["1"].update(save=7), "文件标识"),
        (lambda data: data.update(more={"1": {}}), "本程序不认识的部分“more”"),
        (lambda data: data.update(reports=3), "年度报告"),
        (lambda data: data["seal"].update(whole="0" * 32), "文件内容"),
        (lambda data: data["seal"].pop("office/1"), "单位资料"),
        (lambda data: data.pop("seal"), "文件内容"),
    ],
)
def test_what_is_not_as_it_was_saved_is_told_with_its_place(
    harm: Callable[[dict[str, Any]], object], place: str
) -> None:
    data = sound()
    harm(data)
    with pytest.raises(FileDamaged, match=f"（{place}与保存时的校验值不符）"):
        check_seal(data, CURRENT, NAME)


@pytest.mark.parametrize("version", range(1, CURRENT))
def test_a_file_with_a_seal_passes_for_no_older_one(version: int) -> None:
    with pytest.raises(FileDamaged, match="版本标记"):
        check_seal(sound(), version, NAME)


def test_blanks_and_ways_of_writing_a_character_are_no_damage() -> None:
    data = json.loads(json.dumps(json.loads(SOUND), indent=2, ensure_ascii=True))
    check_seal(data, CURRENT, NAME)


def test_what_is_too_large_is_not_ours() -> None:
    with pytest.raises(NotOurs, match="超过 64 MB"):
        parse(b"{" + b" " * MOST_BYTES, NAME)


def test_no_byte_changed_makes_the_program_stumble() -> None:
    """Whatever a broken disk does to a byte of a record: the file is refused, in Chinese."""
    for place in range(40, len(SOUND), 311):
        refused = refusal(place)
        assert refused is not None, place
        assert NAME in refused.message


def refusal(place: int) -> OfficeFileError | None:
    content = bytearray(SOUND)
    content[place] ^= 0x15
    try:
        data, version = parse(bytes(content), NAME)
        check_seal(data, version, NAME)
        check_shape(data, NAME)
    except OfficeFileError as refused:
        return refused
    return None


@pytest.mark.parametrize("value", [None, True, "12", 10**18, {"decimal": "NaN"}])
def test_what_has_changed_in_a_sound_record_is_looked_at(value: object) -> None:
    was, now = sound(), sound()
    slots(now)["cell"][CELL] = value
    place = fault_in(now["office"], now["reports"], was["reports"])
    assert place == f"2025 年度报告的填报数字“{GRANTED}”"


def test_a_slot_that_was_sound_in_one_form_is_looked_at_in_another() -> None:
    was, now = sound(), sound()
    now["reports"]["2025"]["form"] = "2019"
    assert fault_in(now["office"], now["reports"], was["reports"]).startswith("2025 年度报告的填报数字")
