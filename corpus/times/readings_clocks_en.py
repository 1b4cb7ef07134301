"""What the parts of an English clock time say: a rule's groups go in, a reading comes out.

The words' meanings are in ``corpus/lexicon/times_en.tsv``. This module must never look at the text.
"""

from __future__ import annotations

from corpus.times.build import clock_time
from corpus.times.grammar import Groups
from corpus.times.lexicon_en import lexicon, whole
from corpus.times.reading import Reading


def part(groups: Groups) -> Reading:
    """Overnight, in the morning."""
    return Reading("", type="TIME", clock=lexicon("part-alone", "part")[groups["word"]])


def part_beside(groups: Groups) -> Reading:
    """Evening, only beside a day."""
    return part(groups)._replace(loose=True)


def clock(groups: Groups) -> Reading | None:
    """6:15 am, 0315 GMT, ten o'clock, nine in the morning; 5 to 7 p.m. is a range."""
    part = lexicon("part").get(groups.get("part") or groups.get("night", ""), "")
    right = _at(groups, "to_", "") if "to_hour" in groups else None
    left = _at(groups, "", groups.get("to_meridiem", "") if right else "")
    if left is None or "to_hour" not in groups:
        return left and clock_time(*left, part)
    start, end = clock_time(*left, part), right and clock_time(*right, part)
    if start is None or end is None:
        return None
    if end.clock < start.clock and "meridiem" not in groups:  # from 11 to 1 p.m.
        start = clock_time((left[0] + 12) % 24, left[1]) or start
    return start._replace(to_clock=end.clock)


def clock_beside(groups: Groups) -> Reading | None:
    """15:30 is a time beside a day, else a score."""
    reading = clock(groups)
    return reading and reading._replace(loose=True)


def past_the_hour(groups: Groups) -> Reading | None:
    """Half past eight, a quarter to nine, ten minutes past three."""
    hour, meridiem = whole(groups, "hour") or 0, groups.get("meridiem", "")
    minutes = int(lexicon("of-hour").get(groups["minutes"]) or whole(groups, "minutes") or 0)
    if hour > 12 or minutes > 30:
        return None
    total = hour * 60 + minutes * (-1 if groups["way"] in ("to", "till", "before", "of") else 1)
    hour = total // 60 % 24
    return clock_time(hour % 12 + 12 * meridiem.startswith("p") if meridiem else hour, total % 60)


def _at(groups: Groups, side: str, meridiem: str) -> tuple[int, int] | None:
    """Hour and minute; the left side of a range has the right one's morning or afternoon."""
    hour, minute = whole(groups, f"{side}hour") or 0, whole(groups, f"{side}minute") or 0
    meridiem = groups.get(f"{side}meridiem", meridiem)
    if not meridiem:
        return hour, minute
    return (hour % 12 + 12 * meridiem.startswith("p"), minute) if 0 < hour < 13 else None
