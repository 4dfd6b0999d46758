"""The people at a desk: switched on and off, PINs, waiting, the recovery code."""

from __future__ import annotations

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.pins import grouped
from desk_mailadmin.kernel.rights import Role
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.store.members import MemberEntry
from desk_mailadmin.store.pin_hash import COST, fits, kept
from tests.members.people import CHEAP, Machine, come, pin, switched_on
from tests.registers.builders import House, open_house

WRONG = Secret("194602")


def entries(house: House) -> list[tuple[str, str, str]]:
    """Who did what by which act, oldest first."""
    rows = house.desk.database.execute_sql("SELECT who, action, body FROM journal ORDER BY seq").fetchall()
    return [(who, action, body) for who, action, body in rows]


def fail(house: House, name: str, times: int) -> None:
    for _ in range(times):
        with pytest.raises(UserError):
            house.desk.members.check_pin(house.desk.members.named(name).id, WRONG)


def test_a_secret_is_kept_as_scrypt_of_2_to_the_17(house: House):
    hashed = kept(pin("周敏"))
    assert hashed.startswith(f"scrypt${2**17}$")
    assert COST == 2**17
    assert pin("周敏").bare not in hashed
    assert fits(pin("周敏"), hashed)
    assert not fits(WRONG, hashed)
    assert kept(pin("周敏")) != hashed, "salted"
    assert house.desk.members.cost == COST


@pytest.mark.parametrize("spoilt", ["", "scrypt$x$y$z", "scrypt$16$AAAA$!!", "plain"])
def test_what_cannot_be_read_fits_nothing(spoilt: str):
    assert not fits(pin("周敏"), spoilt)


def test_off_by_default(house: House):
    assert not house.desk.members.is_on()
    assert not house.desk.gate.is_on
    assert house.desk.members.all() == ()


def test_switching_on_asks_for_a_pin_and_the_code_typed_back(house: House):
    members = house.desk.members
    members.cost = CHEAP
    code = members.propose_code()
    for first, again, typed, field in (
        (Secret("123456"), Secret("123456"), code.bare, "pin"),
        (pin("周敏"), WRONG, code.bare, "again"),
        (pin("周敏"), pin("周敏"), "", "code"),
        (pin("周敏"), pin("周敏"), members.propose_code().bare, "code"),
    ):
        with pytest.raises(UserError) as refused:
            members.switch_on("周敏", None, first, again, code, typed)
        assert refused.value.field == field
        assert not members.is_on()
    members.switch_on("周敏", None, pin("周敏"), pin("周敏"), code, grouped(code.bare).lower())
    assert members.is_on()
    with pytest.raises(UserError, match="已经启用"):
        members.switch_on("周敏", None, pin("周敏"), pin("周敏"), code, code.bare)
    dump = "\n".join(house.desk.database.connection().iterdump())
    assert code.bare not in dump
    assert pin("周敏").bare not in dump


def test_it_is_still_on_when_the_desk_is_opened_again(shared: House):
    shared.office.close()
    again = open_house(shared.desk.folder)
    try:
        assert again.desk.gate.is_on
        assert again.desk.gate.person is None
        with pytest.raises(UserError, match="还不知道是谁"):
            again.person("宋佳")
    finally:
        again.office.close()


def test_who_is_there_is_named_with_the_role(shared: House):
    come(shared.desk, "周敏")
    record = shared.person("宋佳")
    assert shared.desk.who == "周敏"
    who, action, body = entries(shared)[-1]
    assert (who, action) == ("周敏", "staff.add")
    assert '"role":"clerk"' in body
    assert f'"member":{shared.desk.members.named("周敏").id}' in body
    assert shared.staff.detail(record).history[0].who == "周敏（录入）"
    assert shared.desk.check() == ()


def test_a_wrong_pin_is_refused_and_a_right_one_forgets_it(shared: House):
    member = shared.desk.members.named("周敏").id
    fail(shared, "周敏", 4)
    assert shared.desk.members.check_pin(member, pin("周敏")).role is Role.CLERK
    fail(shared, "周敏", 4)
    assert shared.desk.members.check_pin(member, pin("周敏"))


