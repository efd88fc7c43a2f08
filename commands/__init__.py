"""The command line: new, import, show, check, export, merge, count. Results go to standard output, complaints to standard error.

Exit 0: done; 1: `check` found level E or another check code; 2: unusable input. No Qt here.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from commands.answers import compared, judged, outcome_as_json, report_as_json, rolled_up, shown
from commands.arguments import COMMANDS, NAMED, SAMPLE, USAGE, Refused, parsed, refusal, usage_of
from export.output import is_put_aside
from export.products import PRODUCTS, Printing, produce, unprintable
from model.check_code import check_code, grouped, same_code
from model.days import day_words, today
from model.errors import AssistantError, FileChanged, FileDamaged, FileReadOnly
from model.file.generations import newest_sound_generation
from model.file.names import report_path
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.file.safe_write import why
from model.levels import Level
from model.preamble import level_of
from model.program import release
from model.report import Report

if TYPE_CHECKING:
    from intake.recognise import Recognition
    from model.merge import RollUp
    from model.outcome import Outcome

DONE: Final = 0
FAULTY: Final = 1
UNUSABLE: Final = 2


def run(arguments: Sequence[str]) -> int:
    """Do the command and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = _run(arguments)
        print(end="", flush=True)  # there may be no output at all
        return code
    except BrokenPipeError:
        # Whoever read the output has had enough; nothing must be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return complain(f"没有完成：{why(error)}")


def _run(arguments: Sequence[str]) -> int:
    if arguments[0] == "--version":
        print(f"年报助手 {release().sentence}")
        return DONE
    if arguments[0] in ("-h", "--help"):
        print(USAGE)
        return DONE
    if arguments[0] in NAMED and {"-h", "--help"} & {*arguments[1:]}:
        print(usage_of(arguments[0]))
        return DONE
    if arguments[0] == SAMPLE:  # with arguments that the window cannot be opened with
        return complain(refusal("", usage_of(SAMPLE)).message)
    if arguments[0] not in COMMANDS:
        what = "没有名为“{}”的文件，也没有这个命令" if len(arguments) == 1 else "不认识的命令“{}”"
        return complain(f"{what.format(arguments[0])}。\n{USAGE}")
    options = argparse.Namespace()
    try:
        options = parsed(arguments)
        return _DEEDS[options.command](options)
    except FileDamaged as error:
        generation = newest_sound_generation(options.file)
        offer = f"\n可在窗口中打开此文件，恢复 {generation.name}。" if generation else ""
        return complain(error.message + offer)
    except FileChanged as error:
        return complain(f"{error.message}，请再运行一次")
    except AssistantError as error:
        return complain(error.message)


def complain(sentence: str) -> int:
    """Say on standard error what is in the way and return the exit code for it."""
    print(sentence, file=sys.stderr)
    return UNUSABLE


def new(options: argparse.Namespace) -> int:
    """Make an office file with one begun report."""
    if not options.office.strip():
        raise Refused("请用 --office 写明单位名称")
    path = report_path(options.file)
    office = options.office.strip()
    with OfficeFile.unsaved(Content({"office": office, "level": level_of(office)})) as office_file:
        office_file.start_year(options.year)
        _notice(office_file.save_as(path))
    _notice(_not_yet(options.year))
    print(f"已新建 {path}：{office} {options.year} 年度报告")
    return DONE


