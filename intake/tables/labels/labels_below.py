"""Labels in lines may stand below their numbers: each then seems to be that of the row before its own.

A table read so has no numbers for its last label, as one whose last row is blank has none; the sums over its rows tell which.
"""

from intake.tables.labels.label_lines import is_bare
from intake.tables.rows.readings import Reading
from intake.tables.rows.second_table import rows_like
from intake.tables.sums_over_rows import Values, summed
from model.form import Form, FormTable


def may_stand_below(form: Form, table: FormTable, reading: Reading, known: Values) -> bool:
    """Return whether labels may be those of the rows above them: on lines of their own, the last without numbers behind it.

    `known` is what the rows say as they were read; sums that hold bear them out.
    """
    entries = reading.entries[: reading.end]
    told = [entries[index] for index in reading.pairs if entries[index].numbers]
    labels = [entry for entry in entries if rows_like(entry, reading.targets)]
    if not labels or labels[-1].values or not all(map(is_bare, told)):
        return False
    identities = [identity for identity in form.identities if identity.table == table.id]
    return 2 * sum(entry.apart for entry in told) > len(told) and not summed(form, identities, known)
