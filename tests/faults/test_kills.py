import pytest
from kills import kill_often


@pytest.mark.sampled(0)
def test_a_batch_that_is_killed_leaves_no_broken_book_and_can_go_on(tmp_path):
    found = kill_often(tmp_path, kills=4, seed=2)
    assert found["kills"] + found["writing"] >= 3
    assert (found["broken"], found["missing"]) == (0, 0)