def import_report(options: argparse.Namespace) -> int:
    """Read a published report into a file, new or not; a year that is there already is compared and left alone."""
    from intake.taking_in import differences

    taken = _read(options)
    report = taken.report
    doubts = (f"需要核对：{line}" for line in taken.doubts)
    print("\n".join((*taken.summary, *doubts, *(f"没有读懂：{line}" for line in taken.unread))))
    options.file = _named(options.file)
    with _into(options.file, report.office) as office_file:
        if office_file.read_only:
            raise FileReadOnly(f"“{options.file.name}”不能保存：{office_file.reason}")
        others = {other.office for other in office_file.reports.values()} - {report.office}
        existing = office_file.reports.get(report.year)
        if existing is None:
            office_file.add(report)
            _notice(office_file.save() if office_file.path else office_file.save_as(options.file))
        elif slots := [each.slot for each in differences(existing, report)]:
            return complain(compared(report, slots))
    if report.office and others:
        _notice(
            f"“{options.file.name}”原有{'、'.join(others)}的报告，读入的是{report.office}的；一个文件只应存一个单位的报告，请核对"
        )
    if not report.office:
        _notice("没有找到单位名称，请用 --office 写明后重新导入，或在窗口中补填")
    print(f"已读入 {options.file}")
    return DONE


def _read(options: argparse.Namespace) -> "Recognition":
    """What a source says, read in a process of its own; `-` is the standard input."""
    from intake.apart.office_suite import office_suite
    from intake.apart.reading_apart import ReadingApart
    from intake.apart.wire import BytesSource, FileSource, Request, Source
    from intake.errors import OldFormat
    from intake.readers.limits import MOST_BYTES

    source: Source = FileSource(options.source)
    if str(options.source) == "-":
        source = BytesSource(sys.stdin.buffer.read(MOST_BYTES), "标准输入")
    request = Request(source, options.office.strip() or None, options.year)
    try:
        return ReadingApart(request, convert=options.convert).result()
    except OldFormat as error:
        if options.convert or office_suite() is None:
            raise
        raise Refused(f"{error.message}；或加 --convert，用本机的办公软件转换后读入") from error


def _into(path: Path, office: str) -> OfficeFile:
    """The file that a command puts a report into, a new one of `office` where there is none."""
    return OfficeFile.open(path) if path.exists() else OfficeFile.unsaved(Content({"office": office}))


def _office_of(options: argparse.Namespace) -> str:
    """Whose report a new file gets: the office named, else the file's own name."""
    return options.office.strip() or str(options.file.stem)


def _put(office_file: OfficeFile, options: argparse.Namespace) -> None:
    """Save what was reckoned into the file that was named, and tell what in it was only supposed."""
    is_new = office_file.path is None
    _notice(office_file.save_as(options.file) if is_new else office_file.save())
    if is_new and not options.office.strip():
        _notice(
            f"没有用 --office 写明单位名称，暂以文件名“{options.file.stem}”为单位名称，请核对；不对的，请在窗口的封面页改正"
        )
    _notice(_not_yet(options.year))


def _not_yet(year: int) -> str:
    """Say that a year has not begun, "" where it has. It is no refusal: the clock of an old machine may be wrong."""
    return f"今天是 {day_words(today())}，{year} 年还没有到，请核对年度" if year > today().year else ""


def _named(path: Path) -> Path:
    """The file that a command writes: one that is there, or a new one under a name that will do. Raises NameRefused."""
    return path if path.exists() else report_path(path)


def show(options: argparse.Namespace) -> int:
    """Print a report: numbers, words, and the states of imported cells that nobody has confirmed yet."""
    reports, year = _reports(options)
    report = reports[year]
    if not options.json:
        print("\n".join(shown(report)))
        return DONE
    _print_json(report_as_json(report))
    return DONE


