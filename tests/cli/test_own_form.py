"""A kind of application an office wrote itself (cars), worked from the command line; and what is said where it is faulty."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import NeedsConfirmation
from desk_mailadmin.office import open_office
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from tests.cli.conftest import Cli
from tests.desks import TODAY

CAR = Path(__file__).parent / "car_use"
WISH = {
    "emp_no": "CH0041",
    "range": "外地",
    "destination": "杭州",
    "advance": "800",
    "from_on": TODAY.isoformat(),
    "until": TODAY.isoformat(),
    "reason": "拜访客户",
}


@pytest.fixture
def own(desk: Path) -> Path:
    """The form of cars, laid into the forms of the desk."""
    shutil.copytree(CAR, desk / "forms" / "car_use")
    return desk / "forms" / "car_use" / "form.toml"


def data(folder: Path, **fields: object) -> Path:
    path = folder / "data.json"
    path.write_text(json.dumps(fields, ensure_ascii=False), "utf-8")
    return path


def test_a_car_is_asked_for_handed_out_with_its_key_and_given_back(cli: Cli, own: Path, tmp_path: Path):
    assert cli("check").code == 0
    number = cli("record", "car_use", "--data", data(tmp_path, **WISH)).out.strip()
    assert number == "PC-2026-0001"
    for role in ("department_manager", "general_manager", "office"):
        assert cli("sign", number, role, "--by", "王某").code == 0
    assert "还没有填车牌号" in cli("open", number).refused()
    receipt = cli("open", number, "--data", data(tmp_path, plate="浙A12345", out_at="905")).out.strip()
    (row,) = cli("list", "receipts", "--where", f"number={receipt}", "--json").rows
    assert (row["what"], row["subject"]) == ("device", "车钥匙　浙A12345"), (
        "what the deed brought stands in the receipt"
    )
    (row,) = cli("list", "applications", "--where", "kind=car_use", "--json").rows
    assert (row["number"], row["field.advance_fen"], row["field.plate"]) == (number, 80000, "浙A12345")
    assert cli("list", "applications", "--where", "kind=公司车辆用车申请单", "--json").rows
    assert cli("hand-over", receipt).code == 0
    assert cli("sign", receipt, "recipient").code == 0
    assert cli("end", number, "--reason", "已还").code == 0
    assert cli("list", "applications", "--where", "kind=car_use", "--json").rows[0]["state"] == "closed"


def test_a_rule_of_the_offices_own_has_no_clause_to_cite(own: Path):
    office = open_office(own.parents[2], StillClock.on(TODAY))
    staff = office.services["staff"].numbered("CH0041")
    fields = {key: value for key, value in WISH.items() if key != "emp_no"} | {"range": "私人"}
    with pytest.raises(NeedsConfirmation) as asked:
        office.services["applications"].enter(ApplicationEntry(staff, fields, "car_use"))
    office.close()
    assert str(asked.value) == "公司车辆不办私人用车。这张申请不予受理，只登记这一次拒绝。"


def test_a_faulty_form_is_named_with_its_line_by_record_and_by_check(cli: Cli, own: Path, tmp_path: Path):
    own.write_text(own.read_text("utf-8").replace('prefix = "PC"', 'prefix = "YJ"'), "utf-8")
    said = "car_use/form.toml 第 37 行 › application › prefix：“YJ”已经用于“电子邮件开户申请表”"
    assert said in cli("record", "car_use", "--data", data(tmp_path, **WISH)).refused()
    checked = cli("check")
    assert checked.code == 1
    assert said in checked.out
    body = cli("check", "--json").json
    assert body["ok"], "the data are whole"
    assert [(one["form"], one["line"]) for one in body["forms"]] == [("car_use", 37)]


def test_an_empty_key_is_called_empty(cli: Cli, own: Path):
    own.write_text(own.read_text("utf-8").replace('same = ["plate"]', 'same = [""]'), "utf-8")
    assert "还空着，选一个或填上，例如 emp_no。" in cli("check").out
