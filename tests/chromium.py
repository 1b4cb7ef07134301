"""Finds a Chromium-like browser for the tests, or gets one, and prints its path.

Standard output carries the path alone, standard error says plainly what was found or done. Order:
``CHROMIUM`` in the environment, an installed Chromium, Chrome or Edge, the system's packages on
Debian (with CJK fonts), Playwright's own download.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
)
_PACKAGES = ("chromium", "fonts-noto-cjk")


def main() -> int:
    """Print the path of a browser, getting one if need be; 1 with advice if there is none."""
    browser = found() or _from_apt() or _from_playwright()
    if browser is None:
        _say(
            "No browser could be had. Install Chromium, Chrome or Edge, "
            "or name one: CHROMIUM=/path/to/browser make test"
        )
        return 1
    _say(f"browser for the tests: {browser}")
    _say_fonts()
    print(browser)
    return 0


def found() -> str | None:
    """A browser that is on this machine already."""
    named = os.environ.get("CHROMIUM")
    return named or _installed() or _downloaded()


def _installed() -> str | None:
    commands = (shutil.which(command) for command in _COMMANDS)
    files = (place for place in _PLACES if Path(place).is_file())
    return next((path for path in (*commands, *files) if path and _answers(path)), None)


def _answers(path: str) -> bool:
    """False for Ubuntu's stand-in, which only asks to install a snap."""
    if platform.system() == "Windows":  # there it would open a window
        return True
    asked = subprocess.run([path, "--version"], capture_output=True, check=False)
    return asked.returncode == 0


def _downloaded() -> str | None:
    """Playwright's own browser, if it was downloaded before."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _from_apt() -> str | None:
    if not _debian():
        return None
    prefix = _as_root()
    if prefix is None:
        _say("apt-get is here, but not the right to use it: trying Playwright's own download")
        return None
    _say(f"installing {' and '.join(_PACKAGES)} with apt-get (once)")
    update = [*prefix, "apt-get", "update", "-qq"]
    install = [*prefix, "apt-get", "install", "-y", "-qq", *_PACKAGES]
    return _installed() if _run(update) and _run(install) else None


def _debian() -> bool:
    """Ubuntu is not meant: its package of this name is a stand-in."""
    try:
        return platform.freedesktop_os_release()["ID"] == "debian"
    except OSError:
        return False


def _as_root() -> list[str] | None:
    """The command prefix that makes us root without asking for a password; None if nothing does."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo and _run([sudo, "-n", "true"]) else None


def _from_playwright() -> str | None:
    _say("downloading Playwright's Chromium (once)")
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    return _downloaded() if _run(download) else None


def _say_fonts() -> None:
    if shutil.which("fc-list") is None:
        return
    listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
    if not listed.stdout.strip():
        _say("no Chinese font is installed: pages are tested, but Chinese shows as boxes")


def _run(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, stdout=sys.stderr, stderr=sys.stderr, env=environment, check=False
    )
    return done.returncode == 0


def _say(message: str) -> None:
    print(message, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
