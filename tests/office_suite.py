"""LibreOffice as a second opinion on what the writers make: it opens a file and saves it in another format.

It sees the faces of resources/fonts and no others, under the names that an office's own faces have, so that its
pages do not depend on what is installed.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self
from xml.sax.saxutils import escape

import pytest

import resources

# An office's face -> family of the embedded one that stands in for it. Of a family LibreOffice takes the weight
# that the text has, so the title's stand-in is as wide as 粗宋, but not as heavy.
_STAND_INS: Final = {
    "仿宋": "FandolFang",
    "仿宋_GB2312": "FandolFang",
    "黑体": "FandolHei",
    "楷体": "FandolKai",
    "楷体_GB2312": "FandolKai",
    "宋体": "FandolSong",
    "方正小标宋简体": "FandolSong",
    "Times New Roman": "Liberation Serif",
}
_MATCH: Final = """\
  <match target="pattern">
    <test name="family"><string>{name}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>{family}</string></edit>
  </match>
"""
_HANGS_AFTER: Final = 300


@dataclass(frozen=True, slots=True)
class OfficeSuite:
    """LibreOffice with a profile and typefaces of its own, both in `folder`."""

    program: str
    folder: Path

    @classmethod
    def at_hand(cls, folder: Path) -> Self:
        """LibreOffice set up in this folder; skips the test that asks where it is not installed."""
        program = shutil.which("soffice") or shutil.which("libreoffice")
        if program is None:
            pytest.skip("LibreOffice is not installed")
        faces = escape(str(resources.path("fonts")))
        stand_ins = "".join(_MATCH.format(name=name, family=family) for name, family in _STAND_INS.items())
        (folder / "fonts.conf").write_text(
            '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
            f"  <dir>{faces}</dir>\n  <cachedir>{escape(str(folder / 'font-cache'))}</cachedir>\n"
            f"{stand_ins}</fontconfig>\n",
            encoding="utf-8",
        )
        return cls(program, folder)

    def convert(self, source: Path, to: str, folder: Path) -> Path:
        """Open the file and save it in `folder` as `to`: an extension, or `extension:filter` as LibreOffice has it."""
        profile = (self.folder / "profile").as_uri()
        command = [self.program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
        done = subprocess.run(
            [*command, "--outdir", str(folder), str(source)],
            check=False,
            capture_output=True,
            text=True,
            timeout=_HANGS_AFTER,
            env=os.environ | {"FONTCONFIG_FILE": str(self.folder / "fonts.conf")},
        )
        made = folder / f"{source.stem}.{to.partition(':')[0]}"
        assert made.exists(), f"LibreOffice made no {made.name}: {done.stdout}{done.stderr}"
        return made
