"""The office's own versions: copied, saved, put back, compared with an upgrade; refused with their line, never lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_mailadmin.documents.library import Library
from desk_mailadmin.documents.new_form import free_prefix, new_form_text, new_id
from desk_mailadmin.documents.own_forms import PLEDGE, OwnForms, next_rev, with_next_pledge
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.documents.shapes import FormFault
from desk_mailadmin.documents.trial import FormTrial
from desk_mailadmin.kernel.errors import EnvironmentFault, NeedsConfirmation, UserError
from tests.documents.own import EMPTY_KIND, OLD_CLAUSE, RECEIPT, SHIPPED, sample_of, shipped_copy

Shelf = tuple[OwnForms, Library]


@pytest.fixture
def shelf(tmp_path, renderer) -> Callable[..., Shelf]:
    def make(shipped: Path | None = None) -> Shelf:
        library = Library(("本台账", tmp_path / "forms"), trial=renderer.try_form, shipped=shipped, prefixes=("HZ",))
        return OwnForms(tmp_path / "forms", library), library

    return make


def put_by_hand(folder: Path, form: str, name: str, text: str) -> None:
    (folder / form).mkdir(parents=True, exist_ok=True)
    (folder / form / name).write_text(text, "utf-8")


def test_a_copy_is_in_use_at_once_and_knows_what_it_was_made_from(shelf, tmp_path):
    own, library = shelf()
    before = library.generation
    form = own.copy("account_receipt")
    assert (form.spec.base_rev, len(form.spec.base_sha256)) == ("A/1", 64)
    assert library.form("account_receipt").origin == "本台账"
    assert library.generation == before + 1
    assert (tmp_path / "forms" / "account_receipt" / "sample.json").is_file()
    assert library.outdated == ()
    with pytest.raises(UserError, match="已经有本单位的版本"):
        own.copy("account_receipt")
    with pytest.raises(UserError, match="没有随程序的版本"):
        own.copy("nothing")


def test_a_saved_change_is_printed_and_a_reset_brings_the_shipped_one_back(shelf, renderer, when, tmp_path):
    own, library = shelf()
    own.copy("account_receipt")
    own.save("account_receipt", own.text("account_receipt").replace(OLD_CLAUSE, "已当面点清。"))

    def printed() -> str:
        return text_of_pdf(
            renderer.render(library.form("account_receipt"), library.sample("account_receipt"), when=when).pdf
        )

    assert "已当面点清" in printed()
    kept = own.reset("account_receipt")
    assert "账号信息已收到" in printed()
    assert (kept.name, "已当面点清" in (kept / "form.toml").read_text("utf-8")) == ("account_receipt-1", True)
    own.copy("account_receipt")
    assert own.reset("account_receipt").name == "account_receipt-2"
    assert library.problems == ()
    with pytest.raises(UserError, match="没有本单位的版本"):
        own.reset("account_receipt")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (RECEIPT.replace("api = 1", "api = = 1"), 2, "写法不对（第 2 行"),
        (RECEIPT.replace('field = "dept"', 'field = "depart"'), 18, "没有“depart”这个栏目，可以用的有 address、"),
        (RECEIPT.replace("{send_limit}", "{limit}"), 22, "没有“limit”这个栏目"),
        (RECEIPT.replace('kind = "fields"', 'kind = "feilds"', 1), 14, "不认识“feilds”"),
        (RECEIPT.replace('label = "账号"', 'title = "账号"', 1), 15, "没有“title”这一项"),
        (RECEIPT.replace("number = 2", "number = 95"), 7, "不能是 95"),
        ("#" * 2**20, 0, "文件超过 256 KB"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line_and_never_written(shelf, text, line, says):
    own, library = shelf()
    own.copy("account_receipt")
    before = own.text("account_receipt")
    with pytest.raises(UserError) as fault:
        own.save("account_receipt", text)
    assert says in str(fault.value)
    assert isinstance(fault.value, FormFault)
    assert fault.value.line == line
    if line:
        assert f"第 {line} 行" in str(fault.value)
    assert own.text("account_receipt") == before
    assert library.problems == ()


@pytest.mark.parametrize(
    ("name", "text", "file", "line", "says"),
    [
        ("form.toml", RECEIPT.replace("rows = [", "rows = [[", 1), "account_receipt/form.toml", 25, "写法不对（第 25 行"),
        ("form.toml", RECEIPT.replace('field = "login"', 'field = "logon"'), "account_receipt/form.toml", 20, "第 20 行"),
        ("form.typ", '#set text(size: 9pt)\n#import "@preview/cetz:0.2.0": canvas\n', "account_receipt/form.typ", 2, "引用了外部程序包"),
        ("form.toml", "# x\n" * 2**18, "account_receipt/form.toml", 0, "文件超过 256 KB"),
        ("form.typ", "// x\n" * 2**18, "account_receipt/form.typ", 0, "文件超过 256 KB"),
        ("form.typ", "= ok\n\n#nothing\n", "account_receipt/form.typ", 3, "unknown variable: nothing"),
        ("form.typ", '#read("/etc/hostname")\n', "account_receipt/form.typ", 1, "画不出来"),
    ],
)  # fmt: skip
def test_a_faulty_file_put_there_by_hand_is_named_and_the_shipped_form_is_used(
    shelf, tmp_path, name, text, file, line, says
):
    put_by_hand(tmp_path / "forms", "account_receipt", name, text)
    own, library = shelf()
    (problem,) = library.problems
    assert (problem.file, problem.line) == (file, line)
    assert says in problem.diagnostic
    assert "用的是随程序的版本" in str(problem)
    assert library.form("account_receipt").origin == "随程序"
    if name == "form.toml":
        assert own.text("account_receipt") == text[: 256 * 1024 + 1]


def test_an_office_form_that_cannot_be_used_has_nothing_that_stands_in(shelf, tmp_path):
    put_by_hand(tmp_path / "forms", "key_loan", "form.toml", EMPTY_KIND.replace('field = "room"', 'field = "hall"'))
    _, library = shelf()
    (problem,) = library.problems
    assert "用不了" in str(problem)
    assert "没有“hall”这个栏目" in problem.diagnostic


def test_a_template_of_its_own_draws_one_form_only(shelf, tmp_path, renderer, when):
    own, library = shelf()
    own.copy("account_receipt")
    drawing = (Path(library._shipped_folder) / "_lib" / "office.typ").read_text("utf-8")
    put_by_hand(tmp_path / "forms", "account_receipt", "form.typ", drawing.replace("第 #page-no 页", "页码 #page-no"))
    library.reload()
    receipt, slip = library.form("account_receipt"), library.form("password_slip")
    assert (receipt.drawn_by, slip.drawn_by) == ("account_receipt/form.typ", "_lib/office.typ")
    assert "页码 1" in text_of_pdf(renderer.render(receipt, library.sample("account_receipt"), when=when).pdf)
    assert library.problems == ()


@pytest.mark.parametrize(
    ("template", "seconds", "says"),
    [
        ("#for a in range(3000) { for b in range(3000) { let x = range(50).map(i => i * i).sum() } } ok\n", 5, "停不下来的循环"),
        ('#let s = "x"\n#for i in range(40) { s = s + s }\n#s.len()\n', 90, "可能用掉了太多内存"),
    ],
)  # fmt: skip
def test_a_template_that_never_ends_or_takes_all_memory_harms_a_child_only(tmp_path, renderer, template, seconds, says):
    put_by_hand(tmp_path / "forms", "account_receipt", "form.typ", template)
    library = Library(("本台账", tmp_path / "forms"), trial=FormTrial(renderer, seconds=seconds))
    (problem,) = library.problems
    assert says in problem.diagnostic
    assert problem.file == "account_receipt/form.typ"
    assert library.form("account_receipt").is_foreign is False


def test_a_template_of_its_own_is_tried_apart_and_its_faults_come_back_with_their_line(tmp_path, renderer):
    drawing = (SHIPPED / "_lib" / "office.typ").read_text("utf-8")
    put_by_hand(tmp_path / "forms", "account_receipt", "form.typ", drawing)
    library = Library(("本台账", tmp_path / "forms"), trial=FormTrial(renderer))
    assert library.problems == ()
    assert library.form("account_receipt").is_foreign
    put_by_hand(tmp_path / "forms", "account_receipt", "form.typ", f"= ok\n#nothing\n{drawing}")
    library.reload()
    (problem,) = library.problems
    assert (problem.line, problem.file) == (2, "account_receipt/form.typ")


# what a changed form must keep


def test_a_changed_application_keeps_what_the_program_works_with(shelf):
    own, _ = shelf()
    own.copy("account_application")
    text = own.text("account_application")
    without = re.sub(r'  \{ key = "reason".*\n', "", text)
    for changed, says in [
        (without, "要保留“申请理由”（reason）"),
        (text.replace('outcome = "open_account"', 'outcome = "record"'), "应当是 open_account"),
        (text.replace('prefix = "YJ"', 'prefix = "YK"'), "应当是 YJ"),
        (text.replace('key = "branch"', 'key = "filiale"'), "要保留签字路线“分公司”"),
        (text[: text.index("[application]")], "缺少“application”"),
    ]:
        with pytest.raises(FormFault, match=re.escape(says)):
            own.save("account_application", changed)


def test_an_entry_may_be_dropped_where_nothing_but_the_record_follows(shelf):
    own, library = shelf()
    own.copy("line_work")
    without = re.sub(r'  \{ key = "reason".*\n', "", own.text("line_work"))
    assert without != own.text("line_work")
    with pytest.raises(FormFault, match="没有“reason”这个栏目"):
        own.save("line_work", without)
    own.save("line_work", re.sub(r'  \[\{ label = "[^"]*", field = "reason".*\n', "", without))
    kind = library.form("line_work").spec.application
    assert "reason" not in [entry.key for entry in kind.fields]
    other = re.sub(r'(key = "line".*?)kind = "choice"', r'\1kind = "choices"', own.text("line_work"))
    with pytest.raises(FormFault, match="种类是 choice"):
        own.save("line_work", other)


def test_a_field_more_than_the_shipped_form_asks_never_stops_an_older_application(shelf, renderer, when):
    own, library = shelf()
    own.copy("account_application")
    text = own.text("account_application").replace(
        "fields = [\n", 'fields = [\n  { key = "floor", label = "楼层", kind = "text", required = true },\n'
    )
    text = text.replace(
        '[{ label = "首选地址", field = "address" }],',
        '[{ label = "首选地址", field = "address" }],\n  [{ label = "楼层", field = "floor" }],',
    )
    own.save("account_application", text)
    older = sample_of("account_application")
    assert renderer.render(library.form("account_application"), older, when=when).pages == 2
    assert library.sample("account_application")["floor"] == "楼层"


def test_a_prefix_in_use_is_refused(shelf, tmp_path):
    own, _ = shelf()
    sample = json.dumps({"name": "李敏", "room": "三楼"}).encode()
    for prefix, says in (("YJ", "已经用于“电子邮件开户申请表”"), ("HZ", "已经用于“随程序的单据”")):
        with pytest.raises(FormFault, match=says):
            own.put(
                "key_loan", {"form.toml": EMPTY_KIND.replace('"YS"', f'"{prefix}"').encode(), "sample.json": sample}
            )
    assert own.put("key_loan", {"form.toml": EMPTY_KIND.encode(), "sample.json": sample}).spec.number == 90


# what is signed stays told apart


def test_a_changed_pledge_asks_for_its_next_revision(shelf):
    own, library = shelf()
    own.copy("account_application")
    text = own.text("account_application").replace("离职时停止使用。", "离职当日停止使用。")
    with pytest.raises(NeedsConfirmation, match="版次仍是 A/1") as question:
        own.save("account_application", text)
    assert question.value.key == PLEDGE
    raised = with_next_pledge(text)
    own.save("account_application", raised)
    spec = library.form("account_application").spec
    assert (spec.rev, spec.pledge and spec.pledge.body["rev"]) == ("A/2", "A/2")
    own.save("account_application", raised.replace("离职当日停止使用。", "离职之日停用。"), frozenset({PLEDGE}))


def test_what_is_not_signed_asks_nothing(shelf):
    own, library = shelf()
    own.copy("account_application")
    own.save("account_application", own.text("account_application").replace("申请人填写", "申请人写"))
    assert library.form("account_application").spec.sections[0].body["label"] == "申请人写"


@pytest.mark.parametrize(("rev", "following"), [("A/1", "A/2"), ("A/9", "A/10"), ("2026", "2027"), ("B", "B/2")])
def test_the_revision_after_this_one(rev, following):
    assert next_rev(rev) == following


# after an upgrade


def test_a_shipped_form_that_changed_is_told_and_the_own_version_stays(shelf, tmp_path):
    shipped = shipped_copy(tmp_path / "shipped")
    own, library = shelf(shipped)
    own.copy("account_receipt")
    own.save("account_receipt", own.text("account_receipt").replace(OLD_CLAUSE, "已当面点清。"))
    newer = RECEIPT.replace('rev = "A/1"', 'rev = "A/2"').replace("账号信息已收到", "账号信息收到")
    (shipped / "account_receipt" / "form.toml").write_text(newer, "utf-8")
    own, library = shelf(shipped)
    (change,) = library.outdated
    assert str(change) == "随程序的表单“电子邮件开户回执”已改为 A/2，本单位的版本依据 A/1，继续使用。"
    assert "已当面点清" in own.text("account_receipt")
    own.take_base("account_receipt")
    assert library.outdated == ()
    assert 'base_rev = "A/2"' in own.text("account_receipt")
    assert "已当面点清" in own.text("account_receipt")


def test_a_shipped_form_changed_under_the_same_revision_is_told_too(shelf, tmp_path):
    shipped = shipped_copy(tmp_path / "shipped")
    own, _ = shelf(shipped)
    own.copy("account_receipt")
    (shipped / "account_receipt" / "form.toml").write_text(RECEIPT + "# 一句话\n", "utf-8")
    (change,) = shelf(shipped)[1].outdated
    assert "（A/1）的内容有改动" in str(change)


# the machine


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(shelf, tmp_path):
    own, library = shelf()
    (tmp_path / "forms").write_text("a file where a folder should be", "utf-8")
    with pytest.raises(EnvironmentFault, match="表单写不到") as fault:
        own.copy("account_receipt")
    assert fault.value.remedy
    assert library.form("account_receipt").origin == "随程序"


def test_a_link_in_the_place_of_a_form_is_not_written_through(shelf, tmp_path):
    own, _ = shelf()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "account_receipt").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EnvironmentFault):
        own.copy("account_receipt")
    assert list((tmp_path / "elsewhere").iterdir()) == []


# new forms


def test_a_new_kind_is_made_after_the_pattern_of_another(shelf):
    own, library = shelf()
    text = new_form_text(library, "account_application", "会议室钥匙申请单", "BG-ZD-001", "YS")
    made = own.put("hui_yi_shi_yao_shi_shen_qing_d", {**own.files("account_application"), "form.toml": text.encode()})
    kind = made.spec.application
    assert kind is not None
    assert (made.spec.number, made.spec.rev, kind.prefix, kind.outcome.value) == (90, "A/1", "YS", "record")
    assert made.spec.base_sha256 == ""
    assert library.by_number(90).spec.title == "会议室钥匙申请单"
    again = new_form_text(library, "account_receipt", "会议室钥匙申请单", "", "")
    assert ("number = 91" in again, 'id = "hui_yi_shi_yao_shi_shen_qing_d_2"' in again) == (True, True)


@pytest.mark.parametrize(
    ("title", "made"),
    [("钥匙", "yao_shi"), ("2026 年盘点", "form_2_0_2_6_nian_pan_dian"), ("！？", "form"), ("ＶＩＰ卡", "v_i_p_ka")],
)
def test_an_id_is_read_off_the_title(title, made):
    assert new_id(title, ()) == made


def test_a_free_prefix_comes_from_the_title():
    assert free_prefix("钥匙申请", {"YJ"}) == "YS"
    assert free_prefix("钥匙申请", {"YS"}) == "YQ"
    assert free_prefix("！", ()) == "BA"
