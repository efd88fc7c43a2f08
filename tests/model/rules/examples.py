"""One passing and one failing case for each code of the catalogue, with the numbers and words its message must show."""

from decimal import Decimal

from model.report import Slot, SlotKind
from model.rules.rule import Case
from tests.model.drafts import OVERVIEW, applications, case, finished, put
from tests.model.rules.formal_examples import FORMALITIES, Example, told

PERSON = "natural_person"


def _blank_cell() -> Case:
    report = finished()
    report.set([(Slot(SlotKind.CELL, "disclosure.licences.decisions"), None)])
    return Case(report)


def _declared(key: str, value: int, cells: dict[str, str] | None = None) -> Case:
    return Case(put(finished(cells=cells), key, value))


def _statistics(**rows: str) -> Case:
    return case(2016, {f"statistics.{row}.count": value for row, value in rows.items()})


def _statistics_declared(row: str, value: int, **rows: str) -> Case:
    report = finished(2016, {f"statistics.{name}.count": number for name, number in rows.items()})
    return Case(put(report, f"statistics.{row}.count", value))


def _part(total: str, part: str, words: str, code: str) -> Example:
    return Example(
        code,
        lambda: _statistics(**{part: "7"}),
        lambda: _statistics_declared(total, 9, **{part: "7"}),
        ("7", "9", "相差 2", words),
    )


def _documents(in_force: str, issued: str, repealed: str) -> dict[str, str]:
    values = {"in_force": in_force, "issued": issued, "repealed": repealed}
    return {f"disclosure.normative_documents.{column}": value for column, value in values.items()}


def _licences(number: str) -> dict[str, str]:
    return {"disclosure.licences.decisions": number}


def _merged(number: int) -> Case:
    """Three licences in the report, another number of them in the reports merged into it."""
    report = finished(cells=_licences("3"))
    report.set([(Slot(SlotKind.ROLL_UP, "disclosure.licences.decisions"), number)])
    return Case(report)


def _counted(count: int) -> Case:
    """Two applications of persons in the report, another number of them in the ledger."""
    key = f"applications.received.{PERSON}"
    report = finished(cells={key: "2", f"applications.granted.{PERSON}": "2"})
    report.set([(Slot(SlotKind.LEDGER, key), count)])
    return Case(report)


def _busy(penalties: int) -> dict[str, str]:
    """Five numbers that are not 0, the last of them given."""
    return (
        applications(3, 3)
        | _documents("9", "0", "0")
        | _licences("4")
        | {"disclosure.penalties.decisions": str(penalties)}
    )


def _fees(amount: str) -> dict[str, str]:
    return {"disclosure.fees.amount": amount}


def _disputes(**groups: str) -> dict[str, str]:
    return {f"disputes.{group}.upheld": value for group, value in groups.items()}


def _report(key: str, value: int | Decimal) -> Case:
    return Case(put(finished(), key, value))


CELLS = (
    Example("C1", case, lambda: _report("disclosure.licences.decisions", -3), ("-3", "行政许可")),
    Example(
        "C2",
        case,
        lambda: _report("disclosure.fees.amount", Decimal("1.2345678")),
        ("1.2345678", "行政事业性收费"),
    ),
    Example("C3", case, _blank_cell, ("未填", "行政许可")),
    Example("C4", case, lambda: case(cells=_licences("1234567890")), ("1234567890", "行政许可")),
    Example(
        "C5",
        lambda: case(cells=_busy(7), last=_busy(6)),
        lambda: case(cells=_busy(7), last=_busy(7)),
        ("166 个数", "5 个不为 0", "与上年报告相同"),
    ),
)

