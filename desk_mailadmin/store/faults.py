"""What the disk or SQLite could not do, in one sentence a clerk understands.

peewee hides the cause: a full disk reaches the caller as "cannot rollback - no transaction is active", with the true
error further down in ``__context__``. So the whole chain is walked.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import peewee

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.engine import is_cipher_error, sqlite_errors


def store_errors() -> tuple[type[Exception], ...]:
    """Return the exceptions in which a fault of the machine can hide."""
    return (peewee.PeeweeException, OSError, *sqlite_errors())


_FULL = (
    QT_TRANSLATE_NOOP("desk", "磁盘已满，本次未保存，原记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "清出磁盘空间后再保存一次，填好的内容还在。"),
)
_READ_ONLY = (
    QT_TRANSLATE_NOOP("desk", "台账所在的位置只能读，本次未保存，原记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "把整个台账文件夹复制到可以写入的磁盘，再打开那一份。"),
)
_LOCKED = (
    QT_TRANSLATE_NOOP("desk", "台账文件正被别的程序占用，本次未保存，原记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "等同步、杀毒或备份程序放开文件后再试一次。"),
)
CORRUPT = (
    QT_TRANSLATE_NOOP("desk", "台账文件有损坏，已停止写入，文件没有改动。"),
    QT_TRANSLATE_NOOP("desk", "保留原文件，从“备份”里恢复最近一份完好的备份。"),
)
NOT_OURS = (
    QT_TRANSLATE_NOOP("desk", "“{name}”不是本程序的台账文件，文件没有改动。"),
    QT_TRANSLATE_NOOP("desk", "找到台账文件夹里的 desk.maildesk 再打开，或新建一个台账。"),
)
NOT_OURS_HERE = (QT_TRANSLATE_NOOP("desk", "这不是本程序的台账文件，文件没有改动。"), NOT_OURS[1])
_INPUT_OUTPUT = (
    QT_TRANSLATE_NOOP("desk", "读写磁盘出错，本次未保存，原记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "检查磁盘和连线；重复出现时先做一次备份，再换磁盘。"),
)
_PERMISSION = (
    QT_TRANSLATE_NOOP("desk", "没有读写台账文件夹的权限，本次未保存，原记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "让管理电脑的同事把这个文件夹的读写权限给您。"),
)
_LONG_PATH = (
    QT_TRANSLATE_NOOP("desk", "路径太长，这里放不下台账。"),
    QT_TRANSLATE_NOOP("desk", "换一个名字短一些、层数少一些的文件夹。"),
)
_OTHER = (
    QT_TRANSLATE_NOOP("desk", "文件操作没有完成（{detail}），本次未保存，原记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "再试一次；重复出现时把这句话告诉管理电脑的同事。"),
)
_GONE = (
    QT_TRANSLATE_NOOP("desk", "文件“{name}”不见了。"),
    QT_TRANSLATE_NOOP("desk", "从“备份”或别的副本把它放回原处。"),
)
TOO_NEW = (
    QT_TRANSLATE_NOOP("desk", "这个台账由更新的版本（{version}）写成，这里的版本打不开，文件没有改动。"),
    QT_TRANSLATE_NOOP("desk", "把程序更新到 {version} 或以上，再打开。"),
)
_TAKEN = (
    QT_TRANSLATE_NOOP("desk", "台账里已经有这一条（{detail}），本次未保存，原记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "看看是不是已经登记过；不是的话，把这句话告诉维护程序的同事。"),
)
_IN_USE = (
    QT_TRANSLATE_NOOP("desk", "还有别的记录连着这一条，本次未保存，原记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "先处理连着它的记录再试；重复出现时，把这句话告诉维护程序的同事。"),
)
_NETWORK = (
    QT_TRANSLATE_NOOP("desk", "网络或共享盘连不上（{detail}），这一步没有做完，已保存的记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "看网线、无线和共享盘是不是连着，再试一次。"),
)
_KEYRING = (
    QT_TRANSLATE_NOOP("desk", "系统钥匙串没有打开，密码没有读到，记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "解锁系统钥匙串后再试一次，或这次直接输入密码。"),
)
_MEMORY = (
    QT_TRANSLATE_NOOP("desk", "内存不够，本次未保存，原记录未受影响。"),
    QT_TRANSLATE_NOOP("desk", "关掉几个别的程序后再保存一次，填好的内容还在。"),
)

_OF_AN_ENTRY = "，本次未保存，原记录未受影响"
"""What a sentence says of the entry that was being saved."""

_DOUBLES = (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_ROWID)

_UNDECODABLE = "Could not decode to UTF-8"
"""How Python says, with no code of SQLite, that a bit of a text was flipped."""

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_CORRUPT: CORRUPT,
    sqlite3.SQLITE_NOTADB: NOT_OURS_HERE,
    sqlite3.SQLITE_IOERR: _INPUT_OUTPUT,
    sqlite3.SQLITE_PERM: _PERMISSION,
    sqlite3.SQLITE_CANTOPEN: _PERMISSION,
    sqlite3.SQLITE_PROTOCOL: _LOCKED,
    sqlite3.SQLITE_NOMEM: _MEMORY,
}
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EIO: _INPUT_OUTPUT,
    errno.EACCES: _PERMISSION,
    errno.EPERM: _PERMISSION,
    errno.ENAMETOOLONG: _LONG_PATH,
    errno.ENOMEM: _MEMORY,
}
_NETWORK_ERRNOS = frozenset(
    getattr(errno, name)
    for name in ("ENETDOWN", "ENETUNREACH", "EHOSTDOWN", "EHOSTUNREACH", "ETIMEDOUT", "ENOTCONN", "ESTALE", "EREMOTEIO")
    if hasattr(errno, name)
)
_NETWORK_KINDS = frozenset({"ConnectionError", "TimeoutError", "gaierror", "SSLError"})
"""By name, because ssl and socket would be imported at every start for it."""


def fault_of(error: BaseException) -> EnvironmentFault | None:
    """Return the fault of the machine behind ``error``, or None where there is none (then it is a bug)."""
    for link in _chain(error):
        if isinstance(link, EnvironmentFault):
            return link
        if (fault := _fault_of_one(link)) is not None:
            return fault
    return None


def cause_of(error: BaseException) -> str:
    """Return in a sentence why the machine refused, without what became of an entry; empty where it is a bug."""
    fault = fault_of(error)
    if isinstance(fault, BackupFailed):
        return fault.why
    return "" if fault is None else str(fault).replace(_OF_AN_ENTRY, "")


class BackupFailed(EnvironmentFault):
    """A backup was not made: what was entered before is saved all the same, and that is said first."""

    def __init__(self, why: str, *, is_first: bool) -> None:
        template = QT_TRANSLATE_NOOP("desk", "登记过的都已保存，但备份没有做成。{why}")
        remedy = QT_TRANSLATE_NOOP("desk", "清出磁盘空间或检查磁盘，再备份一次。")
        if is_first:
            template = QT_TRANSLATE_NOOP("desk", "登记过的都已保存；要先做的备份没有做成，所以这一步没有做。{why}")
            remedy = QT_TRANSLATE_NOOP("desk", "清出磁盘空间或检查磁盘，再试一次。")
        super().__init__(template, remedy=remedy, why=why)
        self.why = why


@contextmanager
def backup_named(*, is_first: bool) -> Iterator[None]:
    """Turn a fault of the machine into the one of a backup; ``is_first`` says that a deed waits for the backup."""
    try:
        yield
    except store_errors() as error:
        why = cause_of(error)
        if not why:
            raise
        raise BackupFailed(why, is_first=is_first) from error


@contextmanager
def faults_named() -> Iterator[None]:
    """Turn a fault of the machine raised inside into an EnvironmentFault; let every other error pass."""
    try:
        yield
    except store_errors() as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error


def primary_code(error: BaseException) -> int:
    """Return the primary SQLite result code found in the chain of ``error``; 0 where there is none."""
    for link in _chain(error):
        if isinstance(link, sqlite_errors()):
            code = getattr(link, "sqlite_errorcode", None)
            if code is not None and code & 0xFF != sqlite3.SQLITE_ERROR:
                return int(code) & 0xFF
    return 0


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _is_forged(error: BaseException) -> bool:
    """Say whether a page of an encrypted file is not what was written: its key is known, so it is no foreign file."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    return code == sqlite3.SQLITE_NOTADB or (code == sqlite3.SQLITE_ERROR and "decrypt" in str(error))


