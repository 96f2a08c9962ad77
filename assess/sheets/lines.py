"""The lines of a file of unknown quality, one by one, never more than one in memory."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import BinaryIO

from assess.sheets.problems import What

LONGEST = 1_000_000
"""The largest line, and the largest record, in bytes."""

SAVE_AS = What("save the file as 'CSV UTF-8'")


class Unreadable(Exception):
    """The file cannot be read from this line on."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


class Lines:
    """The lines of a file as text for the CSV reader, without those between records that begin with #."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._number = 0
        self.size = 0
        """How many bytes the record that is being read has so far."""
        self.start = 0
        """The line where the record that is being read starts; 0 before it has one."""

    def begin(self) -> None:
        """Says that the next line starts a record."""
        self.start = self.size = 0

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        while True:
            raw = self._next_raw()
            if self.start:
                break
            if not raw.startswith(b"#"):
                self.start = self._number
                break
        self.size += len(raw)
        if self.size > LONGEST:
            long = What('this row is longer than 1 MB; look for a quote (") that is not closed')
            raise Unreadable(self.start, long)
        return self._text(raw)

    def _next_raw(self) -> bytes:
        raw = self._file.readline(LONGEST + 1)
        if not raw:
            raise StopIteration
        self._number += 1
        if self._number == 1:
            what = other_kind(raw)
            if what:
                raise Unreadable(1, what)
            raw = raw.removeprefix(BOM_UTF8)
        if len(raw) > LONGEST:
            long = What("this line is longer than 1 MB; {save}, one respondent a row", save=SAVE_AS)
            raise Unreadable(self.start or self._number, long)
        return raw

    def _text(self, raw: bytes) -> str:
        if b"\0" in raw:
            no_text = What("a NUL character, so this is not plain text; {save}", save=SAVE_AS)
            raise Unreadable(self.start, no_text)
        try:
            return raw.decode()
        except UnicodeDecodeError:
            what = What("not UTF-8 but probably Windows-1252 (Latin-1); {save}", save=SAVE_AS)
            raise Unreadable(self.start, what) from None


def other_kind(head: bytes) -> str | None:
    """What a file is, and what to do, when its first bytes say that it is no CSV in UTF-8."""
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return What("this is a workbook, not a CSV file; in the spreadsheet program, {save}", save=SAVE_AS)
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or 0 in head[:2]:
        return What("this is UTF-16, not UTF-8; {save}", save=SAVE_AS)
    if b"\r" in head.rstrip(b"\r\n"):
        return What("its lines end as on old Macintoshes; {save}", save=SAVE_AS)
    return None
