"""The command line: new, import, show, check, export, merge. Results go to standard output, complaints to standard error.

Exit 0: done; 1: `check` found level E or another check code; 2: unusable input. No Qt here.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from export.products import EXTRAS, FORMATS, Printing, produce
from model.check_code import check_code, grouped, same_code
from model.compose import sections_of
from model.errors import AssistantError, FileDamaged, FileReadOnly
from model.findings import Finding, Level
from model.number_fields import expand
from model.office_content import Content
from model.office_file import OfficeFile, newest_sound_generation
from model.preamble import preamble_of
from model.report import Report, Slot, SlotKind
from model.safe_write import why
from model.values import Value, to_json, to_text

if TYPE_CHECKING:
    from model.check import Outcome
    from model.merge import RollUp

DONE: Final = 0
FAULTY: Final = 1
UNUSABLE: Final = 2

USAGE: Final = """\
用法：
  main.py [文件]                                打开窗口
  main.py new 文件 --office 单位 --year 年度    新建年度报告
  main.py import 来源 --into 文件 [--office 单位] [--year 年度]
                                                读入已有的年度报告（txt、html、docx、xlsx、pdf，- 为标准输入）
  main.py show 文件 [--year 年度] [--json]      显示报告内容
  main.py check 文件 [--year 年度] [--json]     核对报告
  main.py check 文件 [--year 年度] --code 校验码 核对打印件与文件是否一致
  main.py export 文件 --to 文件夹 [--year 年度] [--formats pdf,docx,xlsx,html] [--code]
                                                导出（另有 signoff 审签单、charts 图表等；PDF 可加
                                                --code 印校验码、--installed-faces 用本机字体）
  main.py merge 下级文件… --into 文件 --year 年度 [--office 单位]
                                                汇总各单位的报告（本级机关自己的报告也作为一份下级文件）
  main.py sample [--to 文件夹]                  打开示例"""


class Refused(AssistantError):
    """The command cannot be done with these arguments."""


def run(arguments: Sequence[str]) -> int:
    """Do the command and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")
    if arguments[0] in ("-h", "--help"):
        print(USAGE)
        return DONE
    if arguments[0] not in COMMANDS:
        what = "没有名为“{}”的文件，也没有这个命令" if len(arguments) == 1 else "不认识的命令“{}”"
        return complain(f"{what.format(arguments[0])}。\n{USAGE}")
    options = argparse.Namespace()
    try:
        _parser().parse_args(arguments, options)
        return COMMANDS[options.command](options)
    except FileDamaged as error:
        generation = newest_sound_generation(options.file)
        offer = f"\n可在窗口中打开此文件，恢复 {generation.name}。" if generation else ""
        return complain(error.message + offer)
    except AssistantError as error:
        return complain(error.message)
    except BrokenPipeError:
        # Whoever read the output has had enough; nothing must be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return complain(f"没有完成：{why(error)}")


def complain(sentence: str) -> int:
    """Say on standard error what is in the way and return the exit code for it."""
    print(sentence, file=sys.stderr)
    return UNUSABLE


def new(options: argparse.Namespace) -> int:
    """Make an office file with one begun report."""
    if not options.office.strip():
        raise Refused("请用 --office 写明单位名称")
    with OfficeFile.unsaved(Content({"office": options.office.strip()})) as office_file:
        office_file.start_year(options.year)
        _notice(office_file.save_as(options.file))
    print(f"已新建 {options.file}：{options.office.strip()} {options.year} 年度报告")
    return DONE


def import_report(options: argparse.Namespace) -> int:
    """Read a published report into a file, new or not; a year that is there already is compared and left alone."""
    from intake.limits import MOST_BYTES
    from intake.taking_in import differences, take_in, take_in_bytes

    wanted = {"office": options.office.strip() or None, "year": options.year}
    if str(options.source) == "-":
        taken = take_in_bytes(sys.stdin.buffer.read(MOST_BYTES), "标准输入", **wanted)
    else:
        taken = take_in(options.source, **wanted)
    report = taken.report
    print("\n".join((*taken.summary, *(f"没有读懂：{line}" for line in taken.unread))))
    with _into(options.file, report.office) as office_file:
        if office_file.read_only:
            raise FileReadOnly(f"“{options.file.name}”不能保存：{office_file.reason}")
        others = {other.office for other in office_file.reports.values()} - {report.office}
        existing = office_file.reports.get(report.year)
        if existing is None:
            office_file.add(report)
            _notice(office_file.save("导入") if office_file.path else office_file.save_as(options.file))
        elif slots := [each.slot for each in differences(existing, report)]:
            return complain(_compared(report, slots))
    if report.office and others:
        _notice(
            f"“{options.file.name}”原有{'、'.join(others)}的报告，读入的是{report.office}的；一个文件只应存一个单位的报告，请核对"
        )
    if not report.office:
        _notice("没有找到单位名称，请用 --office 写明后重新导入，或在窗口中补填")
    print(f"已读入 {options.file}")
    return DONE