def _fault_of_one(error: BaseException) -> EnvironmentFault | None:
    if isinstance(error, sqlite_errors()):
        return _fault_of_sqlite(error)
    if isinstance(error, OSError):
        return _fault_of_system(error)
    if any(kind.__module__ == "keyring.errors" for kind in type(error).__mro__):
        return EnvironmentFault(_KEYRING[0], remedy=_KEYRING[1])
    return None


def _fault_of_sqlite(error: Exception) -> EnvironmentFault | None:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if _UNDECODABLE in str(error) or (is_cipher_error(error) and _is_forged(error)):
        code = sqlite3.SQLITE_CORRUPT
    if code == sqlite3.SQLITE_CONSTRAINT:
        return _fault_of_constraint(error)
    known = _BY_SQLITE_CODE.get(code)
    return None if known is None else EnvironmentFault(known[0], remedy=known[1])


def _fault_of_constraint(error: Exception) -> EnvironmentFault | None:
    """Return what a clerk can look into: a double, a record in use. What a column must never hold is our own bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code in _DOUBLES:
        return EnvironmentFault(_TAKEN[0], remedy=_TAKEN[1], detail=str(error).rpartition(": ")[2])
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return EnvironmentFault(_IN_USE[0], remedy=_IN_USE[1])
    return None


def _fault_of_system(error: OSError) -> EnvironmentFault:
    if isinstance(error, FileNotFoundError):
        return EnvironmentFault(_GONE[0], remedy=_GONE[1], name=str(error.filename))
    sentence, remedy = _BY_ERRNO.get(error.errno or 0, _OTHER)
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if kinds & _NETWORK_KINDS or error.errno in _NETWORK_ERRNOS:
        sentence, remedy = _NETWORK
    return EnvironmentFault(sentence, remedy=remedy, detail=error.strerror or str(error))
