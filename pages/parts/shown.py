"""What the timeline shows: a frame goes in, the events of its filters and of its days come out.

Chart, list, table and presentation show the same ones. It must never draw anything.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from corpus.charts.layout import LABELLED
from corpus.indexes import Whole
from pages.parts.facets import Facets
from pages.parts.frame import Frame
from pages.parts.period import Span, in_period, parted, span_of


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows of the events that the timeline shows, of the days that it shows.

    Those ``near`` are dated within them, those ``through`` merely touch them; ``outside`` are
    dated, and in neither.
    """

    span: Span | None
    rows: Whole
    near: Whole
    through: Whole
    outside: int

    @property
    def charted(self) -> Whole:
        """What a chart draws: what merely lasts through the days only where it crowds out nothing.

        In the order of the table.
        """
        few = len(self.near) + len(self.through) <= LABELLED
        if len(self.near) and not (few and len(self.through) <= len(self.near)):
            return self.near
        return np.sort(np.concatenate([self.near, self.through]))

    @classmethod
    def of(cls, frame: Frame) -> Shown:
        """What the filters and the period of the view, or that of the rule, leave."""
        span = span_of(frame.view, frame.tables)
        rows = Facets.of(frame).rows("period")
        touched, outside = in_period(rows, span, frame.tables)
        return cls(span, rows, *parted(touched, span, frame.tables), outside)
