"""Words that are names too: of somebody who is not of the case they are left standing, since they mean anything."""

from __future__ import annotations

import re
from collections.abc import Container

from desktop.domain.folding import fold_text
from desktop.domain.normal import normalize

_HAN = """
和平 建国 国庆 胜利 光明 海洋 建设 解放 红旗 红星 文化 文明 文艺 朝阳 向阳 长江 黄河 长城 泰山 春天 春风 秋天 平安
安全 安宁 安静 永远 永久 永恒 长久 明天 今天 昨天 天天 早晨 黎明 曙光 阳光 月亮 星星 英雄 光荣 革命 卫生 健康 幸福
希望 未来 青年 少年 自由 民主 民生 中华 中国 国家 人民 人权 东方 西方 南方 北方 新华 新民 新年 元旦 春节 清明 端午
中秋 立春 立夏 冬至 夏至 小雪 大雪 小雨 大雨 白云 富强 振兴 兴旺 发展 进步 团结 友谊 友好 和谐 宁静 平静 平常 美丽
高兴 快乐 欢乐 如意 吉祥 太平 顺利 成功 成长 成立 建立 建军 国防 保卫 保护 保安 爱国 忠诚 正义 公平 公正 公民 公安
长安 西安 延安 海南 云南 江南 河南 湖南 山东 广东 北京 上海 天津 重庆 玉兰 牡丹 百合 玫瑰 荷花 杜鹃 蝴蝶 燕子 凤凰
前进 先进 先生 小姐 女士 同志 学习 学文 学成 学生 学校 知识 智慧 正常 正确 大众 大地 大海 大山 高山 高峰 高原 森林
树林 草原 石头 铁路 银行 家庭 家人 家属 家乡 故乡 孩子 宝贝 宝宝 老师 老板 老乡 老人 老公 老婆 老大 主任 司机 医生
护士 律师 警察 警官 法官 校长 厂长 局长 所长 队长 村长 书记 朋友 邻居 同事 同学 房东 亲戚 亲人 男人 女人 男孩 女孩
大人 小孩 大家 别人 他们 她们 它们 我们 你们 咱们 自己 本人 那人 此人 这人 有人 某人 对方 他妈 她妈 我妈 他爸 她爸
我爸 我家 他家 她家 外人 客人 工人 农民 教师 记者 作家 诗人 牧师 神父 师傅 阿姨 叔叔 大姐 大哥 大妈 大爷
"""

_LATIN = """
april may june august dawn eve sunny summer autumn winter spring easter christian faith hope charity grace joy
mercy prudence constance patience honor honour justice freedom liberty peace victory glory rose lily daisy
iris ivy jasmine violet heather olive pearl ruby amber crystal jade opal coral ginger pepper sage basil will
mark bill bob jack rob pat nick drew chase grant frank earnest ernest guy dean king prince duke earl bishop
pope pastor major judge baker smith cook carter mason hunter fisher taylor miller young brown green white
black gray grey long short little good best wise small rich poor strong wood woods hill hall lake field fields
brook brooks stone rivers forest park parks church house street day knight wolf fox swan robin martin page
bell ball rice bush banks cash law laws power powers wall walls ward cross parish chance rusty misty stormy
destiny china sydney london paris georgia florence austin houston dallas jordan chad kenya asia india israel
lee son the and his her him she they them you who mother father brother sister daughter uncle aunt friend
teacher doctor lawyer police officer
"""

_SURNAMES = """
wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han
tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv lyu su lu jiang cai jia ding wei xue ye yan
pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou
shao meng wan duan lei qian yin yi chang qiao lai gong wen pang chu bao ouyang sima ge niu kuang mu tao hong
wong chan cheung chow lau leung ng ho kwok tsang mok yeung lam
"""

_WORDS = frozenset(f"{_HAN} {_LATIN} {_SURNAMES}".split())
_WHOSE = re.compile(r"\A(?:the|an?|my|our|your|his|her|their)\s+|\A[我你您他她俺咱](?:们|們)?(?:家|的)?", re.IGNORECASE)


def is_common(name: str) -> bool:
    """Whether a single name, however it is written, is a word of every day, or a surname as it is spelt in pinyin."""
    spread = normalize("NFD", fold_text(name))
    return "".join(sign for sign in spread if sign.isalnum()) in _WORDS


def is_anybodys(said: str, kin_terms: Container[str]) -> bool:
    """Whether what somebody was called once may be said of anybody: my aunt, the driver, they."""
    bare = _WHOSE.sub("", said.strip())
    return len(bare) < 2 or (bare.replace(" ", "").isalpha() and bare.islower()) or bare in kin_terms or is_common(bare)
