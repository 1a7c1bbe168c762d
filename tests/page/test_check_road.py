"""Books that come back: the same verdicts as by the command, shown to somebody, summed up."""

from __future__ import annotations

import json
import re
from pathlib import Path

import bases
import pytest
import returned_books
from axe import grave_faults
from bookfile import BookFile
from chromium import downloaded, drop
from harmless import HARMLESS
from tampering import TAMPERINGS

from elevshare import cli

OLD = Path(__file__).parents[1] / "old_books" / "0.1.0"
FIRST = "把收回来的簿子"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def road(page):
    page.get_by_role("button", name="核对收回来的簿子").click()
    return page


def finished(page) -> str:
    """Wait for the end; what the heading says."""
    head = page.get_by_role("heading", name="核对完了")
    head.wait_for(timeout=300_000)
    return head.text_content()


def changed(base: str, *does) -> bytes:
    file = BookFile(bases.book(base))
    for do in does:
        do(file)
    return file.data()


def came_back() -> dict[str, bytes]:
    """Books of every family, sound, saved again, tampered with, old ones, and no books."""
    found = {f"{name}.xlsx": bases.book(name) for name in ("plain", "percent", "lease", "prepaid")}
    found |= {f"{one.name}.xlsx": changed(one.base, one.do) for one in TAMPERINGS[::5]}
    found |= {f"{do.__name__}.xlsx": changed("plain", do) for do in HARMLESS[:3]}
    for name in ("出资-一生.xlsx", "汇总.xlsx"):
        found[name] = (OLD / name).read_bytes()
    found["坏.xlsx"] = found["plain.xlsx"][:9000]
    return found


@pytest.mark.sampled(0)
def test_the_page_finds_what_the_command_finds(desk, folder, capsys):
    books = came_back()
    assert len(books) >= 20
    for name, data in books.items():
        (folder / name).write_bytes(data)
        status = cli.main(["check", f"./{name}", "--json"])
        said = capsys.readouterr().out
        found = desk.run_on({name: data}, "check", f"./{name}", "--json")
        assert (found[0], told(found[1])) == (status, told(said)), name


def told(said: str) -> object:
    """A record, however its letters were written; else what was said."""
    return json.loads(said) if said.startswith("{") else said


@pytest.mark.sampled(0)
def test_checks_one_after_another_need_no_more_memory(desk):
    books = [bases.book(name) for name in ("plain", "lease", "prepaid", "percent", "usual")]

    def used() -> tuple[int, int]:
        for data in books:
            desk.run_on({"簿.xlsx": data}, "check", "簿.xlsx")
        return desk.memory()

    for _ in range(5):  # until all that is kept is there
        first = used()
    assert [used() for _ in range(3)] == [first] * 3


def test_one_book_that_was_tampered_with(road, folder):
    (folder / "改.xlsx").write_bytes(
        changed("plain", lambda file: file.number("分摊", "J23", 12345.67))
    )
    drop(road, FIRST, folder / "改.xlsx")
    assert finished(road) == "核对完了：1 本不可信"
    assert road.evaluate("document.activeElement.tagName") == "H3"
    assert road.get_by_text("不要照这本簿子收款").is_visible()
    assert road.get_by_role("row", name=re.compile(r"「分摊」\s*J23\s+102 应缴 12,345.67 元，按规则应是 0.00 元")).is_visible()  # fmt: skip
    assert road.get_by_role("row", name="102 0.00 12,345.67 ✘ 12,345.67").is_visible()
    assert road.get_by_role("row", name="302 600,000.00 600,000.00").is_visible()
    assert grave_faults(road) == []
    name, data = downloaded(road, road.get_by_role("button", name="存成文字").click)
    text = data.decode("utf-8-sig")
    assert name == "核对结果.txt" and "改.xlsx：不可信\r\n" in text
    assert "「分摊」J23：102 应缴 12,345.67 元，按规则应是 0.00 元" in text


def test_a_code_from_a_paper_is_compared_and_a_sealed_copy_downloaded(road, folder, capsys):
    (folder / "簿.xlsx").write_bytes(bases.book("plain"))
    cli.main(["seal", "簿.xlsx", "-o", "封.xlsx", "--json"])
    code = json.loads(capsys.readouterr().out)["seal"]
    drop(road, FIRST, folder / "封.xlsx")
    finished(road)
    assert road.get_by_text(f"封签 {code}（✔ 与簿子里写的封签相符，封后没有改动）").is_visible()
    paper = road.get_by_label("单据上的封签")
    for typed, said in (
        (code[:7].lower(), "还差 10 个字符"),
        (code.replace("-", " ").lower(), "✔ 相符：单据和这本簿子是一份。"),
        (code[::-1], "✘ 不符：单据和这本簿子不是一份。"),
        ("AB0D", "✘ 封签里没有 0"),
    ):
        paper.fill(typed)
        assert road.get_by_text(said).is_visible(), said
    assert grave_faults(road) == []
    road.get_by_role("button", name="封好，下载封好的一本").click()
    button = road.get_by_role("button", name="下载封好的簿子")
    button.wait_for(timeout=120_000)
    name, data = downloaded(road, button.click)
    assert name == "封签-封.xlsx" and data == (folder / "封.xlsx").read_bytes()


