"""The yearly destruction: what goes, what stays and why, and that nothing of what went can be found again."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.purges.rules import Plan, kept_of
from desk_mailadmin.registers.purges.service import Approval
from desk_mailadmin.registers.staff.rules import StaffEntry
from desk_mailadmin.store.access_log import Access
from desk_mailadmin.store.backups import Reason
from tests.registers.builders import DEPARTMENT, HEADQUARTERS, TODAY, House
from tests.registers.calls_of import DIRECT, MONTH, Billed, bill_in
from tests.registers.privacy import approval, destroyed, proposed, purges, stale_copy

CANARY, NUMBER = "柳如烟", "13911223344"
LATER = 366 * 12


def count_of(plan: Plan, key: str) -> int:
    return next(line.count for line in plan.lines if line.key == key)


def held_of(plan: Plan, key: str) -> dict[str, int]:
    return dict(next(line.kept for line in plan.lines if line.key == key))


def leaver(house: House, name: str = CANARY) -> int:
    """Somebody who left today, with a number of their own."""
    staff = house.staff.add(StaffEntry(name, DEPARTMENT, HEADQUARTERS, state="active", mobile=NUMBER))
    house.staff.leave(staff, TODAY)
    return staff


def run(house: House) -> int:
    """Propose what is past its term today and destroy it as approved."""
    record = purges(house).propose("年度到期清理")
    purges(house).run(record, approval(house))
    return record


def on_disk(house: House, text: str) -> int:
    """How often a text stands in the desk's file."""
    house.office.close()
    return (house.desk.folder / "desk.maildesk").read_bytes().count(text.encode())


def test_a_leaver_whom_nothing_names_goes_without_a_trace(house: House):
    leaver(house)
    house.later(365)
    assert count_of(purges(house).preview(), "leavers") == 0
    house.later(365 * 3)
    run(house)
    assert house.found("staff", "柳如烟") == []
    assert house.desk.check() == ()
    assert on_disk(house, CANARY) == on_disk(house, NUMBER) == 0


def test_a_leaver_whom_a_paper_still_names_stays_and_the_plan_says_so(house: House):
    staff = leaver(house)
    house.issued(staff)
    house.later(LATER)
    assert held_of(purges(house).preview(), "leavers") == {"还有没到期的记录用到": 1}


def test_a_finished_paper_keeps_its_number_and_loses_its_person(house: House):
    staff = house.person(CANARY)
    record, opened = house.closed(staff, "liuruyan@yunfan.example.com")
    number = house.receipts.row(opened.receipt).number
    house.later(LATER)
    assert held_of(purges(house).preview(), "applications") == {"邮箱、权限或补贴还在用，要留依据": 1}
    box = house.mailboxes.keys(Query(segment="all"))[0]
    house.mailboxes.move(box, "deleted", reason="注销", on=house.clock.today())
    house.later(366 * 3)
    run(house)
    receipt = house.receipts.row(opened.receipt)
    assert (receipt.number, receipt.name, receipt.state) == (number, "已销毁", "signed")
    assert house.found("receipts", number) == [opened.receipt]
    assert house.found("receipts", CANARY) == []
    application = house.applications.row(record)
    assert (application.name, dict(application.fields), application.state) == ("已销毁", {}, "closed")
    assert all(not signature.signer for signature in house.applications.signatures(record))
    assert house.receipts.detail(opened.receipt).history == ()
    house.staff.leave(staff, house.clock.today())
    house.later(366 * 4)
    run(house)
    assert house.desk.check() == ()
    assert on_disk(house, CANARY) == on_disk(house, "liuruyan") == 0


def test_a_case_that_is_settled_loses_its_facts_never_its_sums(house: House):
    staff = house.person(CANARY)
    case = house.served(staff, facts="下班后拨打信息台")
    house.penalties.waive(case, house.penalties.row(case).rest_fen, "初犯", "罗建华", TODAY)
    house.close_month("2026-12") if house.clock.today().month > 12 else None
    before = house.penalties.sums(Query(segment="all"))
    balance = house.penalties.balance("2026-12")
    house.later(LATER)
    assert held_of(purges(house).preview(), "penalties") == {"还在计次期内": 1}
    house.staff.leave(staff, house.clock.today())
    assert held_of(purges(house).preview(), "penalties") == {"这个月还没有月结": 1}
    house.close_month("2026-12")
    run(house)
    row = house.penalties.row(case)
    assert (row.name, row.number[:2]) == ("已销毁", "CF")
    assert house.penalties.sums(Query(segment="all")) == before
    assert house.penalties.balance("2026-12") == balance


def test_calls_of_closed_months_go_and_their_sums_stay(house: House):
    bill_in(house, Billed(called="13900001111", fee_fen=220), Billed(at=f"{MONTH}-04 10:00:00", called="13900002222"))
    house.line("8042", number=DIRECT)
    house.calls.assign([MONTH])
    sums = house.calls.month(MONTH)
    house.later(LATER)
    assert held_of(purges(house).preview(), "calls") == {"这个月还没有月结": 2}
    house.close_month(MONTH)
    assert count_of(purges(house).preview(), "calls") == 2
    record = run(house)
    assert house.calls.month(MONTH) == sums
    assert len(house.calls.keys(Query(segment="all"))) == 0
    house.calls.settle()
    assert house.calls.month(MONTH) == sums, "never added up from nothing"
    assert json.loads(purges(house).row(record).result)["call"] == 2
    assert on_disk(house, "13900001111") == 0


