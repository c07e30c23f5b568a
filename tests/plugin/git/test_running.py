"""A real commit and a real push, with the hook installed: what is asked, what stays silent, what is answered."""

from __future__ import annotations

import pytest

from askfirst.git.hooks import install
from askfirst.git.repository import find

pytestmark = pytest.mark.usefixtures("one_question")


@pytest.fixture
def hooked(repo):
    install(find(str(repo.top)), "pre-commit")
    return repo


def commits(repo) -> int:
    return int(repo.git("rev-list", "--count", "--all"))


def test_a_quiet_manuscript_is_committed_without_a_word(hooked):
    hooked.write("paper.tex", hooked.QUIET)
    hooked.git("add", "-A")
    assert hooked.git("commit", "-m", "draft", "-q") == ""


def test_an_open_question_stops_the_commit_in_three_lines(hooked):
    hooked.write("paper.tex", hooked.ASKS)
    hooked.git("add", "-A")
    said = hooked.git("commit", "-m", "draft", fails=True)
    lines = said.splitlines()
    assert lines[0].startswith("[1] paper.tex:7:")
    assert "Kim Il Sung University" in lines[0]
    assert "2321" in lines[1]
    assert "?" in lines[2]
    assert "askfirst answer paper.tex 1" in lines[2]
    assert "askfirst draft paper.tex" in lines[2]
    assert "not this institution: askfirst answer paper.tex 1 --not-this" in lines[2]
    assert "SKIP=askfirst" in lines[-1]
    assert "\x1b" not in said
    assert commits(hooked) == 0


def test_skip_is_named(hooked):
    hooked.write("paper.tex", hooked.ASKS)
    hooked.git("add", "-A")
    hooked.env["SKIP"] = "askfirst"
    assert "skipped" in hooked.git("commit", "-m", "draft") or commits(hooked) == 1


def test_the_index_counts_not_the_working_tree(hooked):
    hooked.write("paper.tex", hooked.QUIET)
    hooked.git("add", "-A")
    hooked.write("paper.tex", hooked.ASKS)
    hooked.git("commit", "-q", "-m", "quiet as staged")
    hooked.git("add", "-A")
    hooked.write("paper.tex", hooked.QUIET)
    hooked.git("commit", "-q", "-m", "asks as staged", fails=True)


def test_an_answer_in_the_same_commit_counts(hooked):
    hooked.write("paper.tex", hooked.ASKS)
    hooked.answer()
    hooked.git("add", "-A")
    assert hooked.git("commit", "-q", "-m", "draft and answer") == ""


def test_an_answer_that_is_not_staged_does_not_count(hooked):
    hooked.write("paper.tex", hooked.ASKS)
    hooked.answer()
    hooked.git("add", "paper.tex")
    hooked.git("commit", "-q", "-m", "draft", fails=True)


def test_deleting_the_answer_opens_the_question_again(hooked):
    hooked.write("paper.tex", hooked.ASKS)
    hooked.answer()
    hooked.git("add", "-A")
    hooked.git("commit", "-q", "-m", "draft and answer")
    hooked.git("rm", "-q", hooked.PLACE)
    assert "Kim Il Sung" in hooked.git("commit", "-q", "-m", "no answer", fails=True)


def test_a_broken_answer_fails_with_file_and_line(hooked):
    hooked.write("paper.tex", hooked.ASKS)
    hooked.write(hooked.PLACE, hooked.ANSWER.replace('by = "A. Beispiel"', 'bye = "A. Beispiel"'))
    hooked.git("add", "-A")
    assert f"{hooked.PLACE}:7:" in hooked.git("commit", "-q", "-m", "draft", fails=True)


def test_an_included_author_list_is_checked_through_its_root(hooked):
    block = hooked.ASKS[hooked.ASKS.index("\\author{B. Ri}") : hooked.ASKS.index("\\maketitle")]
    hooked.write("paper.tex", hooked.QUIET.replace("\\maketitle", "\\input{parts/authors}\n\\maketitle"))
    hooked.write("parts/authors.tex", "% nobody yet\n")
    hooked.git("add", "-A")
    hooked.git("commit", "-q", "-m", "draft")
    hooked.write("parts/authors.tex", block)
    hooked.git("add", "-A")
    assert "parts/authors.tex:2:" in hooked.git("commit", "-q", "-m", "authors", fails=True)


