"""Where the program and the clerk's papers lie on the Windows of a proof."""

from typing import Final

from proof.root import CLERK, Said
from proof.wine import Wine

_LOCAL: Final = rf"C:\users\{CLERK}\AppData\Local"
PROGRAM: Final = rf"{_LOCAL}\Programs\nianbao"
DATA: Final = rf"{_LOCAL}\nianbao"
PAPERS: Final = "C:\\年报 资料"
REPORT: Final = rf"{PAPERS}\本单位.xxgk"
SETUP: Final = r"Z:\srv\setup.exe"
STARTER: Final = rf"{PROGRAM}\年报助手.exe"
VERSION_KEY: Final = r"HKCU\Software\Wine"
"""Where Wine is told which Windows it is."""
DRAWN: Final = 200
"""Wine's empty desktop has fewer colours."""


def run(windows: Wine, *arguments: str) -> Said:
    """Do a command of the installed program."""
    return windows.run(
        rf"{PROGRAM}\runtime\python.exe", "-E", "-s", "-B", rf"{PROGRAM}\app\main.py", *arguments
    )
