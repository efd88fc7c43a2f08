"""What the starter of freeze-core runs first, named after it: makes of it a Python like any other.

So the program may start itself again (`sys.executable`, `-c`, `-m`), as it does to read files in a process of its own.
"""

import os
import sys


def run(_name: str) -> None:
    """Do what the arguments ask for, as `python` does: a module, a program text, or a script."""
    sys.dont_write_bytecode = True
    arguments = sys.argv[1:]
    # The starter is isolated by itself: -E, -s, -I, -B and the like ask for nothing more.
    while arguments and arguments[0].startswith("-") and arguments[0] not in ("-c", "-m"):
        arguments.pop(0)
    if not arguments:
        sys.exit("usage: python [-c TEXT | -m MODULE | SCRIPT] [ARGUMENT…]")
    if arguments[0] == "-m":
        import runpy

        sys.path.insert(0, os.getcwd())
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
        return
    main = sys.modules["__main__"].__dict__
    if arguments[0] == "-c":
        sys.path.insert(0, os.getcwd())
        sys.argv = ["-c", *arguments[2:]]
        exec(compile(arguments[1], "<string>", "exec"), main)  # noqa: S102  what -c is for
        return
    script = os.path.abspath(arguments[0])
    sys.path.insert(0, os.path.dirname(script))
    sys.argv = arguments
    main["__file__"] = script
    with open(script, "rb") as source:
        exec(compile(source.read(), script, "exec"), main)  # noqa: S102  what a script is for
