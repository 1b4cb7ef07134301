"""Whose browser it is: a cookie goes in, a key and the files that are held for it come out.

A link of ours loads the page anew, which ends Streamlit's session; what a person added must
outlast that, and nobody else may see it. The key is the token that Streamlit gives each browser
against forged requests: it is random, lasts until the browser is closed, and stands in no address.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock

import streamlit as st

#: visitors whose files are held, the last ones seen
_MOST = 6
_COOKIE, _OWN = "_streamlit_xsrf", "visitor"


@dataclass(slots=True)
class Held:
    """Files by their paths, and how often they changed."""

    files: dict[str, bytes] = field(default_factory=dict)
    changes: int = 0


class Visitors:
    """What is held for each visitor of this server."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[str, Held] = OrderedDict()

    def of(self, key: str) -> Held:
        """The files of one visitor; nothing is remembered of one who has none."""
        with self._lock:
            for other in [k for k, held in self._held.items() if not held.files and k != key]:
                del self._held[other]
            held = self._held.setdefault(key, Held())
            self._held.move_to_end(key)
            while len(self._held) > _MOST:
                self._held.popitem(last=False)
            return held


def visitor() -> str:
    """The key of the browser that asks; of the session alone where it has no such cookie."""
    token = unmasked(st.context.cookies.get(_COOKIE, ""))
    if token:
        return sha256(token).hexdigest()
    return str(st.session_state.setdefault(_OWN, secrets.token_hex(16)))


def unmasked(cookie: str) -> bytes:
    """The token in a cookie that is masked anew each time it is sent; empty if it is no such one.

    >>> unmasked("2|01020304|00000000ff|1795265604").hex(), unmasked("2|01|zz"), unmasked("")
    ('01020304fe', b'', b'')
    """
    try:
        _, mask, masked, _ = cookie.split("|")
        key, data = bytes.fromhex(mask), bytes.fromhex(masked)
        return bytes(byte ^ key[at % len(key)] for at, byte in enumerate(data))
    except (ValueError, ZeroDivisionError):
        return b""
