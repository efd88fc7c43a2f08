"""Does the main job from a laid folder on this machine, with an empty environment, and compares with the source tree."""

import subprocess
import tempfile
from pathlib import Path
from typing import Final

from proof.checklist import Checklist
from proof.reference import EXPORTS, KINDS, digests, source_exports
from proof.root import Said

_HANGS_AFTER: Final = 120.0


def prove(folder: Path) -> bool:
    """Prove one folder for Linux; return whether every statement holds."""
    found = Checklist(folder.name)
    with tempfile.TemporaryDirectory() as work:
        out = Path(work)
        wanted = digests(source_exports(folder / "app", out))
        sample = folder / "app" / "resources" / "samples" / "示例.xxgk"
        done = _run(folder, "export", str(sample), "--to", str(out / "made"), "--formats", EXPORTS)
        found.hold("exports everything", holds=done.well, detail=done.words)
        made = digests(out / "made")
        different = sorted(name for name in made | wanted if made.get(name) != wanted.get(name))
        found.hold(
            "all exports are byte for byte those of the source tree",
            holds=not different,
            detail=str(different),
        )
        for kind in KINDS:
            name = next((name for name in wanted if name.endswith(f"工作年度报告.{kind}")), "")
            read = _run(folder, "import", str(out / "made" / name), "--into", str(out / f"{kind}.xxgk"))
            found.hold(f"{kind} is read back", holds=read.well, detail=read.words)
            checked = _run(folder, "check", str(out / f"{kind}.xxgk"))
            found.hold(
                f"{kind} is read back without an error in it", holds=checked.well, detail=checked.words
            )
    return found.close()


def _run(folder: Path, *arguments: str) -> Said:
    command = [str(folder / "nianbao"), *arguments]
    done = subprocess.run(command, check=False, env={}, capture_output=True, timeout=_HANGS_AFTER)
    return Said(done.returncode, (done.stdout + done.stderr).decode(errors="replace"))