def test_after_five_wrong_ones_even_the_right_one_waits(shared: House, machine: Machine):
    member = shared.desk.members.named("周敏").id
    fail(shared, "周敏", 5)
    with pytest.raises(UserError, match="要等 1 分钟"):
        shared.desk.members.check_pin(member, pin("周敏"))
    machine.seconds += 61
    fail(shared, "周敏", 1)
    with pytest.raises(UserError, match="要等 5 分钟"):
        shared.desk.members.check_pin(member, pin("周敏"))
    machine.seconds += 301
    fail(shared, "周敏", 1)
    machine.seconds += 29 * 60
    with pytest.raises(UserError, match="要等 1 分钟"):
        shared.desk.members.check_pin(member, pin("周敏"))
    machine.seconds += 2 * 60
    assert shared.desk.members.check_pin(member, pin("周敏"))
    noted = [(who, body) for who, action, body in entries(shared) if action == "member.locked"]
    assert len(noted) == 3
    assert all(who == "" and "role" not in body for who, body in noted), "nobody knows who typed it"


def test_the_wait_outlives_the_program_and_a_clock_that_is_set(shared: House, machine: Machine):
    member = shared.desk.members.named("周敏").id
    fail(shared, "周敏", 5)
    shared.office.close()
    again = open_house(shared.desk.folder, shared.clock.today().replace(year=2031))
    again.desk.members.uptime = machine
    try:
        machine.seconds += 30
        with pytest.raises(UserError, match="要等 1 分钟"):
            again.desk.members.check_pin(member, pin("周敏"))
        machine.seconds = 20.0  # the machine was started anew
        with pytest.raises(UserError, match="要等 1 分钟"):
            again.desk.members.check_pin(member, pin("周敏"))
        machine.seconds = 62.0
        assert again.desk.members.check_pin(member, pin("周敏"))
    finally:
        again.office.close()


def test_a_wait_read_back_from_the_desk_begins_in_the_past(shared: House, machine: Machine):
    """Uptimes have fractions: kept rounded up, the very next look would take the machine for started anew."""
    machine.seconds = 50_000.7
    fail(shared, "周敏", 5)
    machine.seconds = 50_000.71
    with pytest.raises(UserError, match="要等 1 分钟"):
        shared.desk.members.check_pin(shared.desk.members.named("周敏").id, pin("周敏"))


def test_a_name_that_is_nobodys(shared: House):
    with pytest.raises(UserError, match="没有“宋佳”"):
        shared.desk.members.named("宋佳")
    with pytest.raises(UserError, match="PIN 不对"):
        shared.desk.members.check_pin(999, pin("周敏"))


def test_the_recovery_code_gives_the_administrator_a_new_pin(house: House):
    machine = house.desk.members.uptime = Machine()
    code = switched_on(house.desk)
    members, admin = house.desk.members, house.desk.members.named("王志刚").id
    house.desk.gate.leave()
    with pytest.raises(UserError, match="恢复码不对"):
        members.recover(admin, "AAAAA-AAAAA-AAAAA-AAAAA", WRONG, WRONG)
    with pytest.raises(UserError, match="一猜就中"):
        members.recover(admin, code.bare, Secret("222222"), Secret("222222"))
    with pytest.raises(UserError, match="只给管理用"):
        members.recover(members.named("周敏").id, code.bare, WRONG, WRONG)
    assert members.recover(admin, grouped(code.bare), WRONG, WRONG).name == "王志刚"
    assert members.check_pin(admin, WRONG)
    for _ in range(5):
        with pytest.raises(UserError):
            members.recover(admin, "AAAAA", WRONG, WRONG)
    with pytest.raises(UserError, match="要等 1 分钟"):
        members.recover(admin, code.bare, WRONG, WRONG)
    machine.seconds += 61
    assert members.recover(admin, code.bare, pin("王志刚"), pin("王志刚"))


def test_a_new_code_takes_the_place_of_the_old(shared: House):
    come(shared.desk, "王志刚", trusted=True)
    members, admin = shared.desk.members, shared.desk.members.named("王志刚").id
    code = members.propose_code()
    with pytest.raises(UserError, match="照纸上的输入"):
        members.renew_code(code, "ABC")
    members.renew_code(code, code.bare)
    assert members.recover(admin, code.bare, WRONG, WRONG)


