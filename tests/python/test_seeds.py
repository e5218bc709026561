"""The five labelled pages beside the repository, measured by their own scorer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FLOORS = {
    "dates": 0.98,
    "quantities": 0.95,
    "citations": 1,
    "citation_dates": 1,
    "symbols": 1,
    "frame": 0.95,
    "furniture": 0.85,
    "blocks": 0.95,
}


def test_the_labelled_pages_reach_their_floors(shared: Path) -> None:
    scored = subprocess.run(
        [
            sys.executable,
            shared / "eval" / "score.py",
            shared / "gold" / "seeds.jsonl",
            shared / "seeds",
            "--show=20",
            "--min-f1",
            *(f"{kind}={floor}" for kind, floor in FLOORS.items()),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert scored.returncode == 0, f"{scored.stdout}{scored.stderr}"
    assert "5 documents, 0 faults" in scored.stdout
