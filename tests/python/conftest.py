"""What the tests share: where things are, and the notice when the material beside the repository is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The labelled pages beside the repository; a test that asks for them is skipped where they are absent."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is absent")
    return SHARED


@pytest.fixture(scope="session")
def pages() -> dict[str, str]:
    """The sample pages by name."""
    found = {
        path.stem: path.read_text("utf-8")
        for path in sorted((ROOT / "examples" / "pages").glob("*.txt"))
        if path.stem.casefold() != "readme"
    }
    assert len(found) >= 12
    return found


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what could not be tested."""
    if not SHARED.is_dir():
        terminalreporter.write_line("NOTICE: ../shared is absent: the tests on the labelled pages were skipped")
