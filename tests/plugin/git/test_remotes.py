"""Which remotes count as ones that nobody outside can read: named by the user, exactly, and never Overleaf."""

from __future__ import annotations

import pytest

from askfirst.cli import main
from askfirst.git.remotes import is_own, never_own, own_remotes, settings_file
from askfirst_checks.strict import BrokenData

NAMED = ("git.institute.example", "git.other.example/group", "/srv/git")


@pytest.mark.parametrize(
    "url",
    [
        "https://git.institute.example/me/paper.git",
        "https://me@GIT.institute.example:8443/me/paper.git",
        "ssh://git@git.institute.example:22/me/paper.git",
        "git@git.institute.example:me/paper.git",
        "git.institute.example:me/paper.git",
        "https://git.other.example/group/paper",
        "git@git.other.example:group/paper",
        "/srv/git/paper.git",
        "/srv/git",
        "/srv/else/../git/my paper.git",
    ],
)
def test_own(url):
    assert is_own(url, NAMED)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://github.com/me/paper.git",
        "https://git.institute.example.evil.example/paper",
        "https://evil.example/git.institute.example/paper",
        "https://git.institute.example@evil.example/paper",
        "https://evil.example\\@git.institute.example/paper",
        "https://git.other.example/groups/paper",
        "https://git.other.example/group/../else/paper",
        "https://git.other.example/group/%2e%2e/else",
        "git@git.other.example:else/paper",
        "ext::sh -c git.institute.example",
        "/srv/gits/paper.git",
        "/srv/git/../else",
        "../git/paper",
        "https://[broken/paper",
        "https://git.overleaf.com/63f0",
        "https://git@git.overleaf.com/63f0",
        "https://www.overleaf.com/git/63f0",
    ],
)
def test_not_own(url):
    assert not is_own(url, NAMED)


@pytest.mark.parametrize("named", ["git.overleaf.com", "overleaf.com", "www.overleaf.com/git"])
def test_overleaf_is_never_own(named):
    for url in ("https://git.overleaf.com/1", "https://www.overleaf.com/git/1", "https://overleaf.com/git/1"):
        assert not is_own(url, (named,))


@pytest.mark.parametrize(
    "named",
    [
        "git.overleaf.com",
        "overleaf.com",
        "www.overleaf.com/git",
        "Git.Overleaf.com.",
        "https://git.overleaf.com/63f0",
        "git@git.overleaf.com:63f0",
        "git@git.overleaf.com/63f0",
    ],
)
def test_an_overleaf_entry_is_told_apart(named):
    assert never_own(("git.institute.example", named)) == (named,)


@pytest.mark.parametrize(
    "named",
    [
        "git.institute.example",
        "overleaf.institute.example",
        "notoverleaf.com",
        "overleaf.com.evil.example",
        "git.institute.example/overleaf.com",
        "/srv/overleaf.com",
        "~/overleaf.com",
    ],
)
def test_what_only_sounds_like_overleaf_is_not(named):
    assert never_own((named,)) == ()


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "git.overleaf.com in {file} is Overleaf"), ("de", "git.overleaf.com in {file} ist Overleaf")],
)
def test_hook_status_warns_of_overleaf_among_own_remotes(repo, tmp_path, monkeypatch, capsys, language, says):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    place = tmp_path / "config/askfirst/askfirst.toml"
    place.parent.mkdir(parents=True)
    monkeypatch.chdir(repo.top)
    for named, warned in (('"git.institute.example", "git.overleaf.com"', True), ('"git.institute.example"', False)):
        place.write_text(f"[git]\nown_remotes = [{named}]\n")
        assert main(["hook", "status", "--lang", language]) == 0
        out = capsys.readouterr().out
        assert (says.format(file=place) in out) is warned
        assert "git.institute.example. " in out
    place.write_text('[git]\nown_remotes = ["git.overleaf.com"]\n')
    main(["hook", "status", "--lang", language])
    out = capsys.readouterr().out
    assert says.format(file=place) in out
    assert "git.your-institute.example" in out or "git.ihr-institut.example" in out


def test_the_users_settings_are_read_strictly(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert own_remotes() == ()
    (tmp_path / "askfirst").mkdir()
    place = tmp_path / "askfirst/askfirst.toml"
    assert settings_file() == str(place)
    place.write_text('[git]\nown_remotes = ["git.institute.example"]\n')
    assert own_remotes() == ("git.institute.example",)
    place.write_text('[git]\nown_remote = ["git.institute.example"]\n')
    with pytest.raises(BrokenData, match="own_remote"):
        own_remotes()


def test_a_repository_cannot_name_its_own_remotes(repo, monkeypatch, capsys):
    repo.write("askfirst.toml", '[git]\nown_remotes = ["github.com"]\n')
    repo.write("paper.tex", repo.QUIET)
    repo.git("add", "-A")
    monkeypatch.chdir(repo.top)
    assert main(["hook", "run", "pre-commit"]) == 2
    assert "askfirst.toml:1:" in capsys.readouterr().err
