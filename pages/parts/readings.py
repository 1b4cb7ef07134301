"""Archives while they are read: what makes tables goes in, its progress and its tables come out.

A reading goes on beside the scripts of the pages, so that a click meanwhile neither stops it nor
begins it again, and everybody who waits for the same archive waits for the same reading. It must
never touch the page.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Lock, Thread

from corpus.pipeline import Progress
from corpus.tables import Tables

#: seconds between two looks at a reading
_LOOK = 0.2


class Reading:
    """One archive that is being read, or has been."""

    def __init__(self, key: str, make: Callable[[Progress], Tables]) -> None:
        #: what tells it from every other reading
        self.key = key
        #: files that are done, and files in all; 0 in all while that is not known
        self.far = (0, 0)
        self._made: Future[Tables] = Future()
        Thread(target=self._run, args=(make,), daemon=True).start()

    def ended(self) -> bool:
        """True if it has come to its end, a short while after the question at the latest."""
        return bool(wait([self._made], timeout=_LOOK).done)

    def tables(self) -> Tables:
        """The tables, once it has ended; raises what the reading raised."""
        return self._made.result()

    @property
    def failed(self) -> bool:
        """True if it ended without tables."""
        return self._made.done() and self._made.exception() is not None

    def _run(self, make: Callable[[Progress], Tables]) -> None:
        try:
            self._made.set_result(make(self._told))
        except BaseException as error:
            self._made.set_exception(error)

    def _told(self, done: int, total: int, path: str) -> None:
        self.far = (done, total)


class Shelf:
    """The readings of the whole server by their keys, of which the last ``most`` are kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._held: OrderedDict[str, Reading] = OrderedDict()

    def reading(self, key: str, make: Callable[[Progress], Tables]) -> Reading:
        """The reading of that key, begun if there is none yet, or if it failed."""
        with self._lock:
            found = self._held.get(key)
            if found is None or found.failed:
                found = self._held[key] = Reading(key, make)
            self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
            return found
