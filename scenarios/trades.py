"""Which of the eight sectors a trade is in: words of four languages, and industry codes.

``facts/nace.csv`` has the sections of NACE Rev. 2 with their titles, ``facts/trades.csv`` common
words: of use ``word`` if they say it within a longer text too, ``whole`` if they must stand alone,
``ending`` if compounds end with them (Finnish, Swedish).
"""

import re
from functools import cache
from typing import NamedTuple

from talkoot.agents.columns import SECTORS

from .errors import nearest
from .facts import FACTS, text_rows
from .table_file import plain_heading

LANGUAGES = ("en", "fi", "sv", "es")
CODE = re.compile(r"([a-u]?)(\d{2})\d{0,4}")


class TradeWords(NamedTuple):
    """Sectors by what may stand for them, in plain letters; ``spelt`` has the words as written."""

    whole: dict[str, str]
    inside: dict[str, str]
    endings: dict[str, str]
    spelt: dict[str, str]


class Section(NamedTuple):
    """Divisions of a NACE section that are one sector."""

    letter: str
    first: int
    last: int
    sector: str


@cache
def sections() -> list[Section]:
    """Return the sections; a letter's last row is what the letter alone stands for.

    >>> [row.sector for row in sections() if row.letter == "C"]
    ['primary_food', 'manufacturing']
    """
    rows = text_rows(FACTS / "nace.csv")
    return [Section(r["section"], int(r["first"]), int(r["last"]), r["sector"]) for r in rows]


@cache
def words() -> TradeWords:
    """Return the words of all languages."""
    known = TradeWords({}, {}, {}, {})
    rows = text_rows(FACTS / "nace.csv")
    titles = [(row["sector"], row[language]) for row in rows for language in LANGUAGES]
    for sector, title in [*titles, *zip(SECTORS, SECTORS, strict=True)]:
        known.whole[plain_heading(title)] = sector
        known.spelt[plain_heading(title)] = title
    for row in text_rows(FACTS / "trades.csv"):
        for word in row["words"].split("|"):
            if row["use"] == "ending":
                known.endings[plain_heading(word)] = row["sector"]
                continue
            known.whole[plain_heading(word)] = row["sector"]
            known.spelt[plain_heading(word)] = word
            if row["use"] == "word":
                known.inside[plain_heading(word)] = row["sector"]
    known.whole.update({row.letter.lower(): row.sector for row in sections()})
    return known


@cache
def sector_of(text: str) -> str | None:
    """Return the sector that a trade in words or an industry code (NACE, TOL, SNI, CNAE) is in.

    >>> sector_of("Majoitus- ja ravitsemistoiminta"), sector_of("56101"), sector_of("I 56.10")
    ('tourism_hospitality', 'tourism_hospitality', 'tourism_hospitality')
    >>> sector_of("Koivulan verkkokauppa"), sector_of("G"), sector_of("Vitamin C")
    ('trade', 'trade', None)
    """
    known, whole = words(), plain_heading(text)
    if whole in known.whole:
        return known.whole[whole]
    if code := CODE.fullmatch(whole):
        return _sector_of_code(code[1].upper(), int(code[2]))
    parts = [plain_heading(part) for part in re.split(r"[^\w]+", text)]
    sectors = (known.inside.get(part) or _by_ending(part, known.endings) for part in parts if part)
    return next((sector for sector in sectors if sector), None)


def _sector_of_code(letter: str, division: int) -> str | None:
    """Return the sector of a NACE division; a letter before it must be its section's."""
    for section in sections():
        if section.first <= division <= section.last and letter in ("", section.letter):
            return section.sector
    return None


def _by_ending(word: str, endings: dict[str, str]) -> str | None:
    """Return the sector of the longest ending that a compound word has."""
    fitting = [ending for ending in endings if word.endswith(ending) and word != ending]
    return endings[max(fitting, key=len)] if fitting else None


@cache
def nearest_trades(text: str) -> str:
    """Return what may stand for a trade instead of a text that is none."""
    known = words().spelt
    near = nearest(plain_heading(text), known, listed=3)
    near = re.sub(r"'([^']+)'", lambda match: repr(known.get(match[1], match[1])), near)
    near = "a trade" if near == "a known name" else near
    return f"{near}, a NACE code, or one of {', '.join(SECTORS)}"
