"""vCard and LDIF as their standards want them: folded, escaped, base64 where it must be."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from desk_mailadmin.documents.contacts import Contact, ldif, save_contacts, vcards
from desk_mailadmin.kernel.errors import EnvironmentFault

PERSON = Contact(
    "A10417", "欧阳思远", "欧阳", "思远", "华东云帆集团股份有限公司", ("总部", "国际业务部"), "客户经理; 主任", "A10417",
    ("0571-55518040",), ("8042", "8043"), ("6403",), ("15417170137",), ("0571-55518049",), "osy@x.example", "305", "备注,长" * 20,
)  # fmt: skip


def unfolded(data: bytes, end: str) -> list[str]:
    return data.decode().replace(f"{end} ", "").split(end)


def test_a_card_says_everything_and_no_line_is_too_long():
    data = vcards([PERSON, Contact("directory-3", "会议室 3A", "会议室 3A", extension=("8048",))])
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = unfolded(data, "\r\n")
    assert lines[:6] == [
        "BEGIN:VCARD", "VERSION:3.0", "UID:A10417", "FN:欧阳思远", "N:欧阳;思远;;;",
        "ORG:华东云帆集团股份有限公司;总部;国际业务部",
    ]  # fmt: skip
    assert "TITLE:客户经理\\; 主任" in lines
    assert [line for line in lines if "TEL" in line][:6] == [
        "TEL;TYPE=CELL:15417170137", "TEL;TYPE=WORK,VOICE:0571-55518040", "item1.TEL;TYPE=WORK:8042",
        "item2.TEL;TYPE=WORK:8043", "item3.TEL;TYPE=WORK:6403", "TEL;TYPE=WORK,FAX:0571-55518049",
    ]  # fmt: skip
    assert "item3.X-ABLabel:短号" in lines
    assert any(line.startswith("NOTE:房间 305，备注\\,长备注") for line in lines)
    assert lines.count("END:VCARD") == 2


def test_ldif_is_base64_where_it_is_no_ascii_and_folded_at_76():
    data = ldif([PERSON], "ou=people,dc=x")
    assert all(len(line) <= 76 for line in data.split(b"\n"))
    lines = unfolded(data, "\n")
    assert lines[:3] == ["version: 1", "", "dn: uid=A10417,ou=people,dc=x"]
    assert "objectClass: inetOrgPerson" in lines
    assert f"cn:: {base64.b64encode('欧阳思远'.encode()).decode()}" in lines
    assert [line for line in lines if line.startswith("telephoneNumber")] == [
        "telephoneNumber: 0571-55518040", "telephoneNumber: 8042", "telephoneNumber: 8043",
    ]  # fmt: skip
    assert "mail: osy@x.example" in lines
    assert not any(line.startswith("employeeType") for line in lines)


@pytest.mark.parametrize(
    ("value", "line"),
    [(" x", "IHg="), (":x", "Ong="), ("<x", "PHg="), ("x ", "eCA="), ("周", "5ZGo")],
)
def test_what_would_be_misread_is_base64(value: str, line: str):
    assert f"description:: {line}" in ldif([Contact("a", "b", "c", remark=value)], "o=x").decode()


def test_a_name_in_a_dn_is_escaped():
    assert "dn: uid=a\\,b\\+c,o=x" in ldif([Contact("a,b+c", "b", "c")], "o=x").decode()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path):
    assert save_contacts(tmp_path / "a.vcf", b"x") == tmp_path / "a.vcf"
    assert (tmp_path / "a.vcf").read_bytes() == b"x"
    with pytest.raises(EnvironmentFault):
        save_contacts(tmp_path / "no" / "a.vcf", b"x")


def test_nothing_in_a_person_begins_another_line_or_card():
    wicked = "1\r\nTEL:110\nEND:VCARD\u2028BEGIN:VCARD\x1b"
    person = Contact(
        wicked, wicked, wicked, wicked, wicked, (wicked,), wicked, wicked, (wicked,), (wicked,), (wicked,), (wicked,),
        (wicked,), wicked, wicked, wicked,
    )  # fmt: skip
    lines = unfolded(vcards([person]), "\r\n")
    assert [line for line in lines if line.startswith(("BEGIN", "END", "TEL:"))] == ["BEGIN:VCARD", "END:VCARD"]
    assert not any(sign in line for line in lines for sign in "\r\n\x1b\u2028")
