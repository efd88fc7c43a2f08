"""The same report gives the same bytes under every Python that may run the program, whatever it is exported as.

Each Python found on this machine gets the locked packages in a folder of its own, below build/pythons, and exports the
sample. Broken is one whose files differ from those of the Python that runs this.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from export.products import PRODUCTS

_ROOT: Final = Path(__file__).resolve().parents[2]
_KEPT: Final = _ROOT / "build" / "pythons"
_VERSIONS: Final = ("3.11", "3.12", "3.13")
"""What pyproject.toml lets run the program."""


def main() -> int:
    """Export under each Python and compare; 0 when all are alike and there was more than one."""
    wanted = exported(Path(sys.executable))
    compared = broken = 0
    for version in _VERSIONS:
        python = prepared(version)
        if python is None:
            print(f"  {version}: not on this machine")
            continue
        made = exported(python)
        different = sorted(name for name in wanted | made if wanted.get(name) != made.get(name))
        compared += 1
        broken += bool(different)
        print(f"  {version}: {len(made)} files, {', '.join(different) or 'none'} different")
    return int(bool(broken) or compared < 2)


def prepared(version: str) -> Path | None:
    """Return a Python of this version with the locked packages, None where this machine has none."""
    found = shutil.which(f"python{version}")
    if found is None or subprocess.run([found, "--version"], check=False, capture_output=True).returncode:
        return None
    python = _KEPT / version / "bin" / "python"
    if not python.exists():
        subprocess.run([found, "-m", "venv", str(_KEPT / version)], check=True)
        install = ("-m", "pip", "install", "--quiet", "--require-hashes", "-r")
        subprocess.run([str(python), *install, str(_ROOT / "requirements.lock")], check=True)
    return python


def exported(python: Path) -> dict[str, str]:
    """Return the SHA-256 of all that this Python exports of the sample, by the files' names."""
    sample = _ROOT / "resources" / "samples" / "示例.xxgk"
    with tempfile.TemporaryDirectory() as folder:
        formats = ",".join(product.name for product in PRODUCTS)
        command = [str(python), "-B", "main.py", "export", str(sample), "--to", folder, "--formats", formats]
        subprocess.run(command, check=True, cwd=_ROOT, stdout=subprocess.DEVNULL)
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in Path(folder).iterdir()}


if __name__ == "__main__":
    sys.exit(main())
