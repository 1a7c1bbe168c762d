"""The steps of the road to a new book, as a user takes them."""

from __future__ import annotations

from chromium import downloaded


def onward(page) -> None:
    page.get_by_role("button", name="下一步").click()


def choose(page, city: str, scheme: str = "") -> None:
    """Step 1; the first scheme of the city where none is named."""
    page.get_by_label("城市", exact=False).first.select_option(city)
    page.get_by_role("radio", name=scheme).first.check()
    onward(page)


def alike(page, storeys: str = "7", areas: str = "80,100") -> None:
    """Step 2, a building of alike storeys."""
    page.get_by_label("总层数").fill(storeys)
    page.get_by_label("各层一样的").fill(areas)
    onward(page)


def at_money(page, city: str = "南京", scheme: str = "", storeys: str = "7") -> None:
    """Go to step 3."""
    choose(page, city, scheme)
    alike(page, storeys)
    page.locator("details").first.wait_for()


def at_result(page, city: str = "南京", scheme: str = "", storeys: str = "7") -> None:
    """Go to step 4, with 600,000 yuan where costs are asked for."""
    at_money(page, city, scheme, storeys)
    if (amount := page.get_by_label("费用 1 的金额（元）")).count():
        amount.fill("60万")
    onward(page)
    page.locator("dl.sum").wait_for(timeout=15_000)


def unfold(page, words: str) -> None:
    """Show what is behind a click."""
    page.locator("summary", has_text=words).click()


def sums(page) -> list[str]:
    """The line of sums, as it reads."""
    return [one.replace("\n", " ") for one in page.locator("dl.sum > div").all_inner_texts()]


def saved(page) -> tuple[str, bytes]:
    """Name and bytes of what was filled in, as a project file."""
    unfold(page, "把填的存成文件")
    return downloaded(page, page.get_by_role("button", name="存成文件").click)
