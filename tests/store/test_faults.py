from __future__ import annotations

import errno
import os
import socket
import sqlite3
import ssl

import peewee
import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.faults import cause_of, fault_of, faults_named, primary_code


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_FULL, "磁盘已满，本次未保存，原记录未受影响"),
        (sqlite3.SQLITE_READONLY, "只能读"),
        (sqlite3.SQLITE_READONLY | 1 << 8, "只能读"),
        (sqlite3.SQLITE_BUSY, "占用"),
        (sqlite3.SQLITE_LOCKED, "占用"),
        (sqlite3.SQLITE_CORRUPT, "损坏"),
        (sqlite3.SQLITE_NOTADB, "不是本程序的台账文件"),
        (sqlite3.SQLITE_IOERR | 3 << 8, "读写磁盘出错"),
        (sqlite3.SQLITE_CANTOPEN, "权限"),
        (sqlite3.SQLITE_PERM, "权限"),
    ],
)
def test_each_sqlite_fault_has_its_sentence_and_remedy(code, said):
    fault = fault_of(sqlite_error(code))
    assert said in str(fault)
    assert fault.remedy.endswith("。")
    assert primary_code(sqlite_error(code)) == code & 0xFF


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EROFS, "只能读"),
        (errno.EACCES, "权限"),
        (errno.EIO, "读写磁盘出错"),
        (errno.ENAMETOOLONG, "路径太长"),
        (errno.EINVAL, "没有完成"),
    ],
)
def test_each_disk_fault_has_its_sentence(number, said):
    assert said in str(fault_of(OSError(number, os.strerror(number))))


def test_a_file_that_is_gone_is_named():
    assert "登记.pdf" in str(fault_of(FileNotFoundError(errno.ENOENT, "x", "登记.pdf")))


def test_a_full_disk_is_found_behind_the_rollback_that_hides_it():
    def hide():
        try:
            raise sqlite_error(sqlite3.SQLITE_FULL)
        except sqlite3.Error:
            try:
                raise sqlite_error(sqlite3.SQLITE_ERROR)
            except sqlite3.Error as shown:
                raise peewee.OperationalError("cannot rollback - no transaction is active") from shown

    with pytest.raises(EnvironmentFault, match="磁盘已满"), faults_named():
        hide()


def test_a_fault_further_down_passes_as_it_is():
    fault = EnvironmentFault("原话。")
    error = OSError("x")
    error.__cause__ = fault
    assert "没有完成" in str(fault_of(error))
    wrapped = peewee.OperationalError("x")
    wrapped.__cause__ = fault
    assert fault_of(wrapped) is fault


@pytest.mark.parametrize(
    "error", [sqlite3.IntegrityError("x"), peewee.IntegrityError("x"), sqlite_error(sqlite3.SQLITE_ERROR)]
)
def test_a_bug_stays_a_bug(error):
    assert fault_of(error) is None
    assert primary_code(error) == 0
    with pytest.raises(type(error)), faults_named():
        raise error


def test_errors_that_go_in_a_circle_end():
    first, second = peewee.PeeweeException("a"), peewee.PeeweeException("b")
    first.__context__, second.__context__ = second, first
    assert fault_of(first) is None


def coded(kind: type[sqlite3.Error], words: str, code: int) -> sqlite3.Error:
    error = kind(words)
    error.sqlite_errorcode = code
    return error


class LockedError(Exception):
    """As keyring's own errors are known: by the module they come from."""


LockedError.__module__ = "keyring.errors"


@pytest.mark.parametrize(
    ("error", "said", "effect"),
    [
        (
            coded(
                sqlite3.IntegrityError, "UNIQUE constraint failed: mailbox.address", sqlite3.SQLITE_CONSTRAINT_UNIQUE
            ),
            "已经有这一条（mailbox.address）",
            "本次未保存",
        ),
        (
            coded(sqlite3.IntegrityError, "FOREIGN KEY constraint failed", sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY),
            "还有别的记录连着这一条",
            "本次未保存",
        ),
        (sqlite_error(sqlite3.SQLITE_NOMEM), "内存不够", "本次未保存"),
        (ConnectionResetError(errno.ECONNRESET, "reset"), "网络或共享盘连不上（reset）", "已保存的记录未受影响"),
        (TimeoutError("timed out"), "网络或共享盘连不上（timed out）", "已保存的记录未受影响"),
        (OSError(errno.ESTALE, "stale"), "网络或共享盘连不上（stale）", "已保存的记录未受影响"),
        (socket.gaierror(-2, "unknown host"), "网络或共享盘连不上（unknown host）", "已保存的记录未受影响"),
        (ssl.SSLError(1, "certificate"), "网络或共享盘连不上（certificate）", "已保存的记录未受影响"),
        (LockedError("x"), "系统钥匙串没有打开", "记录未受影响"),
    ],
)
def test_what_is_no_disk_has_its_sentence_too(error, said, effect):
    fault = fault_of(error)
    assert said in str(fault)
    assert effect in str(fault)
    assert fault.remedy.endswith("。")


def test_the_cause_alone_says_nothing_of_an_entry():
    assert cause_of(sqlite_error(sqlite3.SQLITE_FULL)) == "磁盘已满。"
    assert cause_of(ValueError("x")) == ""


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CONSTRAINT_NOTNULL, sqlite3.SQLITE_CONSTRAINT_CHECK])
def test_what_a_column_must_never_hold_stays_a_bug(code):
    assert fault_of(coded(sqlite3.IntegrityError, "NOT NULL constraint failed: note.title", code)) is None
