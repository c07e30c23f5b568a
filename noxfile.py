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


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Ratios to bare Python, beside what people would use instead."""
    session.install(".", "codespell", "pre-commit", "detect-secrets")
    session.run("python", "tests/benchmarks/check.py")