def test_old_history_is_emptied_and_the_chain_stays_whole(house: House):
    staff = house.person("周文博", mobile=NUMBER)
    house.staff.edit(staff, StaffEntry("周文博", DEPARTMENT, HEADQUARTERS, state="active", mobile="13955556666"))
    length = house.desk.journal.head().seq
    house.later(366 * 5)
    run(house)
    assert house.desk.journal.history("staff", staff) == ()
    assert house.desk.journal.head().seq > length
    assert house.desk.check() == ()
    assert on_disk(house, NUMBER) == 0


def test_a_batch_loses_one_persons_pages(house: House):
    from desk_mailadmin.batch import drawn
    from desk_mailadmin.registers.receipts.printed import receipt_paper
    from desk_mailadmin.store.print_archive import Part

    papers, records = house.office.papers, []
    for name, address in ((CANARY, "liu"), ("程思思", "cheng")):
        _record, opened = house.handed_over(house.person(name), f"{address}@yunfan.example.com")
        records.append(opened.receipt)
    drawings = [
        papers.drawing(receipt_paper(house.receipts, house.branches, house.desk.settings, one)) for one in records
    ]
    for outcome in drawn(drawings, ()):
        papers.keep(outcome.drawing, Part(papers.keep_file(outcome.document), outcome.first, outcome.pages), 1)
    theirs = papers.prints_of("receipt", records[1])[0]
    words = papers.kept_pdf(theirs)
    house.receipts.void(records[0], TODAY, "重复")
    box = next(
        box.id for box in house.mailboxes.rows(house.mailboxes.keys(Query(segment="all"))) if "liu" in box.address
    )
    house.mailboxes.move(box, "deleted", reason="注销", on=TODAY)
    house.later(366 * 6)
    run(house)
    assert papers.prints_of("receipt", records[0]) == ()
    stays = papers.prints_of("receipt", records[1])[0]
    assert (stays.sha256 != theirs.sha256, stays.pages) == (True, theirs.pages)
    assert text_in(papers.kept_pdf(stays)) == text_in(words)
    printed = [file for file in (house.desk.folder / "printed").rglob("*") if file.is_file()]
    assert [CANARY in text_in(file.read_bytes()) for file in printed] == [False]


