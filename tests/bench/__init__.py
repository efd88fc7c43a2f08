"""Times measured side by side with a yardstick: run by `make bench` (`BENCH="startup pdf"` picks some), never a test.

One module a subject, with one function `measures()` that yields a `Measure` for each line of the report:

    def measures() -> Iterator[Measure]:
        ours, theirs = side_by_side(lambda: save(report), lambda: write_and_sync(raw), repeats=30)
        yield Measure("a durable save", ours * 1000, "ms", budget=2, yardstick=theirs * 1000, against="write and fsync")
        yield Measure("all rules on one report", median(lambda: check(case)) * 1000, "ms", budget=1)

The subject is then named in SUBJECTS of `__main__`. With a yardstick, `budget` limits the ratio; without one, the number
itself; without a budget, the line only tells. What this machine cannot measure (no LibreOffice, no Xvfb) is a line too:
`Measure.not_taken(name, why)`. Each subject runs in an interpreter of its own; its files go to a temporary folder.
"""
