"""The road to a new book on a phone, by the keyboard alone, and as aids for the blind see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import downloaded
from make_steps import in_city, onward

AXE = Path(__file__).parents[2] / "generator/page/node_modules/axe-core/axe.min.js"
STEPS = ["城市与办法", "楼栋和住户", "费用与补贴", "结果", "下载"]


def violations(page) -> list[str]:
    """What axe finds that is serious."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=["desk", "phone"])
def test_every_step_is_accessible_and_fits(page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    in_city(page, "咸阳")
    for number, title in enumerate(STEPS, 1):
        page.get_by_role("heading", name=f"{number}. {title}").wait_for()
        if number == 2:
            page.get_by_label("总层数").fill("6")
            page.get_by_label("一层各户的建筑面积").fill("80,80")
        if number == 3:
            page.locator("details").first.wait_for()
            page.get_by_label("费用 1 的金额（元）").fill("60万")
        if number == 4:
            page.locator("dl.sum").wait_for()
        if number == 5:
            page.get_by_label("全部的页都要").wait_for()
        page.evaluate(
            "document.querySelectorAll('#main details').forEach((one) => (one.open = true))"
        )
        page.wait_for_timeout(300)
        assert violations(page) == [], title
        wide, inner = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide <= inner, title
        button = page.get_by_role("button", name="下一步" if number < 5 else "下载这本簿子")
        box = button.bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= size[1], title
        if number < 5:
            onward(page)


def tab_to(page, *names: str, kind: str = "") -> None:
    """Press Tab until the focus is where one of these words is read out, on an element of a kind."""
    for _ in range(120):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "[document.activeElement.ariaLabel, document.activeElement.labels?.[0]?.innerText,"
            " document.activeElement.innerText].filter(Boolean).join(' ')"
        )
        found = page.evaluate("document.activeElement.tagName")
        if any(name in said for name in names) and found in (kind or found):
            return
    raise AssertionError(f"the focus never came to {names}")


def test_the_keyboard_alone_is_enough(page):
    def press(words: str) -> None:
        tab_to(page, words)
        page.keyboard.press("Enter")

    tab_to(page, "城市", kind="SELECT")  # not the step of that name
    for _ in range(100):
        if page.evaluate("document.activeElement.value") == "南京":
            break
        page.keyboard.press("ArrowDown")
    page.get_by_text("选了：南京").wait_for()
    press("下一步")
    tab_to(page, "总层数")
    page.keyboard.type("6")
    tab_to(page, "各层一样的")
    page.keyboard.type("80,80")
    press("下一步")
    page.locator("details").first.wait_for()
    tab_to(page, "费用 1 的金额")
    page.keyboard.type("600000")
    press("下一步")
    page.locator("dl.sum").wait_for()
    press("下一步")
    page.get_by_label("全部的页都要").wait_for()
    tab_to(page, "决算")
    page.keyboard.press("Space")
    tab_to(page, "下载这本簿子")
    name, data = downloaded(page, lambda: page.keyboard.press("Enter"))
    assert name.endswith("-南京.xlsx") and len(data) > 50_000
    page.get_by_role("heading", name="接下来").wait_for()


@pytest.mark.sampled(0)
def test_a_long_work_tells_how_long_it_takes(page):
    """The worker is kept from answering, as a slow computer would."""
    from make_steps import at_money

    at_money(page)
    page.get_by_label("费用 1 的金额（元）").fill("60万")
    page.evaluate("() => { window.elevshare.worker.postMessage = () => {}; }")
    onward(page)
    page.get_by_text("正在算每户的金额").wait_for()
    page.get_by_text("已用 3 秒").wait_for(timeout=10_000)