TABLES = (
    Example(
        "T3.1",
        lambda: case(cells=applications(5, 5)),
        lambda: _declared("applications.received.total", 7, applications(5, 5)),
        ("自然人（5）", "总计（7）", "相差 2"),
    ),
    Example(
        "T3.2",
        lambda: case(cells=applications(5, 5)),
        lambda: _declared("applications.handled_total.natural_person", 7, applications(5, 5)),
        ("＝5", "（七）总计（7）", "相差 2", "自然人列"),
    ),
    Example(
        "T3.3",
        lambda: case(cells=applications(3001, 3002, 34, 33)),
        lambda: case(cells=applications(3001, 3030, 34, 0)),
        ("三、自然人列：一（3001）＋二（34）＝3035，三（七）总计（3030）＋四（0）＝3030，相差 5",),
    ),
    Example(
        "T3.4",
        lambda: case(cells=applications(5, 8, 3), last=applications(5, 2, 0, 3)),
        lambda: case(cells=applications(5, 8, 3), last=applications(5, 3, 0, 2)),
        ("自然人列", "（3）", "（2）", "相差 1", "四、结转下年度继续办理"),
    ),
    Example(
        "T3.5",
        lambda: case(cells=applications(10, 7, 0, 3)),
        lambda: case(cells=applications(10, 6, 0, 4)),
        ("（4）", "＝10", "结转下年度继续办理", "30%"),
    ),
    Example(
        "T3.7",
        lambda: case(cells={"applications.other_fee_unpaid.enterprise": "2"}),
        lambda: case(
            cells={"applications.other_fee_unpaid.enterprise": "2"}, texts={"other_matters": "无。"}
        ),
        ("（2）", "没有写到信息处理费", "逾期未按收费通知要求缴纳费用"),
    ),
    Example(
        "T4.1",
        lambda: case(cells=_disputes(review="5")),
        lambda: _declared("disputes.review.total", 6, _disputes(review="5")),
        ("行政复议", "结果维持（5）", "总计（6）", "相差 1"),
    ),
    Example(
        "T4.2",
        lambda: case(cells=applications(3, 3) | _disputes(review="2")),
        lambda: case(cells=_disputes(review="2")),
        ("2 件", "总计为 0", "行政复议"),
    ),
    Example(
        "T4.4",
        lambda: case(cells=_disputes(suit_after_review="3", review="1"), last=_disputes(review="2")),
        lambda: case(cells=_disputes(suit_after_review="4", review="1"), last=_disputes(review="2")),
        ("复议后起诉总计（4）", "本年（1）", "上年（2）＝3"),
    ),
    Example(
        "T2.1",
        lambda: case(cells=_documents("12", "4", "2"), last=_documents("10", "0", "0")),
        lambda: case(cells=_documents("13", "4", "2"), last=_documents("10", "0", "0")),
        (
            "行政规范性文件",
            "现行有效件数（10）",
            "本年制发件数（4）",
            "本年废止件数（2）＝12",
            "为 13",
            "相差 1",
        ),
    ),
    Example(
        "T2.2",
        lambda: case(cells=_documents("2", "4", "2")),
        lambda: case(cells=_documents("1", "4", "2")),
        ("行政规范性文件", "现行有效件数（1）", "＝2"),
    ),
    Example(
        "T2.3",
        lambda: case(cells={"disclosure.regulations.in_force": "11"}, office="丙市人民政府"),
        lambda: case(cells={"disclosure.regulations.in_force": "11"}),
        ("规章", "现行有效件数（11）", "应为 0", "甲县乙局"),
    ),
    Example(
        "T2.4",
        lambda: case(cells=_licences("150"), last=_licences("100")),
        lambda: case(cells=_licences("151"), last=_licences("100")),
        ("行政许可", "本年（151）", "上年（100）", "增加 51"),
    ),
    Example(
        "T2.5",
        lambda: case(cells=_fees("99.9"), last=_fees("1")),
        lambda: case(cells=_fees("100"), last=_fees("1")),
        ("行政事业性收费", "本年（100）", "上年（1）", "万元"),
    ),
    Example(
        "B3",
        lambda: case(
            2020, {"disclosure.regulations.disclosed": "3", "disclosure.regulations.disclosed_total": "3"}
        ),
        lambda: case(
            2020, {"disclosure.regulations.disclosed": "3", "disclosure.regulations.disclosed_total": "1"}
        ),
        ("规章", "对外公开总数量（1）", "本年新公开数量（3）", "相差 2"),
    ),
    Example(
        "B4",
        lambda: case(
            2020,
            {"disclosure.penalties.items_last_year": "92"},
            last={"disclosure.penalties.items_last_year": "100", "disclosure.penalties.change": "-8"},
        ),
        lambda: case(
            2020,
            {"disclosure.penalties.items_last_year": "100"},
            last={"disclosure.penalties.items_last_year": "100", "disclosure.penalties.change": "-8"},
        ),
        ("行政处罚", "上一年项目数量（100）", "100-8＝92", "相差 8"),
    ),
)

