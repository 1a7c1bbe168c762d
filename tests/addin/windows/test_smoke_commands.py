"""The list for a person at a real Excel: what the commands say is what is on it."""

import re

from test_smoke_list import step

from elevshare_addin.cli import main


def test_install_doctor_and_remove_say_what_the_list_says(machine, capsys):
    said = {}
    for command in ("install", "doctor", "remove"):
        assert main([command]) == 0
        said[command] = capsys.readouterr().out
    assert said["install"].count("已写入：") == step("安装")[1].count("两行“已写入：”") * 2
    assert all(text in said["install"] for text in re.findall("一行“(.+?)”", step("安装")[1]))
    assert (
        said["install"].endswith("没有发现问题。\n") and "最后“没有发现问题。”" in step("安装")[1]
    )
    assert said["doctor"] == "没有发现问题。\n" and step("检查")[1] == "“没有发现问题。”，0"
    assert said["remove"].count("已删除：") == 2 and "两行“已删除：”" in step("卸载")[1]
    assert not list(machine.user.rglob("*.xlam")) and not machine.places.home.exists()
