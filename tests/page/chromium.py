"""A real Chromium: Debian's package, without a window."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright


@contextmanager
def launched():
    path = shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "Please install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def drop(page, words: str, *files) -> None:
    """Give files to the place whose words begin so."""
    page.locator(".drop", has_text=words).locator("input[type=file]").set_input_files(list(files))


def downloaded(page, press) -> tuple[str, bytes]:
    """Name and bytes of what is downloaded when ``press`` is done."""
    with page.expect_download(timeout=120_000) as found:
        press()
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()