def _compared(report: Report, slots: Sequence[Slot]) -> str:
    """What an import would change in a year that is there."""
    cells = [report.form.cells[slot.key].name for slot in slots if slot.key in report.form.cells]
    words = len(slots) - len(cells)
    listed = "、".join(cells[:10]) + ("等" if len(cells) > 10 else "")
    told = f"不同的数字 {len(cells)} 格{f'（{listed}）' if cells else ''}，不同的文字 {words} 处"
    return f"文件中已有 {report.year} 年度报告，没有改动。{told}；如要采用，请在窗口中导入并逐格选择"


def _into(path: Path, office: str) -> OfficeFile:
    """The file that a command puts a report into, a new one of `office` where there is none."""
    return OfficeFile.open(path) if path.exists() else OfficeFile.unsaved(Content({"office": office}))


def show(options: argparse.Namespace) -> int:
    """Print a report: numbers, words, and the states of imported cells that nobody has confirmed yet."""
    report, _ = _report(options)
    if not options.json:
        print("\n".join(_shown(report)))
        return DONE
    _print_json(
        {
            "office": report.office,
            "year": report.year,
            "form": report.form.id,
            "cells": {key: to_json(value) for key, value in report.values().items()},
            "preamble": expand(report, preamble_of(report)),
            "sections": [
                {
                    "id": section.id,
                    "heading": section.heading,
                    "text": expand(report, report.text(section.id)),
                }
                for section in sections_of(report)
            ],
            "states": report.of_kind(SlotKind.STATE),
        }
    )
    return DONE


def check_report(options: argparse.Namespace) -> int:
    """Print the verdict and the findings; exit 1 when one of them is an error."""
    # The rules take longer to load than anything else here, and an export has no need of them.
    from model.diagnosis.advisor import Advisor
    from model.rules.rule import Case

    report, last_year = _report(options)
    if options.code:
        return _matched(report, options.code)
    outcome = Advisor(Case(report, last_year)).outcome
    if options.json:
        findings = [_finding(finding) for finding in outcome.findings]
        _print_json({"verdict": outcome.verdict, "findings": findings})
    else:
        print("\n".join(_judged(report, outcome)))
    return FAULTY if any(finding.level is Level.ERROR for finding in outcome.findings) else DONE


def _matched(report: Report, code: str) -> int:
    """Tell whether the code on a print is this report's; exit 1 when it is not."""
    own = check_code(report)
    if same_code(code, own):
        print(f"校验码相符：{report.office}{report.year}年度报告与打印件内容一致")
        return DONE
    print(f"校验码不符：本文件的校验码是 {grouped(own)}，打印件之后内容有改动，或不是同一份报告")
    return FAULTY


def export(options: argparse.Namespace) -> int:
    """Write the report in the formats asked for and print the paths."""
    reports, year = _reports(options)
    formats = [name.strip().lower() for name in options.formats.split(",") if name.strip()]
    unknown = [name for name in formats if name not in (*FORMATS, *EXTRAS)]
    if unknown or not formats:
        raise Refused(f"不能导出“{'、'.join(unknown)}”格式，可用的格式：{','.join((*FORMATS, *EXTRAS))}")
    options.to.mkdir(parents=True, exist_ok=True)
    printing = Printing(options.code, options.installed_faces)
    for name in dict.fromkeys(formats):
        for path in produce(name, reports, year, options.to, printing):
            print(path)
    return DONE


def merge(options: argparse.Namespace) -> int:
    """Put the sum of the offices' reports into the report above them; nothing is written unless all could be counted."""
    from model.merge import RollUp

    roll_up = RollUp(options.year)
    with _into(options.file, options.office or options.file.stem) as above:
        if above.read_only:
            raise FileReadOnly(f"“{options.file.name}”不能保存：{above.reason}")
        not_counted = [path for path in options.children if not _counted(roll_up, path, options.file)]
        if not_counted:
            return complain(
                f"有 {len(not_counted)} 份没有计入，所以“{options.file.name}”没有改动；请处理后重新汇总"
            )
        report = above.reports.get(options.year) or above.start_year(options.year)
        before = report.values()
        roll_up.settle(report)
        _notice(above.save("汇总") if above.path else above.save_as(options.file))
    print("\n".join(_rolled_up(roll_up, report, before)))
    return DONE


def _counted(roll_up: "RollUp", path: Path, above: Path) -> bool:
    """Count one office's file, and tell at once what is wrong with it."""
    try:
        if path.exists() and above.exists() and path.samefile(above):
            raise Refused(f"“{path.name}”是汇总到的文件，不能同时是下级文件")
        child = roll_up.take(path)
    except AssistantError as error:
        complain(f"没有计入：{error.message}")
        return False
    faults = [f"有 {child.errors} 处必须改正"] if child.errors else []
    faults += [f"有 {child.blanks} 格未填"] if child.blanks else []
    if faults:
        print(f"已计入，但{'，'.join(faults)}：{child.office}")
    return True


