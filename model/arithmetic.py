"""The arithmetic that forms may lay down: the code of each relation, what it says, and where it is laid down.

A form's file names these codes with its sums, balances and bounds. They are checked because they stand there.
"""

from typing import Final, NamedTuple


class Relation(NamedTuple):
    """A kind of arithmetic identity: its name for the clerk, its formula in the form's words, its source."""

    title: str
    formula: str
    source: str


_OLDER: Final = "国办发〔2014〕32号"
SIX: Final = "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号"
"""The notices that laid down the form of six sections."""
_SUM: Final = "分项之和应等于合计"

ARITHMETIC: Final = {
    "T3.1": Relation(
        "各类申请人之和应等于总计", "每一行：自然人＋各类法人或其他组织＝总计", f"{SIX}，第三部分表格"
    ),
    "T3.2": Relation(
        "办理结果各项之和应等于（七）总计",
        "每一列：（一）至（六）各项之和＝（七）总计",
        f"{SIX}，第三部分表格",
    ),
    "T3.3": Relation(
        "第一项加第二项之和，应等于第三项加第四项之和",
        "每一列：一＋二＝三（七）＋四",
        f"{SIX}，第三部分表格左上角",
    ),
    "T4.1": Relation(
        "各种结果之和应等于总计",
        "每一组：结果维持＋结果纠正＋其他结果＋尚未审结＝总计",
        f"{SIX}，第四部分表格",
    ),
    "P1": Relation(_SUM, "收到申请数＝当面＋传真＋网络＋信函", _OLDER),
    "P2": Relation(_SUM, "申请办结数＝按时办结数＋延期办结数", _OLDER),
    "P3": Relation(_SUM, "申请答复数＝八种答复之和", _OLDER),
    "P4": Relation(_SUM, "不同意公开答复数＝六种理由之和", _OLDER),
    "P5": Relation(_SUM, "行政复议数量＝维持＋纠错＋其他", _OLDER),
    "P6": Relation(_SUM, "行政诉讼数量＝维持或驳回＋纠错＋其他", _OLDER),
    "P7": Relation(_SUM, "工作人员数＝专职＋兼职", _OLDER),
    "P8": Relation("其中项应不大于总项", "规范性文件数、负责人出席数、负责人参加数各不大于其总数", _OLDER),
}
"""Code → relation. A code is printed on paper and kept in files: none is ever renamed."""
