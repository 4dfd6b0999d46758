"""What an office may write into a form.toml, and what each mistake is answered with."""

from __future__ import annotations

import tomllib

import pytest

from desk_mailadmin.documents.application_kind import FieldKind
from desk_mailadmin.documents.form_spec import FORM_BYTES, SECTIONS, read_form
from desk_mailadmin.documents.shapes import FormFault
from desk_mailadmin.kernel.paths import asset_dir

HEAD = 'api = 1\nid = "x"\ntitle = "表"\ncode = "BG-1"\nrev = "A/1"\nnumber = 90\n'
NOTE = '[[section]]\nkind = "note"\ntext = "好"\n'
APPLICATION = (
    '[application]\nprefix = "ZZ"\noutcome = "record"\n'
    'fields = [{ key = "person", label = "申请人", kind = "person" }]\n'
    'routes = [{ key = "headquarters", title = "总公司", steps = [{ role = "office", title = "办公室" }] }]\n'
)


def read(text):
    return read_form(text.encode(), "x/form.toml")


def shipped(form):
    return read_form((asset_dir("forms") / form / "form.toml").read_bytes(), form)


def test_a_small_form_is_read():
    spec = read(HEAD + NOTE)
    assert (spec.id, spec.number, spec.qr, spec.copies, spec.application) == ("x", 90, True, (), None)
    assert [section.kind for section in spec.sections] == ["note"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD, "x/form.toml：缺少“section”，补上这一项。"),
        (HEAD + 'colour = "red"\n' + NOTE, "x/form.toml 第 7 行：没有“colour”这一项，可以写的有"),
        (HEAD + NOTE.replace("note", "picture"), "section › 1 › kind：不认识“picture”，可以是 fields、clauses"),
        (HEAD + NOTE + "size = 3\n", "x/form.toml 第 10 行 › section 1：没有“size”这一项，可以写的有"),
        (HEAD + "\ncopies = [\n" + NOTE, "写法不对（第 9 行"),
        (HEAD + 'rows = "', "写法不对（文件末尾）"),
        (HEAD.replace("api = 1", "api = 2") + NOTE, "api：不能是“2”，应当是 1 到 1 的整数。"),
        (HEAD.replace("90", "true") + NOTE, "number：不能是“True”"),
        (HEAD.replace('"x"', '"../x"') + NOTE, "id：不能是“../x”，应写成 emp_no 这样。"),
        (HEAD.replace('"表"', "3") + NOTE, "title：应当是文字"),
        (HEAD + "qr = 1\n" + NOTE, "qr：不是开关，应当是 true 或 false。"),
        (HEAD + 'copies = "一"\n' + NOTE, "copies：应当是一个列表"),
        (HEAD + "copies = []\n" + NOTE, "copies：有 0 项，应当是 1 到 6 项。"),
        (HEAD + "section = [3]\n", "x/form.toml 第 7 行 › section：有 0 项，应当是 1 到 60 项。"),
        (HEAD + NOTE.replace("好", "好" * 2_001), "text：有 2001 个字，最多 2000 个。"),
        (HEAD + NOTE.replace("好", "{e.__class__}"), "“{e.__class__}”里的大括号不对，大括号里只能是一个栏目名，例如 {name}。"),
        (HEAD + NOTE.replace("好", "{{name}}"), "大括号不对"),
        (HEAD + NOTE.replace("好", "{name!r:>{width}}"), "大括号不对"),
        (HEAD + '[[section]]\nkind = "clauses"\nlabel = "条"\n', "section 1：条款没有说清"),
        (HEAD + '[[section]]\nkind = "list"\nfield = "rows"\n', "section 1：列没有说清"),
        (
            HEAD + '[[section]]\nkind = "fields"\nlabel = "甲"\nrows = [[{ label = "权限", kind = "checks", field = "r" }]]\n',
            "section 1 › 权限：没有选项，写上 options",
        ),
        (HEAD + '[[section]]\nkind = "fields"\nlabel = "甲"\nrows = [["x"]]\n', "rows › 1 › 1：应当是一组“名称 = 值”"),
        (HEAD + NOTE + APPLICATION.replace('person" }]', 'choice" }]'), "application › fields › person：选项不对"),
        (
            HEAD + NOTE + APPLICATION.replace("}]\nroutes", '}, { key = "person", label = "乙", kind = "text" }]\nroutes'),
            "application › fields：“person”写了两次，去掉一个或改名。",
        ),
        (HEAD + NOTE + APPLICATION.replace("ZZ", "zz"), "prefix：不能是“zz”，应写成 YJ 这样。"),
        (HEAD + NOTE + APPLICATION.replace('"record"', '"delete_all"'), "outcome：不认识“delete_all”，可以是 open_account、change_mailbox、record。"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_file_place_and_remedy(text, says):
    with pytest.raises(FormFault) as found:
        read(text)
    assert says in str(found.value)
    assert str(found.value).startswith("x/form.toml")


def test_a_megabyte_of_text_is_refused_before_it_is_parsed():
    with pytest.raises(FormFault, match="文件超过 256 KB"):
        read_form(b"#" * 2**20, "x/form.toml")
    assert FORM_BYTES < 2**20


def test_another_encoding_is_refused_and_a_mark_of_utf8_let_through():
    with pytest.raises(FormFault, match="不是 UTF-8 文本，另存为 UTF-8。"):
        read_form((HEAD + NOTE).encode("gb18030"), "x/form.toml")
    assert read_form(b"\xef\xbb\xbf" + (HEAD + NOTE).encode(), "x/form.toml").title == "表"


def test_deep_nesting_is_one_sentence():
    with pytest.raises(FormFault, match="写法不对（嵌套过深）"):
        read(HEAD + "x = " + "[" * 50_000)


def test_the_kinds_of_section_are_known():
    assert set(SECTIONS) == {
        "fields", "clauses", "signs", "lines", "para", "letter", "list", "signline", "note", "tear", "receipt",
    }  # fmt: skip


def test_the_application_form_declares_its_fields_chain_and_outcome():
    kind = shipped("account_application").application
    assert kind is not None
    assert (kind.prefix, kind.outcome, kind.deadline_days) == ("YJ", "open_account", 0)
    assert [step.role for step in kind.route("headquarters").steps] == ["applicant", "department_manager", "office"]
    assert [step.role for step in kind.route("branch").steps] == ["applicant", "branch_hr", "branch_head"]
    quota = kind.field("quota_mb")
    assert (quota.kind, quota.least, quota.most, quota.unit, quota.clause) == (FieldKind.NUMBER, 1, 10, "MB", "000/4.1")
    for missing in (kind.field, kind.route):
        with pytest.raises(KeyError):
            missing("nothing")


def test_the_application_is_printed_in_two_copies_with_a_pledge_of_its_own_revision():
    spec = shipped("account_application")
    assert len(spec.copies) == 2
    assert spec.pledge is not None
    assert spec.pledge.body["rev"] == "A/1"
    assert shipped("list").pledge is None


@pytest.mark.parametrize("form", ["account_application", "account_receipt", "password_slip", "list"])
def test_a_sample_fills_every_field_of_its_form(form, library):
    spec = shipped(form)
    assert spec.fields - spec.optional <= library.sample(form).keys()
    assert tomllib.loads((asset_dir("forms") / form / "form.toml").read_text("utf-8"))["id"] == form


KIND = (
    HEAD
    + NOTE
    + """[application]
prefix = "ZZ"
outcome = "record"
subject = "{thing}"
same = ["thing"]
fields = [
  { key = "person", label = "申请人", kind = "person" },
  { key = "thing", label = "物品", kind = "choice", options = ["甲", "乙"] },
  { key = "until", label = "到", kind = "date", when = { field = "thing", is = ["甲"] }, not_before = "today" },
]
routes = [{ key = "usual", title = "通常", when = [{ field = "thing", is = ["甲", "乙"] }], steps = [
  { role = "office", title = "办公室" },
] }]
[application.term]
until = "until"
"""
)


def test_a_kind_of_application_with_conditions_is_read():
    kind = read(KIND).application
    assert kind.field("until").is_asked({"thing": "甲"})
    assert not kind.field("until").is_asked({"thing": "乙"})
    assert kind.route_for("branch", {"thing": "乙"}).key == "usual"
    assert kind.route_for("branch", {}) is None


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ('same = ["thing"]', 'same = ["other"]', "application › same：没有“other”这一栏，有 person、thing、until。"),
        ('"{thing}"', '"{thin}"', "application › subject：没有“thin”这一栏"),
        ('until = "until"', 'until = "till"', "application › term › until：没有“till”这一栏"),
        ('is = ["甲"]', 'is = ["丙"]', "when › thing：没有“丙”这个选项，有 甲、乙。"),
        ('not_before = "today"', 'not_before = "now"', "until › not_before：没有“now”这一栏"),
        ('kind = "person"', 'kind = "text"', "要有一个、也只能有一个 person 栏目，写明是谁的申请。"),
        ('"record"', '"open_account"', "application › outcome：办完后要用到“address”这一栏，表里没有。"),
        ('"record"', '"change_mailbox"', "办完后要用到“mailbox”这一栏，表里没有。"),
        ('prefix = "ZZ"', 'prefix = "ZZ"\ndeadline = "my.days"', "deadline：不认识“my.days”，可以是 applications.open_days"),
    ],
)  # fmt: skip
def test_a_kind_that_speaks_of_what_is_not_there_is_refused_with_its_place(was, becomes, says):
    assert was in KIND
    with pytest.raises(FormFault) as found:
        read(KIND.replace(was, becomes))
    assert says in str(found.value)


def test_a_mailbox_is_changed_in_known_ways_only():
    text = KIND.replace('"record"', '"change_mailbox"').replace('key = "thing"', 'key = "action"')
    text = (
        text.replace('"{thing}"', '"{action}"')
        .replace('["thing"]', '["action"]')
        .replace('field = "thing"', 'field = "action"')
    )
    text = text.replace("fields = [", 'fields = [ { key = "mailbox", label = "邮箱", kind = "mailbox" },')
    with pytest.raises(FormFault, match="不认识“甲”，可以有 变更容量、转移、停用、注销、恢复。"):
        read(text)


def test_what_is_ticked_off_may_depend_on_an_entry():
    kind = read(
        KIND.replace(
            'same = ["thing"]', 'to_do = ["已核对"]\nto_do_when = [{ text = "已盖章", field = "thing", is = ["甲"] }]'
        )
    )
    assert kind.application.ticks({"thing": "甲"}) == ("已核对", "已盖章")
    assert kind.application.ticks({"thing": "乙"}) == ("已核对",)
