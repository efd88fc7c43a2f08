"""What a release's exports are compared with: those of the source tree of the very commit that it was made of."""

import hashlib
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

from export.products import PRODUCTS
from release.archive import unpack_commit

KINDS: Final = ("pdf", "docx", "xlsx", "html")
"""What is exported and read back."""
EXPORTS: Final = ",".join(product.name for product in PRODUCTS)
"""All that is exported."""


def source_exports(app: Path, out: Path) -> Path:
    """Export the sample from the sources of the commit that a release's `app` folder was made of; return the folder."""
    commit = tomllib.loads((app / "resources" / "release.toml").read_text(encoding="utf-8"))["commit"]
    sources, made = out / "tree", out / "source"
    for folder in (sources, made):
        shutil.rmtree(folder, ignore_errors=True)
    unpack_commit(commit, sources)
    sample = sources / "resources" / "samples" / "示例.xxgk"
    command = [sys.executable, "main.py", "export", str(sample), "--to", str(made), "--formats", EXPORTS]
    subprocess.run(command, check=True, cwd=sources, stdout=subprocess.DEVNULL)
    shutil.rmtree(sources)
    return made


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder, by its place in it."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
