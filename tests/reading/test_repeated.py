"""A construction that a sentence repeats again and again: no pattern tries the ways to cut it one by one."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
REPLY = """关于区政协十七届三次会议第0012号提案的答复

王某某委员：
您提出的《关于建设数字城区的建议》收悉，现答复如下：
{}
长宁区科学技术委员会
2025年6月3日
"""
#: Each was not read within twenty seconds when its pattern could cut what is repeated in more than one way.
REPEATED = {
    "quotations of a park": "云谷软件园内含" + "“松林”“竹海”" * 24 + "，又建设梅岭产业园。",
    "firms held up": "园区以云海科技" + "、松林科技、竹海" * 24 + "，引进企业。",
    "channels beside a firm": "活动通过抖音" + "和松林与竹海" * 24 + "传播。",
    "verbs behind a document": "按照《云海办法》" + "修订" * 40 + "完毕。",
    "verbs behind what is not yet": "“云海停车”平台尚未" + "投用启动" * 30 + "过。",
    "verbs before another document": "根据《云海办法》" + "《松林细则》" * 30 + "修订完善。",
    "a row that the district has": "我区现有" + "松林园地、" * 40 + "云谷软件园等。",
    "places that are near": "云谷软件园紧邻" + "松林广场、竹海广场和" * 30 + "梅岭广场，引进云海科技公司。",
    "years behind a service": "“云海停车”平台" + "2025年" * 60 + "接入新华路街道泊位。",
    "what is done to it, and when": "“云海停车”平台" + "于去年已" * 60 + "退出新华路街道试点。",
    "dates behind a service": "我区建成“云海停车”平台，目前我区已" + "于" * 60 + "新华路街道试点。",
}


def test_a_reply_that_repeats_itself_is_read(tmp_path: Path) -> None:
    """In one process, within a time that no sound reading comes near."""
    for number, said in enumerate(REPEATED.values()):
        (tmp_path / f"{number}.txt").write_text(REPLY.format(said), encoding="utf-8")
    command = [sys.executable, "-m", "graph", "read", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
