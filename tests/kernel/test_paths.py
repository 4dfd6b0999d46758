from __future__ import annotations

from pathlib import Path

import pytest

from desk_mailadmin.kernel import paths


def test_the_source_tree_keeps_its_files_beside_the_code() -> None:
    assert (paths.asset_dir("resources") / "clauses.toml").is_file()
    assert paths.asset_dir("forms").name == "forms"


def test_an_installed_program_keeps_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk_mailadmin" / "forms").mkdir(parents=True)
    (tmp_path / "forms").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "desk_mailadmin")
    assert paths.asset_dir("forms") == tmp_path / "desk_mailadmin" / "forms"


def test_a_folder_that_is_nowhere_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        paths.asset_dir("nowhere")
