"""The steps of the road to a new book, as a person goes them."""

from __future__ import annotations

from chromium import downloaded

#: What the command line calls its one cost.
ITEM = "加装电梯总费用"


def onward(page) -> None:
    """The next step."""
    page.get_by_role("button", name="下一步").click()


def in_city(page, city: str, way: str = "") -> None:
    """Choose a city, and a way of sharing where there are several."""
    page.get_by_label("城市", exact=True).select_option(city)
    page.locator("#main fieldset", has_text="分摊的办法").get_by_text(way or city).first.wait_for()
    if way:
        page.get_by_role("radio", name=way).check()
    page.get_by_text(f"选了：{way or city}").wait_for()


def with_roster(page, *files) -> None:
    """At step 2: a roster."""
    page.get_by_role("radio", name="各户不一样").check()
    page.locator(".drop", has_text="住户名册").locator("input[type=file]").set_input_files(
        list(files)
    )


def book(page, cost: str = "600000") -> bytes:
    """From step 2 on: the book with one cost."""
    onward(page)
    page.get_by_label("费用 1", exact=True).fill(ITEM)
    page.get_by_label("费用 1 的金额（元）").fill(cost)
    onward(page)
    page.get_by_text("各户金额（").first.wait_for(timeout=90_000)
    onward(page)
    press = page.get_by_role("button", name="下载这本簿子").click
    return downloaded(page, press)[1]
