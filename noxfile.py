"""``nox``: the tests, then what reads the code."""

from __future__ import annotations

import nox

nox.options.sessions = ["tests", "lint"]


@nox.session
def tests(session: nox.Session) -> None:
    """The whole test suite."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def quick(session: nox.Session) -> None:
    """The tests that start no program and no server, on every core."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", "-q", "-n", "auto", "-m", "not client and not long", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """ruff, mypy --strict, and the walls between the packages."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", "checks", "plugin", "tests")
    session.run("mypy")
    session.run("lint-imports")


@nox.session
def docs(session: nox.Session) -> None:
    """The site, in both languages; strict, and nothing loaded from elsewhere."""
    session.install("-e", ".[docs]")
    session.run("python", "docs/build.py")


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def pythons(session: nox.Session) -> None:
    """The quick tests on every Python that is here and that askfirst admits."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", "-q", "-n", "auto", "-m", "not client and not long", *session.posargs)


@nox.session(python="3.11")
def lowest(session: nox.Session) -> None:
    """The quick tests with the oldest versions that pyproject.toml admits."""
    session.install("-r", "release/locks/lowest.txt")
    session.install("--no-deps", "-e", ".")
    session.run("python", "-m", "pytest", "-q", "-n", "auto", "-m", "not client and not long", *session.posargs)


@nox.session
def locks(session: nox.Session) -> None:
    """Write the lock files anew; read the diff."""
    session.install("-e", ".[release]")
    usual = ("--python-version", "3.11", "--no-emit-index-url", "--no-annotate", "--no-header", "-q", "--upgrade")
    hashed = ("--universal", "--generate-hashes")
    for name, how in {
        "askfirst": hashed,
        "dev": (*hashed, "--extra", "dev"),
        "lowest": ("--extra", "test", "--resolution", "lowest-direct"),
    }.items():
        session.run("uv", "pip", "compile", "pyproject.toml", *usual, *how, "-o", f"release/locks/{name}.txt")


@nox.session
def release(session: nox.Session) -> None:
    """Everything that is handed out, twice: the same bytes."""
    session.install("-e", ".[release]")
    session.run("python", "release/version.py")
    session.run("python", "release/build.py", "--twice", *session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Ratios to bare Python, beside what people would use instead."""
    session.install(".", "codespell", "pre-commit", "detect-secrets")
    session.run("python", "tests/benchmarks/check.py")
