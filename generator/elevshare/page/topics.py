"""What each subject of a book is for, in one phrase."""

from __future__ import annotations

from elevshare.project import Project, Topic
from elevshare.project.topics import ALL_SHEETS, of_family, topics_of

#: Subject → what an accountant gets by it.
PHRASES: dict[Topic, str] = {
    Topic.NOTICE: "公示表：张贴各户金额、公示到哪天",
    Topic.LEDGER: "收款、退款一笔一行，谁还欠多少",
    Topic.RECEIPTS: "收据、退款凭证，带存根",
    Topic.SINGLE: "选一个房号，只印这一户",
    Topic.REMINDERS: "逾期的户一户一张催缴单；每天的收款日报",
    Topic.MERGED: "一人有几户的，几户合成一张账单",
    Topic.COMPENSATION: "给低层的补偿：各户多少，领款凭证",
    Topic.CONSENT: "表决够不够，还差几户、几平方米",
    Topic.FINANCE: "每项费用由哪些来源出",
    Topic.FUND: "各户可提多少公积金，给公积金中心的证明",
    Topic.LOANS: "借款、分期、企业垫资每月还多少",
    Topic.UPKEEP: "每年的运行维护费，通知单",
    Topic.LATE: "后来加入的户补多少、退给谁",
    Topic.CASH: "工程付款、补贴到账，与银行核对",
    Topic.SETTLEMENT: "完工后按实际费用多退少补",
    Topic.CHANGES: "退出、加入、费用变动的记录，两版对比",
    Topic.CHARTS: "各层金额、资金来源的柱形图",
    Topic.WECHAT: "每户的账单写成一段话，粘到微信",
    Topic.SIGNING: "各户签字、按手印的表",
    Topic.LARGE: "大字公示，A3 张贴",
    Topic.OWN_TERMS: "个别户有自己的系数，或固定出多少",
    Topic.HALF_STOPS: "电梯停在两层之间",
    Topic.CARRIERS: "不参与的那一份由指定的楼层出",
    Topic.POOLS: "一部分费用另有分法，如连廊、管线",
    Topic.OTHERS: "别人出的、不用还的钱，如原单位",
    Topic.RESERVE: "各户用自己的维修资金出的钱",
    Topic.FARES: "刷卡的票价每层不同",
    Topic.TERMS: "每户自选按月或按年交",
}


def topics_offered(project: Project) -> list[dict[str, object]]:
    """The subjects that a project's book can have, those that add sheets first.

    ``has``: the book has it without being asked. ``sheets``: it adds sheets, and 全部 means it too.
    """
    family, has = of_family(project.scheme.family), topics_of(project)
    offered = [topic for topic in Topic if topic in family]
    return [
        {
            "name": topic.value,
            "phrase": PHRASES[topic],
            "has": topic in has,
            "sheets": topic in ALL_SHEETS,
        }
        for topic in sorted(offered, key=lambda topic: topic not in ALL_SHEETS)
    ]
