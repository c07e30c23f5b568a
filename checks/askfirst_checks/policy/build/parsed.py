"""Make data/parsed.json from the TOML of the measures and jurisdictions.

python -m askfirst_checks.policy.build.parsed            write parsed.json
python -m askfirst_checks.policy.build.parsed --check    compare; 1 where it is out of date
"""

from __future__ import annotations

import json
import sys
import tomllib
from datetime import date
from pathlib import Path

from askfirst_checks.policy.parsed import NAME, checksum_of

DATA = Path(__file__).parent.parent / "data"


def parsed(data: Path = DATA) -> str:
    """The text of parsed.json: one file a line. Raises `tomllib.TOMLDecodeError` for a broken one."""
    paths = sorted([*data.glob("measures/*.toml"), *data.glob("jurisdictions/*.toml")])
    lines = [f"{_json(path.relative_to(data).as_posix())}: {_entry(path)}" for path in paths]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _entry(path: Path) -> str:
    source = path.read_text("utf-8")
    return _json([checksum_of(source), tomllib.loads(source)])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_day)


def _day(value: object) -> dict[str, str]:
    if type(value) is not date:
        raise TypeError(f"{value!r} has no form in {NAME}")
    return {"day": value.isoformat()}


def main(arguments: list[str], data: Path = DATA) -> int:
    """Write or compare parsed.json; 1 where it is out of date."""
    made, target = parsed(data), data / NAME
    if "--check" in arguments:
        return 0 if target.exists() and target.read_text("utf-8") == made else 1
    target.write_text(made, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