def check_report(options: argparse.Namespace) -> int:
    """Print the verdict and the findings; exit 1 when one of them is an error."""
    reports, year = _reports(options)
    report = reports[year]
    if options.code:
        return _matched(report, options.code)
    outcome = _outcome(reports, year)
    if options.before_filing:
        from commands.before_filing import as_json, in_words

        data, text = as_json(report, outcome), in_words(report, outcome)
    else:
        data, text = outcome_as_json(outcome), judged(report, outcome)
    if options.json:
        _print_json(data)
    else:
        print("\n".join(text))
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
    known = [product.name for product in PRODUCTS]
    unknown = [name for name in formats if name not in known]
    if unknown or not formats:
        why = f"不能导出“{'、'.join(unknown)}”格式" if unknown else "--formats 后面没有写格式"
        raise Refused(f"{why}，可用的格式：{','.join(known)}")
    options.to.mkdir(parents=True, exist_ok=True)
    printing = Printing(
        coded=options.code,
        installed_faces=options.installed_faces,
        saving=options.save_paper,
        charts=options.with_charts,
        comments=options.with_comments,
    )
    draft = not _outcome(reports, year).ready
    for name in dict.fromkeys(formats):
        for path in produce(name, reports, year, options.to, printing, draft=draft):
            print(path)
            if is_put_aside(path):
                _notice(f"原来的文件有改动，没有覆盖，已另存为“{path.name}”")
    for line in unprintable(reports[year], printing) if PRODUCTS[0].name in formats else ():
        _notice(line)
    if draft:
        _notice("报告尚不能上报，导出的文件已注明“草稿”")
    return DONE


def _outcome(reports: Mapping[int, Report], year: int) -> "Outcome":
    """What the checks say. The rules take longer to load than anything else here."""
    from model.diagnosis.advisor import Advisor
    from model.rules.rule import Case

    return Advisor(Case.among(reports, year)).outcome


def merge(options: argparse.Namespace) -> int:
    """Put the sum of the offices' reports into the report above them; nothing is written unless all could be counted."""
    from model.contributions import children_of
    from model.merge import RollUp

    options.file = _named(options.file)
    roll_up = RollUp(options.year)
    with _into(options.file, _office_of(options)) as above:
        if above.read_only:
            raise FileReadOnly(f"“{options.file.name}”不能保存：{above.reason}")
        not_counted = [path for path in options.children if not _counted(roll_up, path, options)]
        if not_counted:
            return complain(
                f"有 {len(not_counted)} 份没有计入，所以“{options.file.name}”没有改动；请处理后重新汇总"
            )
        report = above.reports.get(options.year) or above.start_year(options.year)
        before, former = report.values(), children_of(report)
        roll_up.settle(report)
        _put(above, options)
    print("\n".join(rolled_up(roll_up, report, before, former)))
    return DONE


def _counted(roll_up: "RollUp", path: Path, options: argparse.Namespace) -> bool:
    """Count one office's file, and tell at once what is wrong with it."""
    above: Path = options.file
    try:
        if path.exists() and above.exists() and path.samefile(above):
            raise Refused(f"“{path.name}”是汇总到的文件，不能同时是下级文件")
        child = roll_up.take(path, with_errors=options.with_errors)
    except AssistantError as error:
        complain(f"没有计入：{error.message}")
        return False
    faults = [f"有 {child.errors} 处必须改正"] if child.errors else []
    faults += [f"有 {child.blanks} 格未填"] if child.blanks else []
    if faults:
        print(f"已计入，但{'，'.join(faults)}：{child.office}")
    return True


def count(options: argparse.Namespace) -> int:
    """Count ledgers into the tables of a report; what was there and differs is told."""
    from commands.counting import count_as_json, count_into, counted

    options.file = _named(options.file)
    with _into(options.file, _office_of(options)) as office:
        old = office.reports.get(options.year)
        before = old.values() if old else {}
        ledger, found = count_into(office, options)
        report = office.reports[options.year]
        _put(office, options)
    if options.json:
        _print_json(count_as_json(ledger, found, report))
        return DONE
    print("\n".join(counted(ledger, found, report, before or dict.fromkeys(report.values()))))
    print(f"已统计到 {options.file}")
    return DONE


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


def _notice(sentence: str) -> None:
    if sentence:
        print(sentence, file=sys.stderr)


def _print_json(data: Mapping[str, object]) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=1))


_DEEDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "new": new,
    "import": import_report,
    "show": show,
    "check": check_report,
    "export": export,
    "merge": merge,
    "count": count,
}
"""Name on the command line → what does it."""