STATISTICS = (
    _part("received", "received_online", "收到申请数", "P1"),
    _part("handled", "handled_in_time", "申请办结数", "P2"),
    _part("answered", "granted", "申请答复数", "P3"),
    _part("refused", "refused_privacy", "不同意公开答复数", "P4"),
    _part("review", "review_upheld", "行政复议数量", "P5"),
    _part("suit", "suit_upheld", "行政诉讼数量", "P6"),
    _part("staff", "staff_part_time", "从事政府信息公开工作人员数", "P7"),
    Example(
        "P8",
        lambda: _statistics(disclosed="9", disclosed_normative="9"),
        lambda: _statistics(disclosed="9", disclosed_normative="12"),
        ("主动公开规范性文件数（12）", "（9）", "多出 3"),
    ),
    Example(
        "P9",
        lambda: _statistics(granted="4", handled_in_time="4"),
        lambda: _statistics(granted="4", handled_in_time="5"),
        ("申请答复数（4）", "申请办结数（5）", "相差 1"),
    ),
    Example(
        "P10",
        lambda: _statistics(disclosed="9", by_website="9"),
        lambda: _statistics(disclosed="9", by_website="6"),
        ("（6）", "（9）", "相差 3", "主动公开政府信息数"),
    ),
)


def _grown(words: str, cells: dict[str, str], last: dict[str, str]) -> Case:
    return case(2023, cells, {"overview": f"{OVERVIEW}\n{words}"}, last=last)