def test_an_untouched_manuscript_is_left_in_peace(hooked):
    hooked.write("old/paper.tex", hooked.ASKS)
    hooked.git("add", "-A")
    hooked.git("commit", "-q", "--no-verify", "-m", "as it was")
    hooked.write("new/paper.tex", hooked.QUIET)
    hooked.git("add", "-A")
    assert hooked.git("commit", "-q", "-m", "another paper") == ""


def test_a_rename_is_checked_under_its_new_name(hooked):
    hooked.write("old.tex", hooked.ASKS)
    hooked.git("add", "-A")
    hooked.git("commit", "-q", "--no-verify", "-m", "as it was")
    hooked.git("mv", "old.tex", "new name.tex")
    assert "new name.tex:7:" in hooked.git("commit", "-q", "-m", "renamed", fails=True)


def test_crlf(hooked):
    hooked.write("paper.tex", hooked.ASKS.replace("\n", "\r\n"))
    hooked.git("add", "-A")
    assert "paper.tex:7:" in hooked.git("commit", "-q", "-m", "draft", fails=True)


@pytest.mark.parametrize("path", ["a b/paper one.tex", "new\nline.tex", "-dash.tex", b"caf\xe9.tex"])
def test_odd_paths(hooked, path):
    hooked.write(path, hooked.ASKS)
    hooked.git("add", "-A")
    said = hooked.git("commit", "-q", "-m", "draft", fails=True)
    assert "Kim Il Sung University" in said
    assert said.splitlines()[0].isprintable()


def test_commit_a_and_a_partial_commit_use_the_index_git_made_for_them(hooked):
    hooked.write("paper.tex", hooked.QUIET)
    hooked.write("other.tex", hooked.QUIET)
    hooked.git("add", "-A")
    hooked.git("commit", "-q", "-m", "quiet")
    hooked.write("paper.tex", hooked.ASKS)
    hooked.write("other.tex", hooked.QUIET + "%\n")
    hooked.git("commit", "-q", "-m", "only the other", "--", "other.tex")
    hooked.git("commit", "-q", "-a", "-m", "all", fails=True)


def test_a_merge_and_a_rebase(hooked):
    hooked.write("paper.tex", hooked.QUIET)
    hooked.git("add", "-A")
    hooked.git("commit", "-q", "-m", "quiet")
    hooked.git("checkout", "-q", "-b", "side")
    hooked.write("paper.tex", hooked.ASKS)
    hooked.git("commit", "-q", "-a", "--no-verify", "-m", "asks")
    hooked.git("checkout", "-q", "main")
    hooked.write("notes.md", "notes\n")
    hooked.git("add", "-A")
    hooked.git("commit", "-q", "-m", "notes")
    hooked.git("merge", "-q", "--no-commit", "--no-ff", "side")
    assert "Kim Il Sung" in hooked.git("commit", "-q", "-m", "merge", fails=True)
    hooked.git("merge", "--abort")
    hooked.git("rebase", "-q", "main", "side")


def test_a_linked_worktree(hooked, tmp_path):
    hooked.write("paper.tex", hooked.QUIET)
    hooked.git("add", "-A")
    hooked.git("commit", "-q", "-m", "quiet")
    hooked.git("worktree", "add", "-q", str(tmp_path / "linked"))
    linked = type(hooked)(tmp_path / "linked", hooked.env)
    linked.write("paper.tex", hooked.ASKS)
    linked.git("add", "-A")
    assert "paper.tex:7:" in linked.git("commit", "-q", "-m", "draft", fails=True)


def test_a_german_locale_asks_in_german(hooked):
    hooked.write("paper.tex", hooked.ASKS)
    hooked.git("add", "-A")
    hooked.env.update(LC_ALL="de_DE.UTF-8")
    assert "Hat " in hooked.git("commit", "-q", "-m", "draft", fails=True)


@pytest.fixture
def pushing(repo, tmp_path):
    repo.git("init", "-q", "--bare", str(tmp_path / "remote"))
    repo.git("remote", "add", "origin", str(tmp_path / "remote"))
    install(find(str(repo.top)), "pre-push")
    repo.write("paper.tex", repo.QUIET)
    repo.git("add", "-A")
    repo.commit()
    repo.git("push", "-q", "-u", "origin", "main")
    return repo


