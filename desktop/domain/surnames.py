"""Surnames read otherwise than the dictionary says, and surnames of two characters."""

from __future__ import annotations

from collections.abc import Mapping

_READINGS = """
单 shan dan chan; 曾 zeng ceng; 解 xie jie; 仇 qiu chou; 查 zha cha; 区 ou qu; 盖 ge gai; 翟 zhai di; 覃 qin tan;
朴 piao pu; 任 ren; 华 hua; 员 yun yuan; 折 she zhe; 乐 yue le; 缪 miao mou; 宓 mi fu; 黑 he hei; 秘 bi mi;
繁 po fan; 种 chong zhong; 召 shao zhao; 隗 wei kui; 车 che ju; 长孙 zhangsun changsun; 谌 chen shen; 祭 zhai ji;
冼 xian; 郇 xun huan; 郗 xi chi; 都 du dou; 句 gou ju; 阙 que; 薄 bo bao; 牟 mou mu; 洗 xian xi; 卜 bu bo;
那 na nuo; 干 gan; 应 ying; 宁 ning; 过 guo; 贾 jia gu; 沈 shen chen; 石 shi dan; 叶 ye xie; 余 yu; 佴 nai;
逄 pang; 尉迟 yuchi weichi; 尉 wei yu; 万俟 moqi wansi; 令狐 linghu; 澹台 tantai dantai; 呙 guo; 晁 chao;
晟 cheng sheng; 哈 ha; 殷 yin; 谷 gu yu; 占 zhan; 相 xiang; 曲 qu; 降 jiang xiang; 教 jiao; 洪 hong; 吕 lv;
闾丘 lvqiu luqiu; 少 shao; 藏 zang cang; 臧 zang; 訾 zi; 燕 yan; 合 he; 葛 ge; 钻 zuan; 行 xing hang;
重 chong zhong; 幺 yao mo; 氾 fan; 蕃 pi fan; 麻 ma; 会 gui hui; 俞 yu shu; 柏 bai bo; 兴 xing; 撒 sa; 戏 xi;
肖 xiao; 尹 yin
"""

READINGS: Mapping[str, tuple[str, ...]] = {
    surname: tuple(readings) for surname, *readings in (entry.split() for entry in _READINGS.split(";"))
}
"""Surname → readings, the usual one first, ü written v."""

_COMPOUND = """
万俟 上官 东方 东郭 东里 乐正 令狐 仲孙 公冶 公孙 公羊 公良 南宫 南门 叱干 司徒 司空 司马 呼延 夏侯 太叔 太史
宇文 完颜 宗政 尉迟 左丘 慕容 拓跋 欧阳 澹台 濮阳 独孤 申屠 百里 皇甫 端木 第五 纳兰 耶律 西门 诸葛 赫连 轩辕
钟离 长孙 闻人 闾丘 鲜于
"""

COMPOUND = frozenset(_COMPOUND.split())
"""Surnames of two characters."""
