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


def alike(page, storeys: str = "7", areas: str = "80,100") -> None:
    """Step 2, a building of alike storeys."""
    page.get_by_label("总层数").fill(storeys)
    page.get_by_label("一层各户的建筑面积").fill(areas)
    onward(page)


def at_money(page, city: str = "南京", scheme: str = "", storeys: str = "7") -> None:
    """Go to step 3."""
    in_city(page, city, scheme)
    onward(page)
    alike(page, storeys)
    page.locator("details").first.wait_for()


def at_result(page, city: str = "南京", scheme: str = "", storeys: str = "7") -> None:
    """Go to step 4, with 600,000 yuan where costs are asked for."""
    at_money(page, city, scheme, storeys)
    if (amount := page.get_by_label("费用 1 的金额（元）")).count():
        amount.fill("60万")
    onward(page)
    page.locator("dl.sum").wait_for(timeout=60_000)


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
