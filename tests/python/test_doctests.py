"""The examples in the package's own words."""

from __future__ import annotations

import doctest

import ekasan


def test_the_examples_of_the_package_run() -> None:
    failed, attempted = doctest.testmod(ekasan)
    assert attempted > 0
    assert failed == 0
