#!/usr/bin/env python3
"""Writes HanTable.inc from Unicode's Unihan files. Run by hand when they change, and bump tableVersion in Han.h:

    ./generate_han_table.py [FOLDER with Unihan_*.txt or .txt.bz2] > HanTable.inc

Debian's unicode-data puts them into /usr/share/unicode. The table is checked in because other systems lack them.
"""

import bz2
import os
import re
import sys
import unicodedata

# Words whose characters are not all read in their most common way, or where the dictionaries' first choice misleads.
# Simplified characters; entries that say nothing new are left out of the table.
WORDS = """
重庆 chong qing|重阳 chong yang|长沙 chang sha|长春 chang chun|长江 chang jiang|长城 chang cheng|长安 chang an
长虹 chang hong|长治 chang zhi|长宁 chang ning|长兴 chang xing|长乐 chang le|长征 chang zheng|长白 chang bai
长岛 chang dao|长葛 chang ge|长垣 chang yuan|长丰 chang feng|长寿 chang shou|长海 chang hai|长风 chang feng
长三角 chang san jiao|长飞 chang fei|长电 chang dian|长盛 chang sheng|长青 chang qing|长荣 chang rong|长期 chang qi
长线 chang xian|长途 chang tu|特长 te chang|长远 chang yuan|长阳 chang yang|长汀 chang ting|长泰 chang tai
银行 yin hang|行业 hang ye|商行 shang hang|支行 zhi hang|分行 fen hang|总行 zong hang|车行 che hang|洋行 yang hang
央行 yang hang|农商行 nong shang hang|建行 jian hang|工行 gong hang|农行 nong hang|中行 zhong hang|招行 zhao hang
交行 jiao hang|行情 hang qing|本行 ben hang|同行 tong hang|行家 hang jia|厦门 xia men|成都 cheng du|首都 shou du
都市 du shi|都会 du hui|都江堰 du jiang yan|都匀 du yun|都安 du an|古都 gu du|花都 hua du|于都 yu du|丰都 feng du
新都 xin du|武都 wu du|江都 jiang du|蚌埠 beng bu|六安 lu an|六合 lu he|乐清 yue qing|乐亭 lao ting|乐陵 lao ling
番禺 pan yu|单县 shan xian|莘县 shen xian|莘庄 xin zhuang|东莞 dong guan|朝阳 chao yang|朝鲜 chao xian|朝天 chao tian
会稽 kuai ji|会计 kuai ji|西藏 xi zang|藏族 zang zu|藏药 zang yao|藏医 zang yi|宝藏 bao zang|音乐 yin yue|乐器 yue qi
乐团 yue tuan|乐队 yue dui|声乐 sheng yue|铅山 yan shan|涡阳 guo yang|井陉 jing xing|蔚县 yu xian|东阿 dong e
亳州 bo zhou|歙县 she xian|繁峙 fan shi|洪洞 hong tong|中牟 zhong mu|尉犁 yu li|什邡 shi fang|筠连 jun lian
犍为 qian wei|荥阳 xing yang|荥经 ying jing|浚县 xun xian|泌阳 bi yang|枞阳 zong yang|大埔 da bu|黄埔 huang pu
盱眙 xu yi|丽水 li shui|台州 tai zhou|天台 tian tai|郫县 pi xian|郫都 pi du|阆中 lang zhong|监利 jian li|黄陂 huang pi
武陟 wu zhi|房地产 fang di chan|地产 di chan|土地 tu di|地质 di zhi|地铁 di tie|地理 di li|空调 kong tiao|调味 tiao wei
调料 tiao liao|调味品 tiao wei pin|调和 tiao he|调解 tiao jie|调查 diao cha|传记 zhuan ji|校准 jiao zhun|重型 zhong xing
角色 jue se|率先 shuai xian|效率 xiao lv|盛大 sheng da|盛世 sheng shi|兴盛 xing sheng|参与 can yu|人参 ren shen
党参 dang shen|数据 shu ju|数码 shu ma|数字 shu zi|还原 huan yuan|着装 zhuo zhuang|着色 zhuo se|了解 liao jie
省市 sheng shi|给排水 ji pai shui|给水 ji shui|供给 gong ji|降解 jiang jie|曲阜 qu fu|曲靖 qu jing|曲面 qu mian
薄荷 bo he|薄膜 bo mo|石油 shi you|石头 shi tou|体系 ti xi|系统 xi tong|系列 xi lie|关系 guan xi|得力 de li
龟兹 qiu ci|大厦 da sha|厦华 xia hua|厦航 xia hang|便利 bian li|便民 bian min|方便 fang bian|便宜 pian yi
扎啤 zha pi|包扎 bao za|纤维 xian wei|光纤 guang xian|化纤 hua xian|差异 cha yi|出差 chu chai|邮差 you chai
粘土 nian tu|粘胶 nian jiao|粘合剂 nian he ji|血液 xue ye|车辆 che liang|车间 che jian|适合 shi he|否定 fou ding
吐鲁番 tu lu fan|似的 shi de|的士 di shi|目的 mu di|巷道 hang dao|宿迁 su qian|宿州 su zhou|宿舍 su she|住宿 zhu su
星宿 xing xiu|燕山 yan shan|燕京 yan jing|燕郊 yan jiao|应城 ying cheng|应用 ying yong|应县 ying xian|那曲 na qu
"""

