import os
import signal
from threading import Thread

import pytest

from elevshare.batch.interruption import interruption_held
from elevshare.batch.output_folder import OutputFolder
from elevshare.batch.running import BatchTally, store
from elevshare.batch.task import Answer, Task


@pytest.fixture(autouse=True)
def heeded():
    """Also where a shell runs the tests in the background, deaf to Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interruption_takes_effect_when_the_step_is_done():
    done = []
    with pytest.raises(KeyboardInterrupt), interruption_held():
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        done.append(1)
    assert done and signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_interruption_is_not_lost_where_the_step_fails():
    with pytest.raises(KeyboardInterrupt), interruption_held():
        signal.raise_signal(signal.SIGINT)
        raise OSError
    with pytest.raises(OSError, match="full"), interruption_held():
        raise OSError("full")


def test_whoever_ignores_interruptions_goes_on_ignoring_them():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with interruption_held():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_a_thread_that_cannot_be_interrupted_needs_nothing():
    seen = []

    def step():
        with interruption_held():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = Thread(target=step)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]


@pytest.mark.parametrize("step", ["deliver", "_note"])
def test_ctrl_c_in_the_middle_of_a_book_leaves_the_count_right(tmp_path, monkeypatch, step):
    """The signal comes while the third book is written, or is there and not yet on record."""
    done, tally = [], BatchTally()
    real = getattr(OutputFolder, step)

    def interrupted(self, name, *others, **options):
        if name == "3.xlsx":
            os.kill(os.getpid(), signal.SIGINT)
        return real(self, name, *others, **options)

    monkeypatch.setattr(OutputFolder, step, interrupted)
    results = ((Task(f"{n}.xlsx", "", "", "", b""), Answer(b"%d" % n)) for n in range(1, 9))
    with pytest.raises(KeyboardInterrupt), OutputFolder(tmp_path) as output:
        store(results, output, tally, done.append, force=False)
    assert tally.made == len([*tmp_path.glob("*.xlsx")]) == 3
