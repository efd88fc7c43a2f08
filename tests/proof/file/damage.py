"""Saved files are damaged in every way: each is refused, or says exactly what was saved."""

import random
import re
from collections.abc import Callable, Iterator
from typing import Final

import resources
from model.errors import AssistantError
from model.file.office_content import Content
from model.file.storage import OfficeStorage
from model.report import Slot, SlotKind
from tests.offices import RECEIVED
from tests.proof.file.line import Line, Tally

_SAMPLE: Final = resources.data("samples/示例.xxgk")
_SECTOR: Final = 512


def lines() -> Iterator[Line]:
    """Yield what was proved."""
    yield damaged(20_000)
    yield flipped_digits()


def damaged(count: int) -> Line:
    """Damage a file at random: bits, bytes, blocks, lines, its end, another save's blocks in between."""
    chance = random.Random(10)
    other = _OTHER
    harms: tuple[Callable[[bytes, random.Random], bytes], ...] = (
        _bit, _bit, _bit, _byte, _digit, _cut, _zeroed, _doubled, _line_gone, _lines_swapped, _inserted,
        lambda data, by: _torn(data, other, by), lambda data, by: _torn(other, data, by),
        lambda data, by: _block_of(data, other, by),
    )  # fmt: skip
    tally = Tally("a saved file damaged: bits, bytes, blocks, lines, torn saves")
    for _ in range(count):
        harm = chance.choice(harms)
        _judge(tally, harm(_SAMPLE, chance))
    return tally.line


def flipped_digits() -> Line:
    """Flip each bit of each digit of each saved number."""
    tally = Tally("one bit of one digit of a saved number flipped, all of them")
    for found in re.finditer(rb'"[a-z_.]+":(\d+)', _SAMPLE):
        for place in range(*found.span(1)):
            for bit in range(8):
                harmed = bytearray(_SAMPLE)
                harmed[place] ^= 1 << bit
                _judge(tally, bytes(harmed))
    return tally.line


def _judge(tally: Tally, content: bytes) -> None:
    try:
        read = Content.decode(content, "年报.xxgk")
    except AssistantError:
        tally.add("refused with the place")
    except Exception as error:  # noqa: BLE001 - whatever it is, it is counted as broken
        tally.add("", f"unexpected {type(error).__name__}: {error}")
    else:
        same = any(_says_the_same(read, known) for known in _KNOWN)
        tally.add("open and say what was saved", *([] if same else ["opens with other content"]))


def _says_the_same(one: Content, other: Content) -> bool:
    return (one.slots, one.profile, one.origin) == (other.slots, other.profile, other.origin)


def _saved_again() -> bytes:
    """The sample after another save: an edited number, and words."""
    content = Content.decode(_SAMPLE, "年报.xxgk")
    content.reports[2025].set(
        [(Slot(SlotKind.CELL, RECEIVED), 4321), (Slot(SlotKind.TEXT, "problems"), "另一次保存。")]
    )
    storage = OfficeStorage()
    saved = content.origin.saved(7, "ab", "session", 2)
    Content(content.profile, content.reports, saved).stage(storage)
    return storage.encode()


_OTHER: Final = _saved_again()
_KNOWN: Final = tuple(Content.decode(data, "年报.xxgk") for data in (_SAMPLE, _OTHER))


def _bit(data: bytes, by: random.Random) -> bytes:
    harmed = bytearray(data)
    harmed[by.randrange(len(data))] ^= 1 << by.randrange(8)
    return bytes(harmed)


def _byte(data: bytes, by: random.Random) -> bytes:
    harmed = bytearray(data)
    harmed[by.randrange(len(data))] = by.randrange(256)
    return bytes(harmed)


def _digit(data: bytes, by: random.Random) -> bytes:
    """Another digit where one stands: what a hand in a text editor does."""
    places = [place for place, byte in enumerate(data) if 48 <= byte < 58]
    harmed = bytearray(data)
    harmed[by.choice(places)] = 48 + by.randrange(10)
    return bytes(harmed)


def _cut(data: bytes, by: random.Random) -> bytes:
    return data[: by.randrange(len(data))]


def _zeroed(data: bytes, by: random.Random) -> bytes:
    start = by.randrange(len(data) // _SECTOR) * _SECTOR
    return data[:start] + b"\0" * _SECTOR + data[start + _SECTOR :]


def _doubled(data: bytes, by: random.Random) -> bytes:
    start = by.randrange(len(data))
    return data[:start] + data[start : start + by.randrange(400)] + data[start:]


def _line_gone(data: bytes, by: random.Random) -> bytes:
    lines = data.split(b"\n")
    del lines[by.randrange(len(lines))]
    return b"\n".join(lines)


def _lines_swapped(data: bytes, by: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = by.randrange(len(lines)), by.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _inserted(data: bytes, by: random.Random) -> bytes:
    start = by.randrange(len(data))
    return data[:start] + by.randbytes(by.randrange(1, 9)) + data[start:]


def _torn(head: bytes, tail: bytes, by: random.Random) -> bytes:
    start = by.randrange(min(len(head), len(tail)))
    return head[:start] + tail[start:]


def _block_of(data: bytes, other: bytes, by: random.Random) -> bytes:
    start = by.randrange(min(len(data), len(other)) // _SECTOR) * _SECTOR
    return data[:start] + other[start : start + _SECTOR] + data[start + _SECTOR :]
