"""Reports to print: an invented office, sentences of our own, plausible figures."""

from model.compose import compose
from model.document import Document
from model.form_file import form_for
from model.report import Report, Slot, SlotKind

OFFICE = "清河县行政审批服务局"
OVERVIEW = """2024年，我局围绕群众关切公开信息，全年主动公开信息12,345条，网址https://www.example.gov.cn/zwgk。
（一）主动公开。制定《信息公开审查办法》《信息发布规程》等8件文件（“一件事”类5件），发布解读32篇。
（二）依申请公开。全年新收申请126件，办结率达99.5%，联系人：王喆、李堃、赵昇、钱镕。
（三）政府信息管理
1.健全制度。严格执行“先审查、后公开”；公开前核对涉密、敏感内容，做到一文一审。
（四）政府信息公开平台建设。全年访问量34.6万人次，同比增长12.8%，咨询电话0517-83600000。
（五）监督保障。组织培训3次，参训450人次。"""
PROBLEMS = """存在的主要问题：一是解读形式单一；二是答复质量有待提高。
改进情况：（1）运用图解、短视频等方式；（2）疑难申请集体研究、法制审核。"""


def report(year: int = 2024, office: str = OFFICE, *, filled: bool = True) -> Report:
    """A report with words in every text section and, if `filled`, a number in every cell."""
    made = Report(form_for(year), office, year)
    for section in made.form.sections:
        if section.kind == "text":
            words = OVERVIEW if section is made.form.sections[0] else PROBLEMS
            made.set([(Slot(SlotKind.TEXT, section.id), words)])
    if filled:
        made.set((Slot(SlotKind.CELL, key), 7 * at % 5000) for at, key in enumerate(made.form.entered, 1))
    fields = {"date": f"{year + 1}-01-20", "phone": "0517-83600000", "website": "https://www.example.gov.cn"}
    made.set((Slot(SlotKind.FIELD, name), value) for name, value in fields.items())
    return made


def document(year: int = 2024, office: str = OFFICE, *, filled: bool = True) -> Document:
    """The same as a Document."""
    return compose(report(year, office, filled=filled))