# A name's beginning, read as a surname.
SURNAMES = """
单 shan|仇 qiu|解 xie|曾 zeng|区 ou|查 zha|任 ren|盖 ge|翟 zhai|朴 piao|繁 po|召 shao|乐 yue|华 hua|尉 wei|员 yun
卜 bu|秘 bi|冼 xian|燕 yan|宓 mi|缪 miao|葛 ge|哈 ha|逄 pang|郇 xun|洗 xian|种 chong|重 chong|折 she|佴 nai
阚 kan|隗 wei|柏 bai|郗 xi|瞿 qu|覃 qin|晁 chao|盛 sheng|石 shi|祭 zhai|乜 nie|夏 xia|贾 jia|呙 guo|钭 tou
沈 shen|谌 chen|亓 qi|宿 su|薄 bo|车 che|句 gou|谷 gu|过 guo|会 gui|纪 ji|降 jiang|幺 yao|应 ying|於 yu|禚 zhuo
藏 zang|臧 zang|曲 qu|强 qiang|佘 she|冯 feng|舍 she|宁 ning|都 du|少 shao|那 na|相 xiang|要 yao|眭 sui|濮 pu|撒 sa
颉 xie|费 fei|朝 chao|长 zhang|叶 ye|俞 yu|余 yu|于 yu|尹 yin|柳 liu|万 wan|令 ling|台 tai|载 zai|牟 mou|弥 mi
甯 ning|褚 chu|藉 ji|陆 lu|行 xing|观 guan|靳 jin|肖 xiao|萧 xiao|尧 yao|兴 xing|没 mo|伯 bo|颜 yan|粘 nian|厍 she
万俟 mo qi|尉迟 yu chi|长孙 zhang sun|澹台 tan tai|单于 chan yu|鲜于 xian yu|宇文 yu wen|呼延 hu yan|令狐 ling hu
诸葛 zhu ge|濮阳 pu yang|夏侯 xia hou|皇甫 huang fu|公冶 gong ye|宗政 zong zheng|亓官 qi guan|拓跋 tuo ba
司徒 si tu|欧阳 ou yang|上官 shang guan|东方 dong fang|慕容 mu rong|端木 duan mu|百里 bai li|南宫 nan gong
"""

# Where a traditional character may become several, the one that is right most often; elsewhere the first other one.
SIMPLIFIED_CHOICE = {"乾": "干", "著": "着", "鍾": "钟", "於": "于"}


