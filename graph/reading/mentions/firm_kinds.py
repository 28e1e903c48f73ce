"""Kinds of firms and banks, which are no names: 上市公司, 网约车公司, 各大银行, 区属集团."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, occurrences_of, words
from graph.reading.place import find_divisions

__all__ = ["KIND_OF_BANK", "KIND_OF_FIRM", "is_counted", "is_kind_of_firm"]

#: 上市公司, 世界500强, 专精特新; 农资公司, 德国环卫公司, 外资邮轮公司: what kind of firm it is, and no name.
KIND_OF_FIRM = re.compile(
    r"(?:(?:央企|国企|民企|外企|名企|上市公司|(?:世界|全球|中国|全国|国内|民营|行业|互联网|软件|电子)*(?:前?\d{2,3}|百)强(?:企业)?|专精特新|小巨人|独角兽|瞪羚|(?:行业|产业)?(?:龙头|链主|头部|领军))+"
    rf"|(?:{alternation('countries')})?(?:{alternation('sectors')}|{alternation('firm_lines')})+(?<!国电力)(?<!港电讯)公司|(?:外资|合资|民营)[\u4e00-\u9fff]{{2,4}}公司"
    "|[省市区县镇]属(?:国有)?(?:集团|公司|企业)+)$"
)

#: 智慧银行, 各大银行, 股份公司, 诈骗集团: how a bank serves, which banks or firms are meant, and none of their names.
KIND_OF_BANK = re.compile(
    "(?:智慧|数字|未来|无人|流动|移动|网上|手机|掌上|社区|特色|绿色|科技)(?:银行|支行)"
    "|(?:中国)?(?:[一二两三四五六七八九十]大|各大?|各家|各类|相关|有关|国有|商业|股份制|大型|地方|中小|辖内|驻[区市县]|合作|外资|民营|政策性|传统){1,3}银行"
    "|[\u4e00-\u9fff]{0,8}(?:中央|代理|网上|手机|电子|掌上)银行|"
    rf"(?:{alternation('firm_attributes', 'abroad')})银行"
    "|(?:社区)?股份(?:合作)?公司|出租车公司|供电|网约车|共享单车|(?:养殖|餐饮|物业|医疗|教育|建筑|报业|实业|茶业|大国)?集团"
    rf"|[\u4e00-\u9fffA-Za-z]{{0,6}}(?:{alternation('firm_attributes', 'crime')})集团"
    "|(?:责任)?[有无]限公司|[\u4e00-\u9fff]{0,8}(?:银行|证券)[业界]|非上市(?:公众)?公司|航空公司"
)
#: Between a place and what its firms do: 武汉一快递公司, 中国很多互联网公司, 中国本土公司.
_WHICH = "(?:一(?:家(?![人亲]))?|[两几多数]家|众多|很多|许多|不少|一些|各类?|部分|本土|本地|当地|非?上市|公众|大型?|小型?)*"
_ONE_OF_MANY = "(?:[一两几多数]家(?![人亲])|众多|很多|许多|不少)[\u4e00-\u9fff]{0,6}(?:公司|集团|银行)"
#: 温州小贷公司, 上海公司: a place, and what many firms in it do, or nothing; 甲市自来水公司 is the one of the place.
_OF_A_PLACE = re.compile(f"{_WHICH}(?:{alternation('firm_lines', 'many')})?公司|{_ONE_OF_MANY}")
#: 德国特效公司, 外国旅游公司: of a whole country no line of business is a name; 中国船舶公司 and 香港电讯公司 are.
_OF_A_COUNTRY = re.compile(
    f"(?:(?!{alternation('countries', 'named')})(?:{alternation('countries')})|{alternation('firm_attributes', 'abroad')}){_WHICH}"
    f"(?:{alternation('sectors')}|{alternation('firm_lines')})*(?<!国电力)公司"
    f"|(?:中国|{alternation('countries', 'named')})(?:{_WHICH}(?:{alternation('firm_lines', 'many')})?公司|{_ONE_OF_MANY})"
)


#: That there are many of a kind.
_SO_TOLD = "(?:各(?:大|家|类|个)?|(?<!第)[多几数两]家|众多|不少)"
#: 甲和乙两家平台公司, 三家运营公司, 众多影视公司, 甲区首家上市公司: how many they are.
_SEVERAL = re.compile(
    f"^{_SO_TOLD}[\u4e00-\u9fff]{{2,6}}公司$|[两三四五六七八九十几多数]家[\u4e00-\u9fff]{{0,4}}(?:公司|集团|银行)$"
    "|(?:首[家个批]|唯一一?[家个]|第[一二三]家(?![政具电纺化居装庭]))[\u4e00-\u9fff]{0,6}(?:公司|集团|银行)$"
)


#: 精品酒庄, 列级酒庄: what kind of estate it is.
_KIND_OF_ESTATE = re.compile(
    "(?:精品|特色|中小型?|小型?|大型?|老|新|知名|高端|本[土地]|葡萄酒?|列级|[一二三四五]级|示范|骨干|家庭|周边|所有|全部|[\\d一两三四五六七八九十几多数余各全]{1,4}(?:家|座|个|类|批)){0,4}酒庄"
)
#: 甲科技（总部仍在丙市）: what is there of a firm, cut before where it is.
_ITS_SEAT = re.compile("(?:地区|区域|全球|中国|运营|研发|其)?总部(?:仍|还|现|已|则|均|都|也|就|尚|暂|目前|原)?")


def is_kind_of_firm(name: str) -> bool:
    """Whether a name says what kind of firm it is, and none: 上市公司, 快递公司, 上海某纺织厂."""
    return (
        "某" in name
        or _ITS_SEAT.fullmatch(name) is not None
        or _KIND_OF_ESTATE.fullmatch(name) is not None
        or name in words("countries") | {"中国"}
        or _SEVERAL.search(name) is not None
        or KIND_OF_FIRM.match(name) is not None
        or KIND_OF_BANK.fullmatch(name) is not None
        or _OF_A_COUNTRY.fullmatch(name) is not None
        or any(begin == 0 and _OF_A_PLACE.fullmatch(name, end) for begin, end, _ in find_divisions(name))
    )


#: 设立基金管理有限公司3家: how many of the kind there are. One firm may be counted behind its name.
_SO_MANY = re.compile(
    r"(?:共|近|超|约|达)?(?!1[家户])(?:\d{1,4}[余多]?|[两三四五六七八九十数几]{1,3})[家户](?=[，。；：、）\n]|$)"
)
_LEGAL = re.compile("(?:股份|有限|责任)*(?:公司|集团|银行|股份)$")
#: 基金管理 of 基金管理有限公司: what such firms do; 甲城建 is a name.
_WHAT_THEY_DO = re.compile(
    f"(?:{alternation('firm_lines')}|{alternation('sectors')}|{alternation('firm_attributes')}|{alternation('generic')})*"
)

#: 各大邮轮公司, 多家影视公司: that there are many, right ahead of a kind of firm, whatever the trade.
_MANY = re.compile(f"{_SO_TOLD}$")
_A_KIND = re.compile(r"[\u4e00-\u9fffA-Z]{2,6}(?<!有限)(?<!责任)(?<!股份)公司")


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether what looks like a firm's legal name is a kind of which several are counted behind it, or told right ahead of it.

    Not a firm that is known: 多家华为公司合作伙伴. Nor the last of a row, 甲公司、乙公司2家, nor what is registered, of which nobody says
    that there are many.
    """
    if _MANY.search(text, max(start - 4, 0), start) and _A_KIND.fullmatch(text, start, end):
        core = text[start:end].removesuffix("公司")
        return not {core, core + "集团"} & words("firms")
    legal = _LEGAL.search(text, start, end)
    if legal is None or _SO_MANY.match(text, end) is None or occurrences_of("firms", text[start:end]):
        return False
    in_a_row = text[start - 1 : start] in tuple("、和与及") or (
        text[start - 1 : start] == "，" and _LEGAL.search(text, 0, start - 1)
    )
    registered = "有限" in legal.group() and not find_divisions(text[start:end])
    return not in_a_row and (registered or _WHAT_THEY_DO.fullmatch(text, start, legal.start()) is not None)
