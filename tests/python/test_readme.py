"""The Python examples of the README run as they stand, one after the other."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest


def test_the_examples_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", (root / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    if not blocks:
        pytest.skip("the README has no Python example yet")
    monkeypatch.chdir(root)
    names: dict[str, Any] = {"__name__": "readme"}
    for number, block in enumerate(blocks, start=1):
        if ">>>" in block:
            example = doctest.DocTestParser().get_doctest(block, names, f"example {number}", "README.md", None)
            assert doctest.DocTestRunner().run(example, clear_globs=False).failed == 0
            names.update(example.globs)
        else:
            exec(compile(block, f"README.md, example {number}", "exec"), names)  # noqa: S102 (that they run is what is tested)