def unihan(folder, name):
    path = os.path.join(folder, f"Unihan_{name}.txt")
    opened = open(path, encoding="utf-8") if os.path.exists(path) else bz2.open(path + ".bz2", "rt", encoding="utf-8")
    with opened as lines:
        for line in lines:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t", 2)
                yield int(code[2:], 16), field, value
            elif line.startswith("# Unicode version"):
                unihan.version = line.split(":")[1].strip()


def toneless(reading):
    letters = unicodedata.normalize("NFD", reading.strip().lower()).replace("u\u0308", "v")
    return re.sub("[^a-z]", "", unicodedata.normalize("NFD", letters))


def unique(items):
    return list(dict.fromkeys(item for item in items if item))


def modern_readings(fields):
    weights = {}
    for reading, count in re.findall(r"(\S+?)\((\d+)\)", fields.get("kHanyuPinlu", "")):
        weights[toneless(reading)] = weights.get(toneless(reading), 0) + int(count)
    by_frequency = sorted(weights, key=lambda syllable: -weights[syllable])
    customary = [toneless(r) for r in fields.get("kMandarin", "").split()]
    dictionaries = []
    for field in ("kXHC1983", "kTGHZ2013"):
        for group in fields.get(field, "").split():
            dictionaries += [toneless(r) for r in group.split(":")[1].split(",")]
    found = unique((by_frequency or customary) + customary + dictionaries)
    spoken = [syllable for syllable in found if re.search("[aeiouv]", syllable)]
    return spoken or found


def read_characters(folder):
    fields = {}
    for code, field, value in unihan(folder, "Readings"):
        fields.setdefault(code, {})[field] = value
    readings = {code: modern_readings(known) for code, known in fields.items()}
    # Only those that are characters in their own right: compatibility ones are folded away before anyone asks.
    readings = {c: r for c, r in readings.items() if r and unicodedata.normalize("NFC", chr(c)) == chr(c)}
    readings[0x3007] = ["ling"]
    strokes = {}
    for code, field, value in unihan(folder, "IRGSources"):
        if field == "kTotalStrokes":
            strokes[code] = int(value.split()[0])
    simplified = {}
    for code, field, value in unihan(folder, "Variants"):
        if field == "kSimplifiedVariant":
            others = [int(v[2:], 16) for v in value.split()]
            others = [v for v in others if v != code and v < 0x10000]
            choice = SIMPLIFIED_CHOICE.get(chr(code))
            if choice or others:
                simplified[code] = ord(choice) if choice else others[0]
    for traditional, choice in SIMPLIFIED_CHOICE.items():
        simplified[ord(traditional)] = ord(choice)
    # A chain leads to its end, so that simplifying twice changes nothing; a ring is cut at its first link.
    for code in list(simplified):
        seen = {code}
        target = simplified[code]
        while target in simplified and simplified[target] not in seen:
            seen.add(target)
            target = simplified[target]
        simplified[code] = target
    for code in list(simplified):
        if simplified.get(simplified[code]) is not None:
            del simplified[simplified[code]]
    for code, target in simplified.items():
        if code in readings and target in readings:
            order = {s: i for i, s in enumerate(readings[target])}
            readings[code].sort(key=lambda syllable: order.get(syllable, 99))
    return readings, strokes, simplified


def array(kind, name, values, width=118):
    print(f"constexpr {kind} {name}[] = {{")
    line = ""
    for value in values:
        text = str(value) + ","
        if len(line) + len(text) > width:
            print(line)
            line = ""
        line += text
    print(line + "};")


