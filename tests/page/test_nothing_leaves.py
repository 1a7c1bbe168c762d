"""Nothing leaves the computer: the page asks for no file but itself, and its policy refuses what would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from node_bridge import PAGE

#: Ways to reach another computer or to run a text as a program; each is true where it was refused.
WAYS = {
    "fetch": "fetch(URL).then(() => false, () => true)",
    "request": """new Promise((done) => { const asked = new XMLHttpRequest(); asked.onload = () => done(false);
        asked.onerror = () => done(true); asked.open("POST", URL); asked.send("住户"); })""",
    "image": """new Promise((done) => { const one = new Image(); one.onload = () => done(false);
        one.onerror = () => done(true); one.src = URL; })""",
    "script": """new Promise((done) => { const one = document.createElement("script"); one.onload = () => done(false);
        one.onerror = () => done(true); one.src = URL; document.head.append(one); })""",
    "style": """new Promise((done) => { const one = document.createElement("link"); one.rel = "stylesheet";
        one.onload = () => done(false); one.onerror = () => done(true); one.href = URL; document.head.append(one); })""",
    "socket": """new Promise((done) => { try { const one = new WebSocket(URL.replace("http", "ws"));
        one.onopen = () => done(false); one.onerror = () => done(true); } catch { done(true); } })""",
    "events": """new Promise((done) => { const one = new EventSource(URL); one.onopen = () => done(false);
        one.onerror = () => done(true); })""",
    "frame": """new Promise((done) => { document.addEventListener("securitypolicyviolation", () => done(true));
        const one = document.createElement("iframe"); one.src = URL; document.body.append(one); setTimeout(() => done(false), 3000); })""",
    "form": """new Promise((done) => { document.addEventListener("securitypolicyviolation", () => done(true));
        const one = document.createElement("form"); one.action = URL; one.method = "post"; document.body.append(one);
        one.submit(); setTimeout(() => done(false), 3000); })""",
    # In a task of its own: a debugger, such as the one that runs these tests, may use eval.
    "eval": "new Promise((done) => setTimeout(() => { try { eval('1'); done(false); } catch { done(true); } }))",
    "function": """new Promise((done) => setTimeout(() => {
        try { new Function("return 1")(); done(false); } catch { done(true); } }))""",
    "module": "import(URL).then(() => false, () => true)",
    "worker from elsewhere": """new Promise((done) => { try { const one = new Worker(URL);
        one.onerror = () => done(true); setTimeout(() => done(false), 3000); } catch { done(true); } })""",
}
#: The same inside of a worker such as the page has.
IN_WORKER = """new Promise((done) => {
    const code = `onmessage = () => { const asked = new XMLHttpRequest(); asked.onload = () => postMessage(false);
        asked.onerror = () => { try { importScripts("${URL}"); postMessage(false); }
            catch { fetch("${URL}").then(() => postMessage(false), () => postMessage(true)); } };
        asked.open("GET", "${URL}"); asked.send(); };`;
    const one = new Worker(URL_OF(new Blob([code])));
    one.onmessage = ({ data }) => done(data); one.postMessage(1); })"""


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another computer, which allows everybody everything, and what it was asked for."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        do_POST = do_OPTIONS = do_GET  # noqa: N815

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()


@pytest.fixture
def connected(chromium, page_file):
    """The page, opened with a network; its complaints are expected."""
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto(page_file.as_uri())
    yield opened
    context.close()


@pytest.mark.sampled(14)
@pytest.mark.parametrize("way", [*WAYS, "in a worker"])
def test_no_way_leads_out(way, connected, elsewhere):
    url, asked = elsewhere
    tried = WAYS.get(way, IN_WORKER)
    code = f'(() => {{ const there = "{url}", place = (one) => URL.createObjectURL(one); return '
    code += tried.replace("URL_OF", "place").replace("URL", "there") + "; })()"
    assert connected.evaluate(code) is True
    assert asked == []


def test_the_other_computer_would_have_been_reached(chromium, elsewhere):
    url, asked = elsewhere
    context = chromium.new_context()
    opened = context.new_page()
    opened.set_content("<p>a page without a policy</p>")
    assert opened.evaluate(f'fetch("{url}").then(() => true)')
    context.close()
    assert asked


SOURCES = sorted([*(PAGE / "src").rglob("*.mjs"), PAGE / "src/page.html"])
#: What is never written: texts run as a program, markup made of texts, addresses of other computers.
NEVER = (
    re.compile(r"\beval\s*\("),
    re.compile(r"new\s+Function\b|\bFunction\s*\("),
    re.compile(r"(?:inner|outer)HTML\s*\+?=(?!\s*\"[^\"$]*\";)"),
    re.compile(r"insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc"),
    re.compile(r"set(?:Timeout|Interval)\(\s*[\"'`]"),
    re.compile(r"(?:https?|wss?)://(?!embedded\.invalid/)"),
    re.compile(r"localStorage\[|sendBeacon|EventSource|WebSocket|XMLHttpRequest"),
)


def found(text: str) -> list[str]:
    return [one[0] for rx in NEVER for one in rx.finditer(text)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_source_runs_texts_or_makes_markup_of_them(path):
    assert found(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "eval(words)", "new Function(words)", "box.innerHTML = name", "box.innerHTML = `<b>${name}`;", 'a.innerHTML = "<b>" + name;',
        "box.insertAdjacentHTML('x', y)", 'setTimeout("go()", 1)', 'fetch("https://example.com")', "new WebSocket(there)",
    ],
)  # fmt: skip
def test_a_planted_one_is_found(text):
    assert found(text)