def test_many_books_and_their_summary(road, folder):
    for other in ("甲", "乙"):
        (folder / other).mkdir()
        (folder / other / "簿.xlsx").write_bytes(returned_books.book(7 if other == "甲" else 8))
    returned_books.fill(folder, "1 幢.xlsx", "3 幢.xlsx", "4 幢.xlsx", "坏的.xlsx", "上次的汇总.xlsx", "旧.xls")  # fmt: skip
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    drop(road, FIRST, *files)
    assert finished(road) == "核对完了：3 本通过，1 本有改动，1 本不可信，3 本读不了"
    assert road.get_by_text("✔ 通过 簿.xlsx").count() == 1
    assert road.get_by_text("✔ 通过 簿（2）.xlsx").count() == 1
    assert road.get_by_text("是汇总簿，不能核对").is_visible()
    assert grave_faults(road) == []
    road.get_by_role("button", name="把读得了的 5 本合成一本汇总簿").click()
    button = road.get_by_role("button", name="下载汇总簿")
    button.wait_for(timeout=120_000)
    told = road.locator("#main").text_content()
    assert "汇总簿合好了：收进来 5 本" in told and "已生成" not in told and "移到" not in told
    name, data = downloaded(road, button.click)
    assert road.get_by_text("已下载：汇总簿.xlsx").is_visible()
    second, first = sorted(folder.rglob("簿.xlsx"))  # 甲 comes after 乙
    second.replace(folder / "簿.xlsx")
    first.replace(folder / "簿（2）.xlsx")
    listed = [path.name for path in folder.iterdir() if path.is_file()]
    cli.main(["collect", *listed, "-o", "汇.xlsx"])
    assert name == "汇总簿.xlsx" and data == (folder / "汇.xlsx").read_bytes()


def test_the_progress_is_told_and_may_be_stopped(road, folder):
    road.evaluate("""() => {
        window.told = [];
        new MutationObserver(() => document.querySelectorAll("#main [role=status]").forEach(
            (one) => told.at(-1) !== one.textContent && told.push(one.textContent),
        )).observe(document.querySelector("#main"), {childList: true, subtree: true, characterData: true});
    }""")
    names = [f"{letter}.xlsx" for letter in "abcdefghijklmnopqrstuvwxyz"]
    for name in names:
        (folder / name).write_bytes(returned_books.book(1))
    drop(road, FIRST, *names)
    road.get_by_text("✔ b.xlsx：通过").wait_for(timeout=60_000)
    road.get_by_role("button", name="停下").click()
    assert "本通过" in finished(road)
    told = road.evaluate("told")
    assert told[:2] == [f"正在核对第 {at} 本，共 {len(names)} 本：{names[at - 1]}" for at in (1, 2)]
    left = len(names) - sum(words.startswith("正在核对第") for words in told)
    assert left and road.get_by_text(f"还有 {left} 本没有核对").is_visible()


def test_a_folder_is_opened_when_it_is_dropped(road, folder):
    """Chromium gives entries only for what a person drops; theirs are imitated."""
    (folder / "簿.xlsx").write_bytes(returned_books.book(1))
    road.evaluate(
        """(data) => {
        const file = new File([new Uint8Array(data)], "簿.xlsx");
        const leaf = {isFile: true, name: file.name, file: (done) => done(file)};
        const temporary = {isFile: true, name: "~$簿.xlsx", file: () => { throw new Error(); }};
        const listing = (inside) => { let left = [inside, []]; return {readEntries: (done) => done(left.shift())}; };
        const below = {isDirectory: true, name: "里", createReader: () => listing([leaf])};
        const top = {isDirectory: true, name: "外", createReader: () => listing([temporary, leaf, below])};
        const event = new Event("drop");
        event.dataTransfer = {files: [], items: [{webkitGetAsEntry: () => top}]};
        document.querySelector(".drop").dispatchEvent(event);
    }""",
        list((folder / "簿.xlsx").read_bytes()),
    )
    assert finished(road) == "核对完了：2 本通过"


def test_money_is_not_to_be_collected_by_a_draft(road, folder):
    (folder / "草案.xlsx").write_bytes(bases.book("prepaid"))
    drop(road, FIRST, folder / "草案.xlsx")
    finished(road)
    told = road.locator("#main").text_content()
    assert "补齐以前不要收款" in told and "可以照它收款" not in told
