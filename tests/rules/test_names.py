"""Names in public: surnames stay, of one character or two; companies are no persons."""

import pytest

from elevshare.rules.names import DOUBLE_SURNAMES, UNIT_ENDS, UNIT_WORDS, masked

SHOWN = {
    "": "", "张": "张**", "王五": "王*", "张三丰": "张**", "欧阳": "欧*", "欧阳锋": "欧阳**",
    "上官婉儿": "上官**", "司马光": "司马**", "诸葛孔明": "诸葛**", "欧文杰": "欧**", "张三、李四": "张**",
    "阿迪力·买买提": "阿迪力**", "南京梅苑物业有限公司": "南京梅苑物业有限公司", "社区服务中心": "社区服务中心",
    "房产管理所": "房产管理所", "梅苑街道办事处": "梅苑街道办事处", "第九中学": "第九中学", "梅苑供销合作社": "梅苑供销合作社",
    "张社": "张*", "王建行": "王**", "李处": "李*", "司马建行": "司马**",
}  # fmt: skip


@pytest.mark.parametrize("name", SHOWN)
def test_a_name_is_hidden_but_for_its_surname(name):
    assert masked(name) == SHOWN[name]


def test_what_is_known_of_names_is_told_once():
    for words, longest in ((DOUBLE_SURNAMES, 2), (UNIT_WORDS, 3), (UNIT_ENDS, 1)):
        assert len(set(words)) == len(words) and max(map(len, words)) == longest
    assert all(len(name) == 2 for name in DOUBLE_SURNAMES)
