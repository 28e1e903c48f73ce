"""Quotations that name nothing: measures, guidelines, sayings, themes, and the words of a document."""

from __future__ import annotations

import re

from graph.reading.lexicon import words
from graph.reading.mentions.quoted_services import DOES, is_place_brand

__all__ = ["in_title", "is_guideline", "is_no_name"]

_ABBREVIATION = re.compile(r"(?:以下)?(?:统)?简称：?$")
#: Numbers, and spans of years: “十五五”期间.
_NO_NAME = re.compile(
    r"(?:走?进|入)(?:社区|园区|楼宇|企业|校园|商圈|家庭|小区|农村|乡村|机关|基层|[\u4e00-\u9fff]{1,2})|[一二三四五六七八九十两\d]+大[\u4e00-\u9fff]{2,4}|[十百千万]+亿(?:元|级)?[\u4e00-\u9fff]{0,6}|十[一二三四五六七]五|[\d+N×xX\-—]+|(?:[\u4e00-\u9fff]{1,4}[-—]){2,}[\u4e00-\u9fff]{1,4}"
)
#: 坚持“中心+站点”: a guideline.
_GUIDED = re.compile(r"(?:坚持|秉持|秉承|践行|遵循|树立|突出|紧扣|贯彻|弘扬|围绕|按照)(?:以|了|着)?$")
_FUNDED = re.compile(r"(?:项目|课程|基金|经费|资金)$")
#: What follows a quotation that is a thing and no guideline.
_HEADED = re.compile("平台|系统|小程序|场景|应用|服务|试点|项目|工程|园|街区|小镇|行动|品牌|养老|智慧")
#: “数字名片”小程序: what is called so is a thing.
_A_THING = re.compile("平台|系统|小程序|APP|应用")
_OF_LIST = re.compile(r"[\u4e00-\u9fff]{0,12}清单(?![\u4e00-\u9fff]?[制化])")
_CITED = re.compile(r"(?:等|的|有关|相关)*(?:要求|精神|规定|意见|问题|目标|表述|难题|痛点|现象)")
#: 由“线下办”到“智能办”: what turns into what, before the second and around the first.
_TURNING = "(?:到|向|变|变为|变成|转为|转向|转变为|升级为|升级到|走向|迈向)"
_FROM = re.compile(f"[从由]“[^“”]{{1,16}}”{_TURNING}$")
_INTO = re.compile(f"{_TURNING}“")
#: “智慧社区”专题座谈会, “防诈课堂”短视频: what is spoken about, and what is shown.
_TALKS = re.compile(
    "(?:专题|主题)?(?:座谈会|研讨会|研讨班|专题会|推进会|现场会|讲座|培训班|培训会|论坛|协商会|调研|民主监督)|(?:系列)?(?:短视频|微视频|宣传片|短片|宣传册|宣传单|海报|横幅|标语)"
)
_WORDS_OF = re.compile("(?:^|[）、.])关于$|[》）]$|明确提出|明确：|指出|提出：?$")
_THEME = re.compile(r"(?:主题|口号|标语|题)(?:是|为|：)?$|第[一二三四五六七八九十\d]+[章节条]$")
#: Characters of a document's title in which a quotation may stand.
_LONGEST_TITLE = 200


def in_title(text: str, floor: int, at: int) -> bool:
    """Whether a position of the flow is inside the 《》 of a document's title; ``floor`` is where the body begins."""
    floor = max(floor, at - _LONGEST_TITLE)
    line = text.rfind("\n", floor, at)
    part = text[max(line, floor) : at]
    return part.count("《") > part.count("》")


def is_guideline(text: str, start: int, end: int) -> bool:
    """Whether the flow's characters from ``start`` up to ``end``, in quotation marks, are what somebody goes by: 坚持“甲+乙”; a meeting's theme, a place's aim, or a figure of speech.

    Of 39 quotations behind 坚持 in annotated replies none names a service.
    """
    opens = start if text[start] == "“" else start - 1
    closes = end if text[end - 1] == "”" else end + 1
    quoted = text[opens] == "“" and text[closes - 1 : closes] == "”"
    if not quoted or _HEADED.match(text, closes):
        return False
    if is_place_brand(text, start, end) or text[opens + 1 : closes - 1] in words("sayings"):
        return True
    return bool(_GUIDED.search(text[max(opens - 4, 0) : opens]) or _TALKS.match(text, closes))


def is_no_name(text: str, quote: re.Match[str], inner: str, before: str) -> bool:
    """Whether a quotation is a measure, a guideline, a saying, a theme, or the words of a document."""
    guideline = is_guideline(text, quote.start(), quote.end())
    cited = _TALKS.match(text, quote.end()) or _CITED.match(text[quote.end() : quote.end() + 10]) or _WORDS_OF.search(before[-4:])
    # “搭建人才基金平台” is a measure
    said = (
        (inner in words("sayings") and not _A_THING.match(text, quote.end()))
        or inner == "一件事"
        or _ASPIRED.search(before + "“" + inner)
        or _NO_NAME.fullmatch(inner)
        or _LIKE.search(before)
        or DOES.match(inner)
        or _FUNDED.search(inner)
    )
    several = "、" in inner or (re.search(r"[，；。]", inner) and len(inner) > 14)
    # “甲”重点项目清单 is a list's name, and no service's.
    listed = _OF_LIST.match(text, quote.end())
    turns = _FROM.search(before) or (before.endswith(("从", "由")) and _INTO.match(text, quote.end()))
    return bool(guideline or cited or said or several or listed or turns or _ABBREVIATION.search(before) or _THEME.search(before))


#: 打造“中国甲谷”, 授予“中国乙谷”: what a place wants to be called.
_ASPIRED = re.compile(
    "(?:打造|建设|叫响|授予|争创|擦亮|誉为|称为|唱响|服务|对标|叫做)[^，。；“]{0,6}“(?:中国|南繁|全国|世界|亚洲)[^“]{1,8}$"
)
#: 外形酷似“甲”: what something looks like.
_LIKE = re.compile("(?:酷似|形似|状如|宛如|犹如|形如|好似|如同|仿佛|堪称|喻为|布满)[^，。；]{0,4}$")