def text_in(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_stale_copies_and_drafts_are_overwritten_and_removed(house: House):
    copy = stale_copy(house)
    fresh = house.desk.folder / "exports" / "今天.pdf"
    fresh.write_bytes(b"of today")
    run(house)
    assert not copy.exists()
    assert fresh.exists()


def test_an_attachment_that_nothing_uses_any_more_goes_from_the_disk(house: House):
    with house.desk.work("attach") as work:
        shas = [house.desk.attachments.keep(work, kind, 1, "scan", "扫描.pdf", data) for kind, data in (
            ("message", b"%PDF only here"), ("message", b"%PDF shared"), ("closed_month", b"%PDF shared"))]  # fmt: skip
    house.later(366 * 11)
    run(house)
    assert not house.desk.attachments.path(shas[0]).exists()
    assert house.desk.attachments.read(shas[1]) == b"%PDF shared"


def test_the_access_log_is_kept_at_least_three_years(house: House):
    house.services["accesses"].note(Access("exported", "staff", "人员", "姓名", 30))
    house.later(366 * 3)
    assert count_of(purges(house).preview(), "accesses") == 0
    house.later(366 * 3)
    assert count_of(purges(house).preview(), "accesses") == 1
    run(house)
    assert len(house.services["accesses"].keys(Query())) == 0


def test_more_than_was_approved_never_goes(house: House):
    record = proposed(house)
    house.services["accesses"].note(Access("exported", "staff", "人员", "姓名", 30))
    house.desk.database.execute_sql("UPDATE access_log SET at = '2010-01-01T09:00:00+08:00'")
    with pytest.raises(UserError, match="审批单上是 0 条"):
        purges(house).run(record, approval(house))
    assert purges(house).row(record).state == "proposed"
    assert len(house.services["accesses"].keys(Query())) == 1


def test_one_sheet_at_a_time_and_none_for_nothing(house: House):
    with pytest.raises(UserError, match="没有到期的记录"):
        purges(house).propose("年度到期清理")
    record = proposed(house)
    with pytest.raises(UserError, match="XH-2026-0001 还没有办完"):
        purges(house).propose("再来一次")
    purges(house).void(record, "写错")
    with pytest.raises(UserError):
        purges(house).run(record, approval(house))
    assert "作废原因" in {fact.label for fact in purges(house).detail(record).facts}


def test_a_destruction_has_its_backup_its_head_and_says_which_backups_still_hold_the_data(house: House):
    house.desk.backups.make(Reason.HAND)
    record = destroyed(house)
    row = purges(house).row(record)
    assert (house.desk.folder / "backups" / row.backup).exists()
    assert row.cleaned
    assert house.desk.journal.head().seq >= row.journal_seq > 0
    assert purges(house).last_backup_with_it() == (2, TODAY.isoformat())


def test_a_backup_of_before_does_not_stop_the_rotation(house: House):
    for place in range(40):
        house.services["accesses"].note(Access("copied", "staff", f"名单 {place}", "姓名", 1))
    house.desk.database.execute_sql("UPDATE access_log SET at = '2010-01-01T09:00:00+08:00'")
    house.desk.backups.make(Reason.HAND)
    run(house)
    assert house.desk.backups.shrunk() == ()


def test_the_run_is_offered_in_january_once_there_is_something(house: House):
    assert not purges(house).is_offered()
    house.later(40)
    assert not purges(house).is_offered(), "nothing is past its term"
    stale_copy(house)
    house.later()
    assert purges(house).is_offered()
    assert purges(house).is_offered()
    run(house)
    house.later()
    assert not purges(house).is_offered()


def test_what_was_cut_short_is_finished_when_the_desk_is_opened_again(house: House, monkeypatch):
    copy = stale_copy(house)
    record = purges(house).propose("年度到期清理")

    def killed() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(purges(house), "finish", killed)
    with pytest.raises(KeyboardInterrupt):
        purges(house).run(record, approval(house))
    assert copy.exists()
    assert purges(house).unfinished() == (record,)
    monkeypatch.undo()
    purges(house).go_on()
    assert not copy.exists()
    assert purges(house).unfinished() == ()
    purges(house).finish()


def test_a_file_that_cannot_be_removed_is_said_and_tried_again(house: House, monkeypatch):
    from desk_mailadmin.registers.purges import service

    def refused(_path: object) -> None:
        raise PermissionError("in use")

    record = proposed(house)
    monkeypatch.setattr(service, "shred", refused)
    with pytest.raises(EnvironmentFault, match="有文件清除不了"):
        purges(house).run(record, approval(house))
    assert purges(house).row(record).state == "done"
    purges(house).go_on()
    assert purges(house).unfinished() == (record,)
    monkeypatch.undo()
    purges(house).go_on()
    assert purges(house).unfinished() == ()


def test_a_desk_that_is_only_viewed_destroys_nothing(house: House, monkeypatch):
    house.services["accesses"].note(Access("exported", "staff", "人员", "姓名", 30))
    house.later(LATER)
    assert purges(house).is_offered()
    monkeypatch.setattr(house.desk, "view_only", True)
    assert not purges(house).is_offered()
    with pytest.raises(EnvironmentFault):
        purges(house).preview()
    purges(house).finish()


def test_a_term_may_be_decided_by_the_office(house: House):
    house.services["accesses"].note(Access("exported", "staff", "人员", "姓名", 30))
    house.decide(kept_of("accesses").term, 3)
    house.later(366 * 3 + 2)
    assert count_of(purges(house).preview(), "accesses") == 1


def test_everything_past_its_term_goes_and_every_list_still_reads(house: House):
    house.fill()
    for month in ("2026-09", "2026-10", "2026-11", "2026-12"):
        house.clock.at = max(house.clock.at, house.clock.at + timedelta(days=31 if month == "2026-12" else 0))
        house.close_month(month)
    house.later(LATER)
    waiting = purges(house).waiting()
    assert waiting is not None
    purges(house).void(waiting, "重开")
    run(house)
    assert house.desk.check() == ()
    for key, service in house.services.items():
        if hasattr(service, "keys"):
            for row in service.rows(service.keys(Query(segment="all"))):
                service.detail(row.id) if hasattr(row, "id") and key != "clauses" else None
    plan = purges(house).preview()
    assert plan.records == 0
    assert Approval("罗建华", date(2038, 1, 1)).approved_by


def test_the_workbook_of_a_closed_month_is_the_same_file_afterwards(house: House, tmp_path):
    from desk_mailadmin.month_close import close_month, export_month

    house.clock.at = house.clock.at.replace(month=12, day=31)
    close_month(house.office, "2026-12", reviewed_by="王志刚", approved_by="许静怡")
    before = export_month(house.office, "2026-12", tmp_path / "before.xlsx").read_bytes()
    house.later(LATER)
    run(house)
    assert export_month(house.office, "2026-12", tmp_path / "after.xlsx").read_bytes() == before


def test_a_file_that_is_kept_anew_before_it_was_removed_stays(house: House, monkeypatch):
    with house.desk.work("attach") as work:
        sha256 = house.desk.attachments.keep(work, "message", 1, "scan", "扫描.pdf", b"%PDF again")
    house.later(366 * 11)
    monkeypatch.setattr(purges(house), "finish", lambda: None)
    run(house)
    with house.desk.work("attach") as work:
        house.desk.attachments.keep(work, "message", 2, "scan", "扫描.pdf", b"%PDF again")
    monkeypatch.undo()
    purges(house).finish()
    assert house.desk.attachments.read(sha256) == b"%PDF again"