NARRATIVE = (
    Example(
        "N1",
        lambda: told("全年共收到政府信息公开申请170件。", applications(170, 170)),
        lambda: told("全年共收到政府信息公开申请134件。", applications(170, 170)),
        ("收到政府信息公开申请134件", "三、“一、本年新收政府信息公开申请数量”总计（170）", "相差 36"),
    ),
    Example(
        "N2",
        lambda: told("上年结转政府信息公开申请3件。", applications(5, 8, 3)),
        lambda: told("上年结转政府信息公开申请4件。", applications(5, 8, 3)),
        ("上年结转政府信息公开申请4件", "上年结转政府信息公开申请数量”总计（3）", "相差 1"),
    ),
    Example(
        "N3",
        lambda: told("政府信息公开申请共办结8件。", applications(5, 8, 3)),
        lambda: told("政府信息公开申请共办结5件。", applications(5, 8, 3)),
        ("共办结5件”（5）", "（七）总计”总计（8）", "相差 3"),
    ),
    Example(
        "N4",
        lambda: told("另有2件结转下年度继续办理。", applications(5, 3, 0, 2)),
        lambda: told("结转下年度继续办理1件。", applications(5, 3, 0, 2)),
        ("结转下年度继续办理1件", "四、结转下年度继续办理”总计（2）", "相差 1"),
    ),
    Example(
        "N5",
        lambda: told("政府信息公开申请中，予以公开5件，不予公开0件。", applications(5, 5)),
        lambda: told("政府信息公开申请中，予以公开4件。", applications(5, 5)),
        ("予以公开4件", "（一）予以公开”总计（5）", "相差 1"),
    ),
    Example(
        "N6",
        lambda: told(
            "因政府信息公开引发的行政复议2件，行政诉讼0件。", applications(3, 3) | _disputes(review="2")
        ),
        lambda: told("因政府信息公开引发的行政复议3件。", applications(3, 3) | _disputes(review="2")),
        ("行政复议3件", "行政复议·总计（2）", "相差 1"),
    ),
    Example(
        "N7",
        lambda: told("全年制发规范性文件4件。", _documents("9", "4", "0")),
        lambda: told("全年制发规范性文件5件。", _documents("9", "4", "0")),
        ("制发规范性文件5件", "本年制发件数（4）", "相差 1"),
    ),
    Example(
        "N8",
        lambda: told(
            "政府信息公开申请中，予以公开的占66.7%。",
            applications(3, 2) | {"applications.partial.natural_person": "1"},
        ),
        lambda: told(
            "政府信息公开申请中，予以公开的占65.7%。",
            applications(3, 2) | {"applications.partial.natural_person": "1"},
        ),
        ("65.7%", "予以公开数（2）÷办结申请总数（3）＝66.7%"),
    ),
    Example(
        "N9",
        lambda: told("全年未收到政府信息公开申请。"),
        lambda: told("全年未收到政府信息公开申请。", applications(3, 3)),
        ("未收到政府信息公开申请", "（0）", "本年新收政府信息公开申请数量”总计（3）"),
    ),
    Example(
        "N11",
        lambda: told("收到政府信息公开申请5件，其中自然人申请5件。", applications(5, 5)),
        lambda: told("收到政府信息公开申请5件，其中自然人申请4件。", applications(5, 5)),
        ("自然人申请4件", "自然人（5）", "相差 1", "读作：本机关 · 自然人 · 政府信息公开申请 · 本年"),
    ),
    Example(
        "N12",
        lambda: told("因政府信息公开引发行政复议2件，结果维持2件。", _disputes(review="2")),
        lambda: told("因政府信息公开引发行政复议2件，结果维持1件。", _disputes(review="2")),
        ("结果维持1件", "（2）", "相差 1"),
    ),
    Example(
        "N13",
        lambda: _grown("收到政府信息公开申请6件，同比增长20%。", applications(6, 6), applications(5, 5)),
        lambda: _grown("收到政府信息公开申请6件，同比增长25%。", applications(6, 6), applications(5, 5)),
        ("同比增长25%", "本年 6，上年 5", "增长 20%"),
    ),
    Example(
        "N14",
        lambda: told("全年组织培训12场，其中线上7场、线下5场。"),
        lambda: told("全年组织培训12场，其中线上8场、线下5场。"),
        ("8＋5＝13", "总数写的是 12", "相差 1"),
    ),
    Example(
        "N15",
        lambda: told("全年主动公开政府信息320条。\n总的来看，工作有序。2023年共主动公开政府信息320条。"),
        lambda: told("全年主动公开政府信息320条。\n总的来看，工作有序。2023年共主动公开政府信息321条。"),
        ("主动公开政府信息321条", "主动公开政府信息320条", "数不一样"),
    ),
    Example(
        "N16",
        lambda: told("收到政府信息公开申请12件，其中自然人12件，办出12件。", applications(12, 12)),
        lambda: told("收到政府信息公开申请12件，其中自然人12件，办出13件。", applications(12, 12)),
        ("办出13件", "（12）", "相差 1", "可能是 · 办结"),
    ),
    Example(
        "N17",
        lambda: told("两个专栏分别更新120条和34条，两栏合计154条。"),
        lambda: told("两个专栏分别更新120条和34条，两栏合计145条。"),
        ("120＋34＝154", "写的是 145"),
    ),
    Example(
        "N18",
        lambda: _grown("收到政府信息公开申请6件，较上年明显增加。", applications(6, 6), applications(5, 5)),
        lambda: _grown("收到政府信息公开申请6件，较上年明显减少。", applications(6, 6), applications(5, 5)),
        ("较上年明显减少", "本年 6，上年 5", "实际增长 1（20%）"),
    ),
    Example(
        "N10",
        lambda: told("主动公开信息300条。"),
        lambda: told("主动公开信息  条。"),
        ("主动公开信息  条", "漏填"),
    ),
)

LEDGER = (Example("L1", lambda: _counted(2), lambda: _counted(5), ("自然人", "新收", "2", "5", "相差 3")),)

ROLL_UP = (
    Example("A1", lambda: _merged(3), lambda: _merged(5), ("行政许可·本年处理决定数量", "3", "5", "相差 2")),
)

EXAMPLES = (*CELLS, *TABLES, *STATISTICS, *NARRATIVE, *FORMALITIES, *LEDGER, *ROLL_UP)
