"""The whole main job typed: import, application, signatures, opening, receipt, hand-over, void, return."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.office import Office, open_office
from tests.cli.conftest import Cli
from tests.desks import DATA, DESK_FILE, NOVEMBER, OCTOBER, TODAY

ROSTER = next((DATA / "A").glob("员工花名册*.xlsx"))
TRUTH = json.loads((DATA / "A" / "truth.json").read_text(encoding="utf-8"))
HOSTILE = DATA / "hostile"


@pytest.fixture
def bare(command: Cli, tmp_path: Path) -> Cli:
    """Commands on a desk without people."""
    at = ("--desk", tmp_path / "bare", "--today", TODAY)
    assert command("new", *at).code == 0
    assert command("set", "--file", DESK_FILE, *at).code == 0
    return lambda *arguments: command(*at, *arguments)


def _office(desk: Path) -> Office:
    return open_office(desk, StillClock.on(TODAY))


# import


def test_the_sample_roster_of_an_office_gives_the_figures_of_its_truth(bare: Cli, tmp_path: Path):
    said = bare("import", "roster", ROSTER, "--json", "--faults", tmp_path / "faults.xlsx")
    people = TRUTH["people"]
    assert said.code == 1
    counts = said.json["counts"]
    assert counts["rows"] == TRUTH["roster"]["person_rows"]
    assert counts["people"] == people["unique_persons"]
    assert counts["written"] == people["unique_persons"]
    staff = bare("list", "staff", "--json").rows
    active = [row for row in staff if row["state"] == "active"]
    assert (len(active), len(staff) - len(active)) == (people["active"], people["left"])
    assert Counter(row["branch"] for row in active) == people["active_by_branch"]
    assert Counter(f"{row['branch']}/{row['dept']}" for row in active) == people["active_by_department"]


def test_faults_are_named_by_cell_in_the_promised_keys_and_saved_as_a_workbook(bare: Cli, tmp_path: Path):
    path = tmp_path / "faults.xlsx"
    said = bare("import", "roster", ROSTER, "--dry-run", "--json", "--faults", path)
    faults = said.json["faults"]
    assert all(set(fault) >= {"file", "sheet", "row", "column", "kind", "message"} for fault in faults)
    doubled = next(fault for fault in faults if fault["kind"] == "empno-dup")
    truth = TRUTH["roster"]["duplicate_employee_numbers"][0]
    assert (doubled["sheet"], doubled["row"], doubled["column"]) == ("花名册", truth["second_row"], "B")
    assert truth["first"]["name"] in doubled["message"]
    lines = list(openpyxl.load_workbook(path).active.iter_rows(min_row=2, values_only=True))
    assert {(line[0], int(line[1])) for line in lines} == {(fault["sheet"], fault["row"]) for fault in faults}
    (line,) = [line for line in lines if line[1] == str(doubled["row"])]
    assert doubled["message"].rstrip("。") in line[2]


def test_a_dry_run_writes_nothing(cli: Cli, desk: Path):
    before = (desk / "desk.maildesk").read_bytes()
    said = cli("import", "roster", OCTOBER, "--dry-run", "--json")
    assert said.code == 1
    assert "written" not in said.json["counts"]
    assert (desk / "desk.maildesk").read_bytes() == before


def test_a_newer_roster_names_who_joined_moved_and_left(bare: Cli):
    truth = json.loads((NOVEMBER.parent / "truth.json").read_text(encoding="utf-8"))
    assert bare("import", "roster", OCTOBER).code == 1
    counts = bare("import", "roster", NOVEMBER, "--dry-run", "--json").json["counts"]
    november = truth["november"]
    assert counts["joined"] == len(november["joined"])
    assert counts["absent"] == len(november["gone"])
    assert counts["changed"] >= len(november["moved"]) - 1


def test_who_is_no_longer_listed_leaves_only_when_asked_for(bare: Cli):
    gone = set(json.loads((NOVEMBER.parent / "truth.json").read_text(encoding="utf-8"))["november"]["gone"])
    bare("import", "roster", OCTOBER)
    bare("import", "roster", NOVEMBER)
    still = {row["emp_no"]: row["state"] for row in bare("list", "staff", "--json").rows if row["emp_no"] in gone}
    assert set(still.values()) == {"active"}
    bare("import", "roster", NOVEMBER, "--absent-left")
    left = {row["emp_no"]: row for row in bare("list", "staff", "--json").rows if row["emp_no"] in gone}
    assert {row["state"] for row in left.values()} == {"left"}
    assert {row["left_on"] for row in left.values()} == {TODAY.isoformat()}


def test_the_same_roster_twice_changes_nothing(cli: Cli):
    said = cli("import", "roster", NOVEMBER, "--json")
    assert said.code == 0
    assert said.json["counts"]["unchanged"] == 121
    assert said.json["counts"]["written"] == 0
    assert "没有变化 121" in cli("import", "roster", NOVEMBER).out


@pytest.mark.parametrize("file", sorted(path.name for path in HOSTILE.iterdir() if path.suffix in (".xlsx", ".xlsm")))
def test_a_hostile_workbook_is_refused_in_one_sentence_or_read_whole(cli: Cli, desk: Path, file: str):
    before = cli("list", "staff", "--json").rows
    said = cli("import", "roster", HOSTILE / file)
    if said.code == 2:
        assert said.refused()
        assert cli("list", "staff", "--json").rows == before
    else:
        assert said.code in (0, 1)
        assert "已写入" in said.out
        assert len(cli("list", "staff", "--json").rows) >= len(before)
    assert cli("check").code == 0


@pytest.mark.parametrize("file", ["empty.csv", "empty.xlsx", "zipbomb_rows.xlsx", "billion_laughs.xlsx",
                                  "truncated.xlsx", "pdf_renamed.xlsx", "encrypted_like.xlsx"])  # fmt: skip
def test_what_is_no_roster_imports_nothing(cli: Cli, desk: Path, file: str):
    before = (desk / "desk.maildesk").read_bytes()
    assert cli("import", "roster", HOSTILE / file).refused()
    assert (desk / "desk.maildesk").read_bytes() == before


def test_a_roster_that_is_not_there_is_named(cli: Cli, tmp_path: Path):
    assert "none.xlsx" in cli("import", "roster", tmp_path / "none.xlsx").refused()
    assert "用法不对" in cli("import", "phonebook", ROSTER).refused()


# record


def test_an_application_gets_its_number_and_waits_for_signatures(cli: Cli, application: str):
    assert application == "YJ-2026-0001"
    (row,) = cli("list", "applications", "--json").rows
    assert row["state"] == "signing"
    assert (row["emp_no"], row["name"], row["dept"], row["branch"]) == ("CH0065", "陈华娟", "研发部", "总部")
    assert (row["entered_on"], row["due_on"]) == ("2026-12-03", "2026-12-10")


def test_the_applications_of_one_kind_are_listed_with_every_promised_column(cli: Cli, application: str):
    (whole,) = cli("list", "applications", "--json").rows
    (row,) = cli("list", "applications", "--where", "kind=account_application", "--json").rows
    assert row["number"] == application
    assert set(whole) <= set(row)
    assert {key: row[key] for key in whole} == whole
    assert cli("list", "applications", "--where", "kind=forwarding", "--json").rows == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"emp_no": "XX9999"}, "没有工号 XX9999"),
        ({"address": "罗刚@chenghu.example"}, "address：邮箱名“罗刚”"),
        ({"address": ""}, "首选地址"),
        ({"quota_mb": 11}, "邮箱容量"),
        ({"quota_mb": "viel"}, "邮箱容量"),
        ({"rights": "内部收发"}, "使用权限"),
        ({"rights": ["群发"]}, "使用权限"),
        ({"phone": ""}, "联系电话"),
        ({"mobile": "12"}, "mobile：还差 9 位"),
        ({"colour": "red"}, "没有“colour”这一栏"),
        ({"kind": "nothing"}, "没有“nothing”这种申请"),
        ({"entered_on": "morgen"}, "填表日期"),
        ({"entered_on": "2026-12-04"}, "填表日期在今天以后"),
    ],
)
def test_an_application_that_cannot_stand_is_refused_and_gets_no_number(
    cli: Cli, data_file: Callable[..., Path], changes: dict[str, object], sentence: str
):
    assert sentence in cli("record", "application", "--data", data_file(**changes)).refused()
    assert cli("list", "applications", "--json").rows == []
    assert cli("record", "application", "--data", data_file()).out.strip() == "YJ-2026-0001"


def test_an_address_is_given_out_once(cli: Cli, application: str, data_file: Callable[..., Path]):
    sentence = cli("record", "application", "--data", data_file(emp_no="CH0051")).refused()
    assert "chj@chenghu.example" in sentence
    assert "陈华娟" in sentence


def test_plain_data_that_cannot_be_read_is_named(cli: Cli, tmp_path: Path, data_file: Callable[..., Path]):
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    (tmp_path / "half.json").write_text("{", encoding="utf-8")
    assert "JSON 对象" in cli("record", "application", "--data", tmp_path / "list.json").refused()
    assert "读不出来" in cli("record", "application", "--data", tmp_path / "half.json").refused()
    assert "读不出来" in cli("record", "application", "--data", tmp_path / "none.json").refused()
    assert "不能登记“seal”" in cli("record", "seal", "--data", data_file()).refused()


# sign, open, hand over


def test_signatures_are_taken_in_order_by_role_and_never_in_the_future(cli: Cli, application: str):
    assert cli("sign", application, "office", "--by", "罗刚").refused() == "先登记承诺人签字。"
    assert "没有“boss”这一处签字" in cli("sign", application, "boss", "--by", "罗刚").refused()
    assert cli("sign", application, "applicant", "--on", "2026-12-04").refused() == "签字日期在今天以后。"
    assert "早于填表日期" in cli("sign", application, "applicant", "--on", "2026-12-01").refused()
    assert "没有编号 YJ-2026-0099" in cli("sign", "YJ-2026-0099", "applicant").refused()
    assert "部门经理" in cli("sign", application, "applicant").out
    assert "已经登记过" in cli("sign", application, "applicant").refused()
    assert "谁签的" in cli("sign", application, "department_manager").refused()


def test_a_scan_is_kept_with_its_signature(cli: Cli, desk: Path, application: str, tmp_path: Path):
    cli("print", application, "-o", tmp_path / "sheet.pdf")
    assert cli("sign", application, "applicant", "--scan", tmp_path / "sheet.pdf").code == 0
    office = _office(desk)
    (kept,) = office.desk.attachments.of("application", office.services["applications"].numbered(application))
    assert (kept.role, kept.name, kept.pages) == ("signature.applicant", "sheet.pdf", 2)
    assert office.desk.attachments.read(kept.sha256) == (tmp_path / "sheet.pdf").read_bytes()
    office.close()


def test_a_scan_that_is_not_there_leaves_the_signature_out_too(cli: Cli, application: str, tmp_path: Path):
    assert "读不出来" in cli("sign", application, "applicant", "--scan", tmp_path / "none.pdf").refused()
    assert "等承诺人" in cli("list", "applications", "--json").rows[0]["progress"]


def test_a_refusal_ends_the_application(cli: Cli, application: str):
    cli("sign", application, "applicant")
    refused = ("sign", application, "department_manager", "--by", "王明", "--disagree")
    assert cli(*refused, "--opinion", "岗位不需要").code == 0
    row = cli("list", "applications", "--json").rows[0]
    assert (row["state"], row["progress"]) == ("refused", "岗位不需要")
    assert cli("open", application).refused()


def test_nothing_opens_before_every_signature(cli: Cli, application: str):
    sentence = cli("open", application).refused()
    assert "还缺 3 处签字" in sentence
    cli("sign", application, "applicant")
    assert "还缺 2 处签字" in cli("open", application).refused()
    assert cli("list", "mailboxes", "--json").rows == []
    assert "还没有回执" in cli("hand-over", application).refused()


def test_the_way_of_a_signed_application_to_its_end(cli: Cli, opened: tuple[str, str]):
    application, receipt = opened
    assert receipt == "HZ-2026-0001"
    (box,) = cli("list", "mailboxes", "--json").rows
    assert (box["address"], box["emp_no"], box["state"], box["quota_mb"], box["opened_on"]) == (
        "chj@chenghu.example", "CH0065", "active", 10, "2026-12-03",
    )  # fmt: skip
    assert "不是申请" in cli("open", receipt).refused()
    assert "先登记送出" in cli("sign", receipt, "recipient").refused()
    assert cli("hand-over", application, "--how", "department").code == 0
    assert "已经送出" in cli("hand-over", receipt).refused()
    assert "只有 recipient" in cli("sign", receipt, "office").refused()
    assert cli("sign", receipt, "recipient", "--by", "陈华娟").code == 0
    (row,) = cli("list", "receipts", "--json").rows
    assert (row["state"], row["application"], row["handed_on"], row["signed_on"]) == (
        "signed", application, "2026-12-03", "2026-12-03",
    )  # fmt: skip
    assert cli("list", "applications", "--json").rows[0]["state"] == "closed"


def test_a_receipt_that_is_refused_names_why(cli: Cli, opened: tuple[str, str]):
    _, receipt = opened
    cli("hand-over", receipt)
    refusal = ("sign", receipt, "recipient", "--disagree", "--opinion", "本人不在")
    assert cli(*refusal).refused() == "拒签要写见证人是谁。"
    assert cli(*refusal, "--witness", "王明").code == 0
    assert cli("list", "receipts", "--json").rows[0]["state"] == "refused"


def test_an_entry_of_the_directory_is_entered_and_listed(cli: Cli, tmp_path: Path):
    person = next(row for row in cli("list", "staff", "--json").rows if row["emp_no"] and row["state"] == "active")
    entry = tmp_path / "entry.json"
    entry.write_text(json.dumps({"emp_no": person["emp_no"], "extension": "8042", "short": "6403"}), "utf-8")
    assert cli("record", "directory", "--data", str(entry)).out.strip() == person["name"]
    (row,) = cli("list", "directory", "--json").rows
    assert (row["emp_no"], row["name"], row["extension"], row["short"], row["dept"], row["state"]) == (
        person["emp_no"], person["name"], "8042", "6403", person["dept"], "none",
    )  # fmt: skip
    assert "已经在通讯录里" in cli("record", "directory", "--data", str(entry)).refused()


def test_what_is_handed_over_is_entered_for_one_and_for_many(cli: Cli, tmp_path: Path):
    notice = tmp_path / "notice.json"
    people = [row for row in cli("list", "staff", "--json").rows if row["emp_no"] and row["state"] == "active"][:3]
    data = {"what": "notice", "subject": "关于修改邮件规定的通知", "emp_no": [row["emp_no"] for row in people]}
    notice.write_text(json.dumps(data), "utf-8")
    assert cli("record", "receipt", "--data", str(notice)).out.split() == [f"HZ-2026-000{n}" for n in (1, 2, 3)]
    assert cli("hand-over", "HZ-2026-0002").code == 0
    rows = {row["number"]: row for row in cli("list", "receipts", "--json").rows}
    sent, unsent = rows["HZ-2026-0002"], rows["HZ-2026-0001"]
    assert (sent["what"], sent["subject"], sent["days_out"]) == ("notice", "关于修改邮件规定的通知", 0)
    assert (unsent["days_out"], unsent["name"]) == (None, people[0]["name"])
    out = tmp_path / "sheet.pdf"
    assert cli("print", "HZ-2026-0002", "-o", str(out)).code == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"subject": ""}, "subject：还没有写交付的是什么。"),
        ({"emp_no": "X9"}, "emp_no：没有工号 X9 这个人。"),
        ({"copies": "2"}, "copies：应当是整数。"),
        ({"colour": "红"}, "colour：不认识的栏目。"),
        ({"back_by": "明天"}, "back_by：归还期限“明天”应写成 2026-12-31 这样。"),
    ],
)
def test_a_hand_over_that_cannot_stand_names_its_key(cli: Cli, tmp_path: Path, wrong: dict[str, object], sentence: str):
    (person, *_) = [row for row in cli("list", "staff", "--json").rows if row["emp_no"] and row["state"] == "active"]
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps({"subject": "通知", "emp_no": person["emp_no"], **wrong}), "utf-8")
    assert cli("record", "receipt", "--data", str(path)).refused() == sentence
    assert cli("list", "receipts", "--json").rows == []


# void and return


def test_a_void_application_keeps_its_number_and_frees_its_address(
    cli: Cli, application: str, data_file: Callable[..., Path]
):
    assert cli("void", application, "--reason", " ").refused()
    assert cli("void", application, "--reason", "本人调岗").code == 0
    again = cli("record", "application", "--data", data_file())
    assert again.out.strip() == "YJ-2026-0002"
    states = {row["number"]: row["state"] for row in cli("list", "applications", "--json").rows}
    assert states == {application: "void", "YJ-2026-0002": "signing"}
    assert cli("void", application, "--reason", "再来").refused()


def test_a_void_receipt_is_replaced_by_the_next(cli: Cli, opened: tuple[str, str]):
    application, receipt = opened
    assert cli("void", receipt, "--reason", "印错了").code == 0
    rows = {row["number"]: row for row in cli("list", "receipts", "--json").rows}
    assert {number: row["state"] for number, row in rows.items()} == {receipt: "void", "HZ-2026-0002": "out"}
    assert rows["HZ-2026-0002"]["application"] == application


def test_an_application_is_returned_with_a_reason(cli: Cli, application: str):
    cli("sign", application, "applicant")
    assert cli("return", application, "--reason", "理由太简单").code == 0
    row = cli("list", "applications", "--json").rows[0]
    assert (row["state"], row["progress"]) == ("returned", "理由太简单")
    assert "用法不对" in cli("return", application).refused()


def test_every_step_stands_in_the_history(cli: Cli, desk: Path, opened: tuple[str, str]):
    office = _office(desk)
    record = office.services["applications"].numbered(opened[0])
    lines = [entry.text for entry in office.desk.journal.history("application", record)]
    office.close()
    for said in ("正式填表 YJ-2026-0001", "登记承诺人签字：江文清，同意", "登记部门经理签字：江文清，同意"):
        assert said in lines
    assert cli("check").code == 0


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000 + "1" + "}" * 100_000, "x" * 2_000_000, '{"name": "\\ud800"}']
)
def test_plain_data_no_one_could_mean_are_refused_in_one_line(cli, tmp_path, text):
    (tmp_path / "data.json").write_text(text, encoding="utf-8")
    assert "data.json" in cli("record", "staff", "--data", tmp_path / "data.json").refused()


@pytest.mark.parametrize("field", ["name", "dept", "branch", "emp_no", "post", "remark", "hired_on"])
def test_a_book_in_a_field_is_refused_beside_it_and_not_repeated(cli, tmp_path, field):
    body = {"name": "张三", "dept": "技术部", field: "长" * 100_000}
    (tmp_path / "data.json").write_text(json.dumps(body), encoding="utf-8")
    said = cli("record", "staff", "--data", tmp_path / "data.json").refused()
    assert said.startswith(f"{field}：")
    assert len(said) < 400


def test_nothing_in_plain_data_is_an_empty_field(cli, data_file):
    assert cli("record", "application", "--data", data_file(phone=None)).refused() == "phone：还没有填联系电话。"
    assert cli("record", "application", "--data", data_file(reason=["x"])).refused() == "reason：申请理由应当是文字。"


def test_half_characters_on_the_command_line_are_refused(cli):
    assert cli("void", "YJ-2026-0001", "--reason", "\udce4").refused() == "用法不对：参数里有乱码，检查终端的编码。"
