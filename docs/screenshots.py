"""Takes the pictures of the README: the seeds go in, PNG files in ``docs/images`` come out.

Run it with ``make screenshots``. It shows what a visitor sees and touches nothing up.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.browser.serving import launched, served, settled

IMAGES = Path(__file__).with_name("images")
#: the event that stands for all: Blinken and Lavrov in Geneva
LABEL = "Blinken meets Lavrov in Geneva"
#: pixels of paper between two phones
GAP = 24
#: bytes of a picture beyond which it is halved
MOST = 200_000


def main() -> None:
    """Write every picture."""
    IMAGES.mkdir(exist_ok=True)
    with served() as server, launched() as browser:

        def opened(
            address: str, theme: str = "light", width: int = 1440, height: int = 900
        ) -> Page:
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=theme, locale="en"
            )
            page.goto(f"{server.address}/{address}")
            return settled(page)

        timeline = opened("?lang=en")
        row = timeline.locator("details.dl-row", has_text=LABEL).first
        event, sentence = row.get_attribute("id"), row.locator("a").first.get_attribute("href")
        _save("timeline-light-1440", timeline.screenshot())
        _save("timeline-dark-zh-1440", opened("?lang=zh", theme="dark").screenshot())
        _save("drawer-light-1440", opened(f"?lang=en&event={event}").screenshot())
        _save("escalation-light-1440", _section(timeline, ".st-key-scales"))
        screen = opened("present?lang=en&party=RUS,USA&step=4", "dark", 1920, 1080)
        _save("present-dark-1920", screen.screenshot())
        sources = opened("sources?lang=en")
        _save("sources-light-1440", sources.screenshot())
        if sources.locator(".dl-story").count():
            _save("storyline-light-1440", _section(sources, ".dl-story"))
        _save("article-light-1440", opened(str(sentence)).screenshot())
        phones = [
            opened(at, width=390, height=844) for at in ("?lang=en", "?lang=zh", str(sentence))
        ]
        _open_row(phones[1])
        _save("phone-390", *(phone.screenshot() for phone in phones))


def _section(page: Page, within: str) -> bytes:
    """The window with a section of the page at its top."""
    page.locator(within).first.evaluate("part => part.scrollIntoView({block: 'start'})")
    return settled(page).screenshot()


def _open_row(page: Page) -> None:
    """Open a row of the list in the middle of the screen."""
    row = page.locator("details.dl-row").nth(4)
    row.locator("summary").click()
    row.evaluate("row => row.scrollIntoView({block: 'center'})")


def _save(name: str, *pictures: bytes) -> None:
    """Write one picture, or several beside each other, with no more colours than a palette has."""
    parts = [Image.open(BytesIO(picture)).convert("RGB") for picture in pictures]
    width = sum(part.width for part in parts) + GAP * (len(parts) - 1)
    whole = Image.new("RGB", (width, max(part.height for part in parts)), "white")
    at = 0
    for part in parts:
        whole.paste(part, (at, 0))
        at += part.width + GAP
    path = IMAGES / f"{name}.png"
    _write(whole, path)
    if path.stat().st_size > MOST:
        _write(whole.resize((whole.width // 2, whole.height // 2)), path)
    print(f"{path.relative_to(Path.cwd())}  {path.stat().st_size // 1024} kB")


def _write(picture: Image.Image, path: Path) -> None:
    # this way of choosing colours keeps those that only a few marks have
    few = picture.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    main()