def special(listed, readings, rank_of):
    words = []
    for entry in listed.replace("\n", "|").split("|"):
        if not entry.strip():
            continue
        word, *syllables = entry.split()
        assert len(word) == len(syllables), entry
        for character, syllable in zip(word, syllables):
            assert (ord(character), syllable) in rank_of, f"{word}: {character} is not read {syllable}"
        if any(readings[ord(c)][0] != s for c, s in zip(word, syllables)):
            words.append((word, [rank_of[ord(c), s] for c, s in zip(word, syllables)]))
    # Longest first among those that begin alike.
    return sorted(words, key=lambda entry: (ord(entry[0][0]), -len(entry[0]), entry[0]))


def write_words(name, words):
    print(f"constexpr Word {name}[] = {{")
    for word, ranks in words:
        print(f'{{u"{word}", {len(word)}, {{{", ".join(map(str, ranks))}}}}},')
    print("};")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
    readings, strokes, simplified = read_characters(folder)
    # What a word or a surname needs is modern, too.
    for listed in (WORDS, SURNAMES):
        for entry in listed.replace("\n", "|").split("|"):
            for character, syllable in zip((entry.split() or [""])[0], entry.split()[1:]):
                if syllable not in readings.setdefault(ord(character), []):
                    print(f"added: {character} {syllable}", file=sys.stderr)
                    readings[ord(character)].append(syllable)
    pairs = sorted((s, strokes.get(c, 99), c) for c, all_of_it in readings.items() for s in all_of_it)
    rank_of = {(c, s): i + 1 for i, (s, _, c) in enumerate(pairs)}
    assert len(pairs) < 65536
    syllables = sorted({s for s, _, _ in pairs})

    def rank(code):
        return rank_of[code, readings[code][0]] if code in readings else 0

    print("// Written by generate_han_table.py; do not edit.")
    print(f"// Data: Unihan of Unicode {unihan.version}, under the terms in UNICODE-LICENSE.txt.")
    print("// clang-format off")
    array("const char*", "syllables", [f'"{s}"' for s in syllables])
    first = {}
    for i, (syllable, _, _) in enumerate(pairs):
        first.setdefault(syllable, i + 1)
    print("// The first rank of each syllable, and one past the last.")
    array("Rank", "firstRanks", [first[s] for s in syllables] + [len(pairs) + 1])
    print("// The most common reading of U+3400 to U+9FFF, and of U+20000 to U+2A6DF.")
    array("Rank", "basicRanks", [rank(c) for c in range(0x3400, 0xA000)])
    array("Rank", "rareRanks", [rank(c) for c in range(0x20000, 0x2A6E0)])
    dense = lambda c: 0x3400 <= c < 0xA000 or 0x20000 <= c < 0x2A6E0
    print("// All others.")
    print("constexpr Other others[] = {")
    for code in sorted(c for c in readings if not dense(c)):
        print(f"{{{code:#x},{rank(code)}}},", end="\n" if code % 4 == 0 else "")
    print("};")
    several = sorted(c for c, r in readings.items() if len(r) > 1)
    print("// Characters with more than one reading, where their readings begin, and those, most common first.")
    array("char32_t", "severalCharacters", [hex(c) for c in several])
    starts, flat = [0], []
    for code in several:
        flat += [rank_of[code, s] for s in readings[code]]
        starts.append(len(flat))
    array("std::uint16_t", "severalStarts", starts)
    array("Rank", "severalRanks", flat)
    print("// Traditional characters, and each one's simplified form at the same place.")
    basic = sorted(c for c in simplified if c < 0x10000)
    array("char16_t", "traditionalCharacters", basic)
    array("char16_t", "simplifiedCharacters", [simplified[c] for c in basic])
    write_words("words", special(WORDS, readings, rank_of))
    write_words("surnames", special(SURNAMES, readings, rank_of))
    initials = {}
    for syllable, _, _ in pairs:
        initials[syllable[0]] = initials.get(syllable[0], 0) + 1
    print(f"{len(pairs)} readings, {len(several)} characters with several, at most {max(initials.values())} of one "
          f"initial, {len(basic)} traditional", file=sys.stderr)


main()