def _rolled_up(roll_up: "RollUp", report: Report, before: Mapping[str, Value]) -> Iterator[str]:
    cells = report.form.cells
    for key, count in roll_up.unknown.items():
        yield f"留空，有 {count} 份未填：{cells[key].name}"
    for key in report.form.entered:
        if before[key] not in (None, report.value(key)):
            summed = to_text(report.value(key)) or "空白"
            yield f"原为 {to_text(before[key])}，现为 {summed}：{cells[key].name}"
    yield f"已将 {roll_up.count} 份 {roll_up.year} 年度报告汇总到{report.office}的报告"


def _reports(options: argparse.Namespace) -> tuple[Mapping[int, Report], int]:
    """The file's reports, and the year asked for, the newest one where none is named."""
    reports = OfficeFile.open(options.file, read_only=True).reports
    if not reports:
        raise Refused(f"“{options.file.name}”中还没有年度报告")
    year = max(reports) if options.year is None else options.year
    if year not in reports:
        known = "、".join(map(str, reports))
        raise Refused(f"“{options.file.name}”中没有 {year} 年度报告，有的年度：{known}")
    return reports, year


def _report(options: argparse.Namespace) -> tuple[Report, Report | None]:
    """The report asked for and that of the year before it."""
    reports, year = _reports(options)
    return reports[year], reports.get(year - 1)


def _notice(sentence: str) -> None:
    if sentence:
        print(sentence, file=sys.stderr)


def _print_json(data: Mapping[str, object]) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=1))


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "level": finding.level.value,
        "message": finding.message,
        "cells": list(finding.cells),
        "left": to_json(finding.left),
        "right": to_json(finding.right),
        "suggestions": [
            {"cell": s.cell, "from": to_json(s.old), "to": to_json(s.new), "why": s.why}
            for s in finding.suggestions
        ],
    }


def _shown(report: Report) -> Iterator[str]:
    yield f"{report.office} {report.year} 年度（{report.form.name}）"
    yield expand(report, preamble_of(report))
    for section in sections_of(report):
        yield f"\n{section.heading}"
        if report.text(section.id):
            yield expand(report, report.text(section.id))
        for table in report.form.tables_of(section.id):
            for key, cell in report.form.cells.items():
                if cell.table is table:
                    yield f"  {cell.name}：{to_text(report.value(key)) or '未填'}"


def _judged(report: Report, outcome: "Outcome") -> Iterator[str]:
    from model.check import BLANK

    yield f"{report.office} {report.year} 年度：{outcome.verdict}"
    for finding in outcome.findings:
        if finding.code != BLANK:
            yield f"{finding.level.word} {finding.code} {finding.message}"
            yield from (_suggested(report, finding))
    for section in report.form.sections:
        blanks = sum(f.code == BLANK and f.page == section.id for f in outcome.findings)
        if blanks:
            yield f"未填 {BLANK} {section.heading}：{blanks} 格"


def _suggested(report: Report, finding: Finding) -> Iterator[str]:
    for suggestion in finding.suggestions:
        old, new_value = to_text(suggestion.old) or "空白", to_text(suggestion.new) or "空白"
        yield f"  建议：{report.form.cells[suggestion.cell].name} {old} → {new_value}（{suggestion.why}）"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Refuse the arguments in Chinese; argparse itself speaks English."""
        raise Refused(f"命令的参数不对。\n{USAGE}") from argparse.ArgumentTypeError(message)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(add_help=False, allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in COMMANDS:
        command = commands.add_parser(name, add_help=False, allow_abbrev=False)
        command.add_argument("--year", type=int, required=name in ("new", "merge"))
        if name in ("import", "merge"):
            command.add_argument("--into", dest="file", type=Path, required=True)
            command.add_argument("--office", default="")
        if name == "import":
            command.add_argument("source", type=Path)
        elif name == "merge":
            command.add_argument("children", type=Path, nargs="+")
        else:
            command.add_argument("file", type=Path)
        if name == "new":
            command.add_argument("--office", required=True)
        if name in ("show", "check"):
            command.add_argument("--json", action="store_true")
        if name == "check":
            command.add_argument("--code", default="")
        if name == "export":
            command.add_argument("--to", type=Path, required=True)
            command.add_argument("--formats", default=",".join(FORMATS))
            command.add_argument("--code", action="store_true")
            command.add_argument("--installed-faces", action="store_true")
    return parser


COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "new": new,
    "import": import_report,
    "show": show,
    "check": check_report,
    "export": export,
    "merge": merge,
}
"""Name on the command line → what does it."""
