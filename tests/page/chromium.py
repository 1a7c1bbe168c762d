"""A real Chromium: Debian's package, without a window."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

#: The window of an old computer.
SIZE = {"width": 1366, "height": 768}


@contextmanager
def launched():
    path = shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "Please install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class KeptPage:
    """The page in a window without a network, for one test after another."""

    def __init__(self, browser, file: Path) -> None:
        self._browser, self._file = browser, file
        self._context = self._page = None

    def begun(self):
        """The page with nothing filled in and nothing kept; opened anew after what went wrong."""
        if self._page and not self._idle():
            self.close()
        if self._page:
            self._page.set_viewport_size(SIZE)
            self._page.emulate_media(media="null")
            self._page.evaluate("localStorage.clear(); elevshare.begin(); scrollTo(0, 0)")
        else:
            self._open()
        return self._page

    def _open(self) -> None:
        self._context = self._browser.new_context(offline=True, viewport=SIZE)
        self._page, self.asked, self.wrong = self._context.new_page(), [], []
        self._page.on("request", lambda request: self.asked.append(request.url))
        self._page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self._page.on("console", lambda said: said.type == "error" and self.wrong.append(said.text))
        self._page.goto(self._file.as_uri())
        self._page.wait_for_selector("#roads:not([hidden])", timeout=120_000)
        assert self._file.as_uri() in self.asked  # requests are heard

    def _idle(self) -> bool:
        """Whether the page is done with all it was asked for, and well."""
        try:
            return self._page.evaluate("elevshare.ready && !elevshare.queue.length")
        except Error:
            return False

    def looked_after(self) -> None:
        """Fail where something but the file was asked for, or something went wrong."""
        asked, wrong = set(self.asked), list(self.wrong)
        self.asked.clear()
        self.wrong.clear()
        assert {url for url in asked if not url.startswith("blob:")} <= {self._file.as_uri()}
        assert wrong == []

    def close(self) -> None:
        """Close the window."""
        if self._context:
            self._context.close()
        self._context = self._page = None


def drop(page, words: str, *files) -> None:
    """Give files to the place whose words begin so."""
    page.locator(".drop", has_text=words).locator("input[type=file]").set_input_files(list(files))


def downloaded(page, press) -> tuple[str, bytes]:
    """Name and bytes of what is downloaded when ``press`` is done."""
    with page.expect_download(timeout=120_000) as found:
        press()
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()
