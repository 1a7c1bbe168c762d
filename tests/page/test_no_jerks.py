"""The page stays alive while a book is made: all work is in its worker."""

from __future__ import annotations

import pytest

#: The longest time between two pictures, in ms, while a command runs.
GAPS = """async (words) => {
  let last = performance.now(), longest = 0, busy = true;
  const tick = (now) => { longest = Math.max(longest, now - last); last = now; if (busy) requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
  const { files } = await window.elevshare.run(words);
  busy = false;
  return [Math.max(longest, performance.now() - last), Object.keys(files).length];
}"""
MOST = 250  # other programs may hold up one of three


@pytest.mark.sampled(0)
def test_the_page_never_halts_while_a_book_is_made(page):
    gaps = []
    for areas in ("80,100", "81,100,120", "82,90"):
        words = [
            "make",
            "南京",
            "--storeys",
            "7",
            "--areas",
            areas,
            "--cost",
            "600000",
            "--with",
            "全部",
            "-o",
            "a.xlsx",
        ]
        gap, files = page.evaluate(GAPS, words)
        assert files == 1
        gaps.append(gap)
    assert min(gaps) < MOST, gaps
