"""`python -m tests.proof [PART…]`: proves all parts, or the named ones. 0 when all hold, 1 when one does not."""

import importlib
import pkgutil
import sys
from collections.abc import Sequence

import tests.proof


def parts() -> tuple[str, ...]:
    """Names of the parts: the modules of this package."""
    names = (module.name for module in pkgutil.iter_modules(tests.proof.__path__))
    return tuple(sorted(name for name in names if not name.startswith("_")))


def main(names: Sequence[str]) -> int:
    """Prove the named parts; 2 for a name that is none."""
    unknown = sorted(set(names) - set(parts()))
    if unknown:
        print(f"No such part: {', '.join(unknown)}. There are: {', '.join(parts())}", file=sys.stderr)
        return 2
    failed = []
    for name in names or parts():
        print(f"\n{name}", flush=True)
        if importlib.import_module(f"tests.proof.{name}").main():
            failed.append(name)
    print(f"\nNot proved: {', '.join(failed)}" if failed else "\nAll proved")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