def test_switching_off_asks_the_administrators_pin(shared: House):
    members = shared.desk.members
    with pytest.raises(UserError, match="PIN 不对"):
        members.switch_off(members.named("王志刚").id, WRONG)
    with pytest.raises(UserError, match="只有管理全部单位的人"):
        members.switch_off(members.named("李建华").id, pin("李建华"))
    members.switch_off(members.named("王志刚").id, pin("王志刚"))
    shared.desk.gate.read_again()
    assert not shared.desk.gate.is_on
    assert shared.desk.gate.person is None
    shared.desk.who = "周敏"
    shared.person("宋佳")
    assert entries(shared)[-1][0] == "周敏"


def test_people_are_changed_and_end(shared: House):
    come(shared.desk, "王志刚", trusted=True)
    members = shared.desk.members
    clerk = members.named("周敏").id
    members.edit(clerk, MemberEntry("周敏", Role.APPROVER))
    assert members.named("周敏").entry.role is Role.APPROVER
    members.end(clerk)
    with pytest.raises(UserError):
        members.named("周敏")
    assert [one.entry.name for one in members.all()][-1] == "周敏"
    assert members.add(MemberEntry("周敏", Role.CLERK), WRONG, WRONG) == clerk, "the same person came back"
    assert members.check_pin(clerk, WRONG)


def test_names_are_told_apart(shared: House):
    come(shared.desk, "王志刚", trusted=True)
    members = shared.desk.members
    for name, sentence in (("", "姓名是空的"), ("周敏", "已经有一位“周敏”")):
        with pytest.raises(UserError, match=sentence):
            members.add(MemberEntry(name, Role.CLERK), WRONG, WRONG)
        with pytest.raises(UserError, match=sentence):
            members.edit(members.named("陈翔").id, MemberEntry(name, Role.CLERK))


def test_somebody_must_administer_the_whole_desk(shared: House):
    come(shared.desk, "王志刚", trusted=True)
    members = shared.desk.members
    admin = members.named("王志刚").id
    for change in (
        lambda: members.end(admin),
        lambda: members.edit(admin, MemberEntry("王志刚", Role.CLERK)),
        lambda: members.edit(admin, MemberEntry("王志刚", Role.ADMIN, None, (1,))),
    ):
        with pytest.raises(UserError, match="先让另一位做管理"):
            change()
    members.edit(members.named("李建华").id, MemberEntry("李建华", Role.ADMIN))
    members.edit(admin, MemberEntry("王志刚", Role.VIEWER))
    shared.desk.gate.read_again()
    assert shared.desk.gate.person is not None
    assert shared.desk.gate.person.role is Role.VIEWER


def test_pins_are_changed_by_oneself_and_reset_by_the_administrator(shared: House):
    members, clerk = shared.desk.members, shared.desk.members.named("周敏").id
    come(shared.desk, "周敏")
    with pytest.raises(UserError, match="PIN 不对") as refused:
        members.change_pin(clerk, WRONG, WRONG, WRONG)
    assert refused.value.field == "former"
    members.change_pin(clerk, pin("周敏"), WRONG, WRONG)
    assert members.check_pin(clerk, WRONG)
    with pytest.raises(UserError, match="由管理的人做"):
        members.reset_pin(clerk, pin("周敏"), pin("周敏"))
    come(shared.desk, "王志刚", trusted=True)
    members.reset_pin(clerk, pin("周敏"), pin("周敏"))
    assert members.check_pin(clerk, pin("周敏"))


def test_on_a_desk_that_is_only_viewed_tries_are_counted_in_memory(shared: House):
    from desk_mailadmin.store.members import Members

    members = Members(shared.desk.database, view_only=True)
    members.uptime = shared.desk.members.uptime
    clerk = members.named("周敏").id
    for _ in range(5):
        with pytest.raises(UserError):
            members.check_pin(clerk, WRONG)
    with pytest.raises(UserError, match="要等 1 分钟"):
        members.check_pin(clerk, pin("周敏"))
    assert shared.desk.members.check_pin(clerk, pin("周敏")), "nothing was written"
