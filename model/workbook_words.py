"""What our own workbook says of itself between the words of a report: they are written, and known again where it is read."""

from typing import Final

TEXTS_NOTE: Final = "白色格可以填写，每段文字占一行；花括号中的数字随各表更新。"
"""Below the title of the sheet of texts."""
TABLE_NOTE: Final = "白色格可以填写，灰色格自动合计；没有发生的请填 0。"
"""Below the heading of each table's sheet."""
CHECK: Final = "核对："
"""What the rows below a table begin with whose sums are compared there."""
FINDINGS: Final = "核对结果："
"""What the sheet of findings begins with, the last one that is seen."""