def test_a_push_asks_about_the_commits_that_leave(pushing):
    pushing.write("paper.tex", pushing.ASKS)
    pushing.git("add", "-A")
    pushing.commit()
    said = pushing.git("push", "-q", fails=True)
    assert "Kim Il Sung University" in said
    assert "git push" in said


def test_a_push_sees_what_a_later_commit_removed(pushing):
    pushing.write("paper.tex", pushing.ASKS)
    pushing.git("add", "-A")
    pushing.commit()
    pushing.write("paper.tex", pushing.QUIET + "%\n")
    pushing.git("add", "-A")
    pushing.commit()
    assert pushing.git("push", "-q", fails=True).count("stop  AF101") == 1


def test_a_push_is_answered_by_its_newest_commit(pushing):
    pushing.write("paper.tex", pushing.ASKS)
    pushing.git("add", "-A")
    pushing.commit()
    pushing.answer()
    pushing.git("add", "-A")
    pushing.commit()
    pushing.git("push", "-q")


def test_a_push_that_deletes_a_branch_asks_nothing(pushing):
    pushing.git("branch", "other")
    pushing.git("push", "-q", "origin", "other")
    pushing.git("push", "-q", "origin", "--delete", "other")


def test_nothing_is_written(hooked):
    hooked.write("paper.tex", hooked.ASKS)
    hooked.git("add", "-A")

    def state():
        files = {  # message, index and objects are git's own doing
            str(path): path.read_bytes()
            for path in sorted(hooked.top.rglob("*"))
            if path.is_file() and path.name not in ("COMMIT_EDITMSG", "index") and "objects" not in path.parts
        }
        return files, hooked.git("ls-files", "--stage")

    before = state()
    hooked.git("commit", "-q", "-m", "draft", fails=True)
    now = state()
    assert set(now[0]) == set(before[0])
    assert now == before


PROFILE = """name = "Institute of Examples"

[contact]
office = "Export Control Office"
email = "export@institute.example"

[[watch]]
name = "Example Institute of Watching"
country = "US"
reason = { en = "our own list", de = "unsere eigene Liste" }
"""


def test_the_profile_in_the_index_holds(hooked):
    watched = hooked.QUIET.replace(
        "\\maketitle", "\\author{C. D.}\n\\affiliation{Example Institute of Watching, USA}\n\\maketitle"
    )
    hooked.write("paper.tex", watched)
    hooked.git("add", "-A")
    hooked.git("commit", "-q", "-m", "nobody watches")
    hooked.write("askfirst-profile.toml", PROFILE)
    hooked.write("paper.tex", watched + "%\n")
    hooked.git("add", "-A")
    assert "Example Institute of Watching" in hooked.git("commit", "-q", "-m", "watched", fails=True)
    hooked.write("askfirst-profile.toml", PROFILE.replace("reason = {", "reason = 5 #"))
    hooked.git("add", "-A")
    assert "askfirst-profile.toml:" in hooked.git("commit", "-q", "-m", "broken", fails=True)


def test_two_papers_are_told_apart_in_the_command(hooked):
    hooked.write("one/paper.tex", hooked.ASKS)
    hooked.write("two/paper.tex", hooked.ASKS)
    hooked.git("add", "-A")
    said = hooked.git("commit", "-q", "-m", "both", fails=True)
    assert "askfirst answer one/paper.tex" in said
    assert "askfirst answer two/paper.tex" in said


HOUSE = "[[classes]]\nname = 'h'\nmacros = ['author \\berichtautor{name}', 'affiliation \\berichtort{text}']\n"


@pytest.mark.parametrize("staged", [True, False])
def test_a_house_class_counts_as_it_is_staged(hooked, staged):
    house = hooked.ASKS.replace("\\author{", "\\berichtautor{").replace("\\affiliation{", "\\berichtort{")
    assert "\\berichtort{" in house
    hooked.write("paper.tex", house.replace("\\affil{", "\\berichtort{"))
    hooked.git("add", "-A")
    hooked.write("askfirst.toml", HOUSE)
    if staged:
        hooked.git("add", "-A")
    said = hooked.git("commit", "-m", "draft", fails=True)
    assert "Kim Il Sung University" in said
    assert ("2321" in said) == staged  # else it is only known that nobody was read
