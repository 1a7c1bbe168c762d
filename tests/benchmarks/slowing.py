"""A browser's process: what it uses of the processor and of memory, and slowed to a quarter."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from threading import Event, Thread
from typing import Any

#: A turn in ms, of which the process runs a quarter.
_TURN, _RUNS = 0.040, 0.010
#: Done in a worker before its own code: keeps every memory of a WebAssembly that starts.
_KEEP = """self.memories = [];
for (const name of ["instantiate", "instantiateStreaming"]) {
  const start = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await start(...given), { exports } = made.instance || made;
    memories.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
    return made;
  };
}"""
_SUM = "memories.reduce((sum, one) => sum + one.buffer.byteLength, 0)"


class Watched:
    """A page in a context of its own."""

    def __init__(self, browser: Any) -> None:
        self._context = browser.new_context(offline=True)
        self._browser = browser.new_browser_cdp_session()
        self.page = self._context.new_page()
        self._session = self._context.new_cdp_session(self.page)
        self._workers: list[str] = []
        self._answers: dict[int, dict[str, Any]] = {}
        self._asked = 0
        self._session.on("Target.attachedToTarget", self._begun)
        self._session.on("Target.receivedMessageFromTarget", self._take)
        attach = {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": False}
        self._session.send("Target.setAutoAttach", attach)
        (self.process,) = self._of("browser")

    def _of(self, kind: str) -> list[int]:
        found = self._browser.send("SystemInfo.getProcessInfo")["processInfo"]
        return [one["id"] for one in found if one["type"] == kind]

    def open(self, page: Path) -> None:
        """Open a page and wait until it is ready."""
        self.page.goto(page.as_uri())
        self.page.wait_for_selector("#roads:not([hidden])", timeout=600_000)

    def processor(self) -> float:
        """Seconds that the processes of pages have used."""
        found = self._browser.send("SystemInfo.getProcessInfo")["processInfo"]
        return sum(one["cpuTime"] for one in found if one["type"] == "renderer")

    def memory(self) -> str:
        """Megabytes of the page's process, of WebAssembly in its worker, of the worker's heap."""
        whole = max(_resident(process) for process in self._of("renderer"))
        wasm = self._ask("Runtime.evaluate", expression=_SUM)
        heap = self._ask("Runtime.getHeapUsage")["usedSize"]
        megabytes = [round(one / 1e6) for one in (whole, wasm["result"]["value"], heap)]
        return "{} MB, of it WebAssembly {} MB; JavaScript's heap {} MB".format(*megabytes)

    def _begun(self, event: dict[str, Any]) -> None:
        """Let a new worker start, with its memories kept."""
        self._workers.append(event["sessionId"])
        self._say("Runtime.evaluate", expression=_KEEP)
        self._say("Runtime.runIfWaitingForDebugger")

    def _ask(self, method: str, **given: Any) -> dict[str, Any]:
        """Ask the worker's inspector."""
        number = self._say(method, **given)
        while number not in self._answers:
            self.page.wait_for_timeout(20)
        return self._answers.pop(number)["result"]

    def _say(self, method: str, **given: Any) -> int:
        """Tell the worker's inspector; its answer will have this number."""
        self._asked += 1
        message = json.dumps({"id": self._asked, "method": method, "params": given})
        asked = {"sessionId": self._workers[-1], "message": message}
        self._session.send("Target.sendMessageToTarget", asked)
        return self._asked

    def _take(self, event: dict[str, str]) -> None:
        answer = json.loads(event["message"])
        if "id" in answer:
            self._answers[answer["id"]] = answer

    def close(self) -> None:
        """Forget the page."""
        self._context.close()


class Slowed:
    """The processes of pages, below a browser's process, run for a quarter of the time."""

    def __init__(self, browser: int, slow: bool) -> None:
        self._browser, self._slow, self._done = browser, slow, Event()
        self._thread = Thread(target=self._turns, daemon=True)

    def __enter__(self) -> None:
        if self._slow:
            self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        if self._slow:
            self._thread.join()

    def _turns(self) -> None:
        while not self._done.is_set():
            pages = [one for one in _below(self._browser) if _is_page(one)]
            for _ in range(10):
                _tell(pages, signal.SIGSTOP)
                self._done.wait(_TURN - _RUNS)
                _tell(pages, signal.SIGCONT)
                self._done.wait(_RUNS)


def _below(process: int) -> list[int]:
    """All processes that a process began, and those that they began."""
    found = []
    for path in Path("/proc", str(process), "task").glob("*/children"):
        for one in path.read_text().split():
            found += [int(one), *_below(int(one))]
    return found


def _is_page(process: int) -> bool:
    try:
        return b"--type=renderer" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def _tell(processes: list[int], what: signal.Signals) -> None:
    for one in processes:
        try:
            os.kill(one, what)
        except ProcessLookupError:
            continue


def _resident(process: int) -> int:
    """Bytes in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
