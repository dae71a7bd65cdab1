#include "core/text/names/Places.h"

#include "core/text/han/Han.h"

#include <QHash>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

// Provinces, cities that are one, and special regions.
constexpr QStringView provinces = u"北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 "
                                  u"湖北 湖南 广东 海南 四川 贵州 云南 "
                                  u"陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门";

// Cities and prefectures at the second level, without 市, 地区, 盟 or 自治州, and large cities at the third.
constexpr QStringView cities =
    u"石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 "
    u"吕梁 "
    u"呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善 沈阳 大连 鞍山 抚顺 本溪 "
    u"丹东 "
    u"锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 "
    u"双鸭山 "
    u"大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 "
    u"宿迁 "
    u"杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 "
    u"宿州 "
    u"六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 "
    u"抚州 "
    u"上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 莱芜 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 "
    u"安阳 "
    u"鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 "
    u"荆州 "
    u"黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 "
    u"湘西 "
    u"广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 "
    u"柳州 "
    u"桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 "
    u"绵阳 广元 "
    u"遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 "
    u"黔东南 "
    u"黔南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 拉萨 日喀则 昌都 林芝 "
    u"山南 "
    u"那曲 阿里 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 "
    u"定西 "
    u"陇南 临夏 甘南 西宁 海东 海北 黄南 果洛 玉树 海西 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 "
    u"博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰 石河子 台北 高雄 台中 台南 新竹 基隆 嘉义 桃园 昆山 "
    u"江阴 "
    u"张家港 常熟 太仓 宜兴 丹阳 义乌 慈溪 余姚 诸暨 海宁 桐乡 平湖 温岭 乐清 瑞安 晋江 石狮 南安 福清 即墨 胶州 龙口 "
    u"寿光 "
    u"诸城 荣成 滕州 邹城 新郑 巩义 浏阳 增城 顺德 南海 浦东";

// What may stand behind a place's name, and behind a province also the name of what lies in it.
constexpr QStringView levels = u"省市区县";

using Units = std::u16string_view;

Units units(QStringView text)
{
    return {reinterpret_cast<const char16_t*>(text.utf16()), std::size_t(text.size())};
}

constexpr qsizetype shortestName = 2;
constexpr qsizetype longestName = 4;

struct Gazetteer
{
    std::unordered_set<Units> names;
    QHash<QString, QStringView> latin;

    Gazetteer()
    {
        for (const auto list : {provinces, cities}) {
            for (const auto name : list.split(u' ')) {
                names.insert(units(name));
                addLatin(name);
            }
        }
    }

private:
    void addLatin(QStringView name)
    {
        QString word;
        const auto special = han::specialReading(name, han::NameReading::Word);
        for (qsizetype i = 0; i < name.size(); ++i)
            word += han::syllable(i < special.units ? special.ranks[std::size_t(i)]
                                                    : han::commonReading(name[i].unicode()));
        if (word.size() >= 5)
            latin.insert(word, name);
    }
};

const Gazetteer& gazetteer()
{
    static const Gazetteer known;
    return known;
}

// The place whose name stands here, the longest one.
QStringView nameAt(QStringView text)
{
    for (auto length = std::min(longestName, text.size()); length >= shortestName; --length) {
        const auto name = text.first(length);
        if (gazetteer().names.contains(units(name)))
            return name;
    }
    return {};
}

}

PlacePrefix placePrefix(QStringView text)
{
    PlacePrefix found;
    for (qsizetype at = 0; at < text.size();) {
        auto name = nameAt(text.sliced(at));
        auto end = at + name.size();
        if (name.isEmpty() && at > 0) {
            // Of a place in one that is known: two or three characters and what it is.
            for (qsizetype length = 2; length <= 3 && at + length < text.size(); ++length) {
                if (levels.contains(text[at + length])) {
                    name = text.sliced(at, length);
                    end = at + length;
                    break;
                }
            }
        }
        if (name.isEmpty())
            break;
        if (end < text.size() && levels.contains(text[end]))
            ++end;
        found = {name, int(end)};
        at = end;
    }
    return found;
}

QStringView placeOfLatin(QStringView word)
{
    return gazetteer().latin.value(word.toString());
}

bool isPlace(QStringView text)
{
    const auto found = placePrefix(text);
    return !found.place.isEmpty() && found.units == text.size();
}

}
