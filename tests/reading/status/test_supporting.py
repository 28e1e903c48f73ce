"""Whether events, programmes, titles and facilities are there or to come."""

from __future__ import annotations

import pytest

from graph.reading.status.supporting import supporting_status


@pytest.mark.parametrize(
    ("kind", "before", "name", "tail", "to_come", "status"),
    [
        ("Event", "支持企业参加", "钟山大会", "，展示新品", True, "existing"),
        ("Event", "用好", "钟山大会", "的影响，招引客商", True, "existing"),
        ("Event", "继续举办", "钟山论坛", "、湖滨音乐节等活动", True, "existing"),
        ("Event", "组织", "市民开放日", "，请居民试乘", True, "planned"),
        ("Event", "组织", "市民开放日", "，请居民试乘", False, "existing"),
        ("Event", "今年秋天将举办", "钟山论坛", "", False, "planned"),
        ("Event", "", "钟山论坛", "将于十月开幕", False, "planned"),
        ("Event", "我区成功申办", "钟山博览会", "，接待游客20万人", False, "existing"),
        ("Event", "在去年成功举办", "钟山大会", "的基础上，扩大规模", True, "existing"),
        ("Event", "精心策划", "湖滨音乐节", "，吸引游客10万人", False, "existing"),
        ("Programme", "今年年底前启动“", "暖心工程", "”", False, "planned"),
        ("Programme", "在去年开展“", "敲门行动", "”的基础上", True, "existing"),
        ("Programme", "持续开展“", "揭榜挂帅", "”，组织企业攻关", True, "existing"),
        ("Programme", "探索“", "揭榜挂帅", "”等方式", True, "existing"),
        ("Programme", "深入实施“", "湖滨英才", "”计划", True, "existing"),
        ("Programme", "实施“", "强链补链", "”行动", True, "planned"),
        ("Programme", "已实施“", "强链补链", "”行动", False, "existing"),
        ("Programme", "下半年拟启动“", "湖滨英才", "”计划", False, "planned"),
        ("Recognition", "围绕创建", "全国文明城市", "，补齐短板", False, "planned"),
        ("Recognition", "成功创建", "全国文明城市", "", False, "existing"),
        ("Recognition", "争取到明年建成", "省级先导区", "", False, "planned"),
        ("Recognition", "用好“", "先飞区", "”的牌子，招引企业", True, "existing"),
        ("Recognition", "有3个村创建", "省级美丽乡村", "", False, "existing"),
        ("Recognition", "", "国家级旅游度假区", "创建工作正在推进", False, "planned"),
        ("Recognition", "获评", "国家级旅游度假区", "", True, "existing"),
        ("Recognition", "累计创建“", "示范社区", "”5个", False, "existing"),
        ("Recognition", "2022年创建", "双创示范基地", "，2023年通过验收", False, "existing"),
        ("Recognition", "2020年升级为", "省级高新区", "", False, "existing"),
        ("Recognition", "支持徐庄高新区升级为", "国家高新区", "", False, "planned"),
        ("Facility", "加快建设", "湖滨智算中心", "，年内开工", True, "planned"),
        ("Facility", "推动", "湖滨枢纽", "周边环境整治", True, "existing"),
        ("Facility", "依托", "湖滨枢纽", "，发展会展", True, "existing"),
        ("Facility", "", "湖滨智算中心", "建设要加快推进", True, "planned"),
        ("Facility", "建成", "湖滨智算中心", "，已投入使用", False, "existing"),
    ],
)
def test_what_is_held_used_or_granted_is_there_and_what_is_worked_for_is_to_come(
    kind: str, before: str, name: str, tail: str, to_come: bool, status: str
) -> None:
    said = any(word in before for word in ("将", "拟", "年底前"))
    assert supporting_status(kind, name, before, tail, to_come=to_come, said=said, year=2025) == status
