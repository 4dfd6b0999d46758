import json
from pathlib import Path

import pytest

from desk_mailadmin.language.garbled import is_twice_decoded

TRUTH = Path(__file__).parents[1] / "data/A/truth.json"


@pytest.mark.parametrize("text", ["张三", "号码", "江文清", "总经理办公室", "财务部主管"])
def test_utf_8_read_as_gbk_is_seen(text: str):
    assert is_twice_decoded(text.encode().decode("gb18030", "ignore")) == (len(text.encode()) % 2 == 0)


@pytest.mark.parametrize("text", ["", "张三", "ABC", "江文清", "欧阳娜娜", "𠮷祥", "abc张", "\ud800张三李", "１２３"])
def test_what_people_write_is_not(text: str):
    assert not is_twice_decoded(text)


def test_no_word_of_a_whole_company_is_taken_for_it():
    words = set(TRUTH.read_text("utf-8").split('"')) | set(
        json.dumps(json.loads(TRUTH.read_text("utf-8")), ensure_ascii=False).split()
    )
    assert len(words) > 500
    assert [word for word in words if is_twice_decoded(word)] == []
