"""Make the manual's pictures of the page 加梯分摊.html: a real Chromium, the example of the manual.

Run ``python docs/make_page_pictures.py [加梯分摊.html]`` after a change of what the page looks like; without a file
it builds the page. It needs Chromium and a Chinese font, and for the page Node.js.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent
sys.path.append(str(DOCS.parent / "tests" / "page"))

from chromium import downloaded, drop, launched  # noqa: E402
from make_steps import in_city, onward  # noqa: E402

PICTURES = DOCS / "pictures"
BUILD = DOCS.parent / "generator/page/build.py"
#: Across the browser's window, and the most of its height that a picture shows.
_WIDTH, _MOST = 1_100, 1_000
_WAIT = 120_000


@dataclass(frozen=True)
class Picture:
    """A picture: its file, and what is done on the page before it is taken, after those above it."""

    name: str
    before: Callable[[Any, Path], None]
    most: int = _MOST


def _city(page: Any, folder: Path) -> None:
    """The city is chosen, and the way of its rules."""
    in_city(page, "南京")


def _households(page: Any, folder: Path) -> None:
    """Seven alike storeys."""
    onward(page)
    page.get_by_label("总层数").fill("7")
    page.get_by_label("一层各户的建筑面积").fill("80,100")
    page.get_by_text("就是这样的楼").wait_for()


def _costs(page: Any, folder: Path) -> None:
    """One cost."""
    onward(page)
    page.get_by_label("费用 1 的金额（元）").fill("600000")


def _result(page: Any, folder: Path) -> None:
    """What every household has to pay."""
    onward(page)
    page.get_by_text("各项检查都通过").wait_for(timeout=_WAIT)


def _download(page: Any, folder: Path) -> None:
    """The book is downloaded; the next road reads it."""
    onward(page)
    _, data = downloaded(page, page.get_by_role("button", name="下载这本簿子").click)
    (folder / "幸福里12幢3单元.xlsx").write_bytes(data)


def _check(page: Any, folder: Path) -> None:
    """A book that came back is checked."""
    page.get_by_role("button", name="核对收回来的簿子").click()
    drop(page, "拖到这里", folder / "幸福里12幢3单元.xlsx")
    page.get_by_text("通过").first.wait_for(timeout=_WAIT)


#: In the order in which they are taken.
EVERY = (
    Picture("网页-城市", _city, 900),
    Picture("网页-住户", _households, 900),
    Picture("网页-费用", _costs, 900),
    Picture("网页", _result),
    Picture("网页-下载", _download, 820),
    Picture("网页-核对", _check),
)


def main() -> None:
    """Take all pictures, one after the other."""
    with tempfile.TemporaryDirectory() as name, launched() as browser:
        folder = Path(name)
        file = Path(sys.argv[1]) if sys.argv[1:] else _built(folder)
        page = browser.new_page(viewport={"width": _WIDTH, "height": _MOST})
        page.goto(file.resolve().as_uri())
        page.wait_for_selector("#roads:not([hidden])", timeout=_WAIT)
        for picture in EVERY:
            picture.before(page, folder)
            _take(page, picture)


def _built(folder: Path) -> Path:
    """The page, built."""
    file = folder / "加梯分摊.html"
    subprocess.run([sys.executable, BUILD, "-o", file], check=True)
    return file


def _take(page: Any, picture: Picture) -> None:
    """What is in the window, as far as something stands there."""
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.wait_for_timeout(500)
    ends = page.evaluate("document.querySelector('footer').getBoundingClientRect().top")
    size = {"x": 0, "y": 0, "width": _WIDTH, "height": min(picture.most, int(ends))}
    page.screenshot(path=PICTURES / f"{picture.name}.png", clip=size)


if __name__ == "__main__":
    main()
