from __future__ import annotations

from desk_mailadmin.registers.deliveries.rules import LIFECYCLE, ORDER, TITLE_HERE, Words, usual_words


def test_only_a_mail_that_waits_is_ever_sent_and_from_unclear_only_the_clerk_leads_on():
    assert {old for old, new in LIFECYCLE.moves.items() if "sending" in new} == {"waiting"}
    assert LIFECYCLE.moves["sent"] == LIFECYCLE.moves["cancelled"] == frozenset()
    assert set(ORDER) == {state.key for state in LIFECYCLE.states}


def test_the_usual_words_say_what_to_do_with_the_sheet():
    words = usual_words("电子邮件开户回执", "a@b.example", "云帆集团", "办公室", "周敏", "8001")
    filled = words.filled("周文博", "HZ-2026-0001", "")
    assert filled.address == "a@b.example"
    assert filled.subject == "电子邮件开户回执 HZ-2026-0001"
    assert filled.text == (
        "周文博：\n\n附件是您的“电子邮件开户回执”，编号 HZ-2026-0001。核对后打印签字，交回办公室；有疑问拨分机 8001。"
        "\n\n云帆集团 办公室\n周敏"
    )


def test_a_sheet_that_does_not_come_back_asks_for_no_signature():
    words = usual_words("会议通知", "", "云帆集团", "办公室", "周敏", "", comes_back=False)
    assert "附件是您的“会议通知”，编号 HZ-1。收到后妥善保存。" in words.filled("周", "HZ-1", "").text


def test_what_the_office_has_not_set_is_left_out():
    words = usual_words("回执", "", "", "办公室", "", "")
    assert words.filled("周", "1", "") == Words(
        "", "回执 1", "周：\n\n附件是您的“回执”，编号 1。核对后打印签字，交回办公室。\n\n办公室"
    )


def test_mails_with_different_sheets_name_each_its_own():
    words = usual_words(TITLE_HERE, "", "", "办公室", "", "")
    assert words.subject == "【单据】 【编号】"
    assert words.filled("周", "HZ-1", "签收单").subject == "签收单 HZ-1"
    assert "附件是您的“签收单”，编号 HZ-1。" in words.filled("周", "HZ-1", "签收单").text
