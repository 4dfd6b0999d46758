"""Forms carried as a zip: what comes in is looked at entry by entry, and nothing is ever unpacked."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from desk_mailadmin.documents.form_zip import read_forms, write_forms
from desk_mailadmin.kernel.errors import UserError
from tests.documents.own import RECEIPT

GOOD = {"account_receipt": {"form.toml": RECEIPT.encode(), "sample.json": b"{}"}}


def packed(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, raw in entries:
            package.writestr(name, raw)
    return path


def test_what_is_written_is_read_again_and_the_same_forms_make_the_same_file(tmp_path):
    first, second = write_forms(tmp_path / "a.zip", GOOD), write_forms(tmp_path / "b.zip", GOOD)
    assert first.read_bytes() == second.read_bytes()
    carried = read_forms(first)
    assert ({key: dict(files) for key, files in carried.forms.items()}, carried.refused) == (GOOD, [])


@pytest.mark.parametrize(
    "name",
    [
        "../account_receipt/form.toml", "/etc/form.toml", "C:\\x\\form.toml", "account_receipt/../x/form.toml",
        "_lib/office.typ", "account_receipt/evil.exe", "a/b/form.toml", "CON/form.toml", "account_receipt\\form.toml",
    ],
)  # fmt: skip
def test_a_name_that_is_no_forms_is_refused_and_the_rest_is_taken(tmp_path, name):
    path = packed(tmp_path / "x.zip", (name, b"x"), ("password_slip/form.toml", b"api = 1"))
    carried = read_forms(path)
    assert list(carried.forms) == ["password_slip"]
    (refused,) = carried.refused
    assert "不是表单的文件" in refused.reason
    assert [one.name for one in tmp_path.iterdir()] == ["x.zip"]


def test_links_giants_and_doubles_are_refused(tmp_path):
    link = zipfile.ZipInfo("account_receipt/form.toml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = packed(
            tmp_path / "x.zip", (link, b"/etc/passwd"), ("list/form.toml", b"#" * 2**20),
            ("password_slip/form.toml", b"api = 1"), ("password_slip/form.toml", b"api = 2"),
        )  # fmt: skip
    carried = read_forms(path)
    assert carried.forms == {"password_slip": {"form.toml": b"api = 1"}}
    reasons = {one.name: one.reason for one in carried.refused}
    assert "链接" in reasons["account_receipt/form.toml"]
    assert "256 KB" in reasons["list/form.toml"]
    assert "两次" in reasons["password_slip/form.toml"]


def test_a_size_that_lies_is_found_out_while_reading(tmp_path):
    path = packed(tmp_path / "x.zip", ("list/form.toml", b"#" * 2**20))
    raw = path.read_bytes().replace((2**20).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    path.write_bytes(raw)
    with pytest.raises(UserError, match="不是完整的 zip 文件"):
        read_forms(path)


def test_what_is_no_zip_or_holds_too_much_is_one_sentence(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"PK nothing")
    with pytest.raises(UserError, match="不是完整的 zip 文件"):
        read_forms(tmp_path / "x.zip")
    with (tmp_path / "g.zip").open("wb") as giant:
        giant.truncate(21 * 2**20)
    with pytest.raises(UserError, match="超过 20 MB"):
        read_forms(tmp_path / "g.zip")
    many = packed(tmp_path / "m.zip", *((f"form_{n}/form.toml", b"") for n in range(301)))
    with pytest.raises(UserError, match="有 301 个文件"):
        read_forms(many)


def test_a_form_without_its_form_toml_is_named(tmp_path):
    carried = read_forms(packed(tmp_path / "x.zip", ("list/sample.json", b"{}"), ("forms/visit/form.toml", b"x")))
    assert list(carried.forms) == ["visit"]
    assert [(one.name, one.reason) for one in carried.refused] == [("list", "没有 form.toml")]


def test_an_encrypted_entry_is_refused(tmp_path):
    path = packed(tmp_path / "x.zip", ("list/form.toml", b"api = 1"))
    raw = bytearray(path.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    (refused,) = read_forms(path).refused
    assert refused.reason == "加了密码"
