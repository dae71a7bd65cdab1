#include "core/services/demo/DemoCompanyWords.h"

#include <QStringList>

namespace kith::demoWords {

using namespace Qt::StringLiterals;

namespace {

struct Surname
{
    QStringView han;
    QStringView latin;
    int weight; // in 1/1000 of the population
};
constexpr Surname surnames[] = {
    {u"王", u"wang", 71}, {u"李", u"li", 70},    {u"张", u"zhang", 67}, {u"刘", u"liu", 54},     {u"陈", u"chen", 45},
    {u"杨", u"yang", 31}, {u"黄", u"huang", 23}, {u"赵", u"zhao", 23},  {u"吴", u"wu", 21},      {u"周", u"zhou", 21},
    {u"徐", u"xu", 17},   {u"孙", u"sun", 15},   {u"马", u"ma", 13},    {u"朱", u"zhu", 13},     {u"胡", u"hu", 12},
    {u"郭", u"guo", 12},  {u"何", u"he", 12},    {u"林", u"lin", 12},   {u"高", u"gao", 10},     {u"罗", u"luo", 10},
    {u"郑", u"zheng", 9}, {u"梁", u"liang", 9},  {u"谢", u"xie", 8},    {u"宋", u"song", 8},     {u"唐", u"tang", 7},
    {u"许", u"xu", 7},    {u"韩", u"han", 7},    {u"邓", u"deng", 6},   {u"冯", u"feng", 6},     {u"曹", u"cao", 6},
    {u"彭", u"peng", 5},  {u"曾", u"zeng", 5},   {u"肖", u"xiao", 5},   {u"田", u"tian", 5},     {u"董", u"dong", 5},
    {u"潘", u"pan", 5},   {u"袁", u"yuan", 5},   {u"蔡", u"cai", 5},    {u"蒋", u"jiang", 5},    {u"余", u"yu", 4},
    {u"于", u"yu", 4},    {u"杜", u"du", 4},     {u"叶", u"ye", 4},     {u"程", u"cheng", 4},    {u"魏", u"wei", 4},
    {u"苏", u"su", 4},    {u"吕", u"lv", 4},     {u"丁", u"ding", 4},   {u"任", u"ren", 4},      {u"卢", u"lu", 4},
    {u"姚", u"yao", 4},   {u"沈", u"shen", 4},   {u"钟", u"zhong", 3},  {u"姜", u"jiang", 3},    {u"崔", u"cui", 3},
    {u"谭", u"tan", 3},   {u"陆", u"lu", 3},     {u"范", u"fan", 3},    {u"汪", u"wang", 3},     {u"廖", u"liao", 3},
    {u"石", u"shi", 3},   {u"金", u"jin", 3},    {u"韦", u"wei", 2},    {u"贾", u"jia", 2},      {u"夏", u"xia", 2},
    {u"付", u"fu", 2},    {u"方", u"fang", 2},   {u"邹", u"zou", 2},    {u"熊", u"xiong", 2},    {u"白", u"bai", 2},
    {u"孟", u"meng", 2},  {u"秦", u"qin", 2},    {u"邱", u"qiu", 2},    {u"侯", u"hou", 2},      {u"江", u"jiang", 2},
    {u"尹", u"yin", 2},   {u"薛", u"xue", 2},    {u"闫", u"yan", 2},    {u"段", u"duan", 2},     {u"雷", u"lei", 2},
    {u"龙", u"long", 2},  {u"黎", u"li", 2},     {u"史", u"shi", 2},    {u"陶", u"tao", 2},      {u"贺", u"he", 2},
    {u"毛", u"mao", 2},   {u"郝", u"hao", 2},    {u"顾", u"gu", 2},     {u"龚", u"gong", 2},     {u"邵", u"shao", 2},
    {u"覃", u"qin", 2},   {u"武", u"wu", 2},     {u"钱", u"qian", 2},   {u"戴", u"dai", 2},      {u"严", u"yan", 1},
    {u"莫", u"mo", 1},    {u"孔", u"kong", 1},   {u"汤", u"tang", 1},   {u"欧阳", u"ouyang", 1}, {u"单", u"shan", 1},
};

struct Syllable
{
    QStringView han;
    QStringView latin;
};
constexpr Syllable women[] = {{u"芳", u"fang"}, {u"敏", u"min"},  {u"静", u"jing"}, {u"丽", u"li"},   {u"艳", u"yan"},
                              {u"娟", u"juan"}, {u"霞", u"xia"},  {u"秀", u"xiu"},  {u"玲", u"ling"}, {u"雪", u"xue"},
                              {u"婷", u"ting"}, {u"颖", u"ying"}, {u"琳", u"lin"},  {u"洁", u"jie"},  {u"倩", u"qian"},
                              {u"梅", u"mei"},  {u"慧", u"hui"},  {u"欣", u"xin"},  {u"怡", u"yi"},   {u"佳", u"jia"},
                              {u"晓", u"xiao"}, {u"雨", u"yu"},   {u"思", u"si"},   {u"梦", u"meng"}, {u"诗", u"shi"},
                              {u"涵", u"han"},  {u"嘉", u"jia"},  {u"萱", u"xuan"}, {u"月", u"yue"},  {u"云", u"yun"}};
constexpr Syllable men[] = {{u"伟", u"wei"},  {u"强", u"qiang"}, {u"磊", u"lei"},  {u"军", u"jun"},  {u"勇", u"yong"},
                            {u"杰", u"jie"},  {u"涛", u"tao"},   {u"明", u"ming"}, {u"超", u"chao"}, {u"辉", u"hui"},
                            {u"刚", u"gang"}, {u"平", u"ping"},  {u"鹏", u"peng"}, {u"飞", u"fei"},  {u"浩", u"hao"},
                            {u"宇", u"yu"},   {u"轩", u"xuan"},  {u"博", u"bo"},   {u"文", u"wen"},  {u"建", u"jian"},
                            {u"国", u"guo"},  {u"志", u"zhi"},   {u"海", u"hai"},  {u"俊", u"jun"},  {u"子", u"zi"},
                            {u"一", u"yi"},   {u"泽", u"ze"},    {u"晨", u"chen"}, {u"旭", u"xu"},   {u"振", u"zhen"}};

struct ForeignNames
{
    QStringView countries;
    QStringView women;
    QStringView men;
    QStringView families;
};
// English first: where no other fits.
constexpr ForeignNames foreignNames[] = {
    {u"GB US AU CA IE NZ SG", u"Olivia Amelia Grace Hannah Ruth Eleanor Joanna Naomi Claire Alice Martha Imogen",
     u"George Harry Daniel Samuel Oliver Thomas Edward Marcus Adrian Philip Simon Nathan",
     u"Aldridge Barlow Calloway Dunmore Ellison Fairweather Granger Hargrove Kingsley Lockwood Merriman Norcross "
     u"Pemberton Radley Stanhope Thackeray Underwood Wakefield"},
    {u"DE AT CH", u"Anna Lena Katharina Sabine Julia Miriam Birgit Heike Johanna Franziska",
     u"Lukas Jonas Stefan Matthias Florian Andreas Tobias Rainer Martin Christoph",
     u"Ahlers Brandt Dietrich Eberhardt Fuchs Gerlach Hoffmann Kessler Lindner Mertens Oswald Reinhardt Seidel Vogt"},
    {u"FR BE", u"Camille Juliette Margaux Chloé Hélène Sophie Inès Agathe Élodie",
     u"Antoine Julien Mathieu Olivier Laurent Étienne Hugo Bastien Rémi",
     u"Aubert Beaumont Chevalier Delacroix Fontaine Garnier Lefebvre Mercier Perrin Renaud Thibault Vasseur"},
    {u"SE NO DK FI", u"Astrid Ingrid Elsa Maja Freja Signe Karin Linnea",
     u"Erik Lars Anders Mikael Oskar Henrik Johan Nils",
     u"Ahlgren Bergström Dahl Ekström Holm Lindqvist Nyberg Sandberg Söderlund Wikström"},
    {u"ES MX AR BR PT", u"Lucía Carmen Elena Marta Beatriz Inés Paula Sofía",
     u"Javier Álvaro Diego Rafael Sergio Joaquín Mateo Tomás",
     u"Aguilar Benítez Carvalho Domínguez Esteban Figueroa Herrera Ibáñez Medina Navarro Pacheco Salgado"},
    {u"IT", u"Giulia Chiara Francesca Elisa Valentina Silvia", u"Marco Luca Matteo Davide Paolo Stefano",
     u"Amato Bellini Caruso Ferrara Gallo Leone Marchetti Pellegrini Rinaldi Sartori"},
    {u"NL", u"Sanne Femke Lotte Anouk Marieke", u"Daan Bram Sander Jeroen Ruben",
     u"Aalders Bakker Dekker Hendriks Kuipers Meijer Postma Verhoeven Willemsen"},
    {u"JP", u"Haruka Yui Akiko Naoko Misaki Emi", u"Kenji Hiroshi Takumi Daisuke Shota Ryo",
     u"Aoki Endo Fujimoto Hayashi Ishikawa Kobayashi Matsuda Nakamura Ogawa Sakamoto Ueda"},
    {u"IN AE", u"Priya Ananya Kavya Meera Nisha Aisha", u"Arjun Rohan Vikram Sanjay Karan Omar",
     u"Agarwal Bhatt Chopra Deshpande Iyer Kapoor Menon Nair Rao Sharma Haddad"},
};

constexpr City chineseCities[] = {
    {u"CN", u"北京市", u"北京市", u"10", 8, u"1000", 90},
    {u"CN", u"上海市", u"上海市", u"21", 8, u"2001", 100},
    {u"CN", u"广东省", u"深圳市", u"755", 8, u"5180", 85},
    {u"CN", u"广东省", u"广州市", u"20", 8, u"5100", 70},
    {u"CN", u"浙江省", u"杭州市", u"571", 8, u"3100", 65},
    {u"CN", u"江苏省", u"苏州市", u"512", 8, u"2150", 60},
    {u"CN", u"四川省", u"成都市", u"28", 8, u"6100", 55},
    {u"CN", u"江苏省", u"南京市", u"25", 8, u"2100", 50},
    {u"CN", u"湖北省", u"武汉市", u"27", 8, u"4300", 45},
    {u"CN", u"重庆市", u"重庆市", u"23", 8, u"4000", 40},
    {u"CN", u"天津市", u"天津市", u"22", 8, u"3000", 35},
    {u"CN", u"浙江省", u"宁波市", u"574", 8, u"3150", 35},
    {u"CN", u"广东省", u"东莞市", u"769", 8, u"5230", 35},
    {u"CN", u"陕西省", u"西安市", u"29", 8, u"7100", 30},
    {u"CN", u"湖南省", u"长沙市", u"731", 8, u"4100", 30},
    {u"CN", u"山东省", u"青岛市", u"532", 8, u"2660", 30},
    {u"CN", u"河南省", u"郑州市", u"371", 8, u"4500", 28},
    {u"CN", u"江苏省", u"无锡市", u"510", 8, u"2140", 28},
    {u"CN", u"广东省", u"佛山市", u"757", 8, u"5280", 28},
    {u"CN", u"安徽省", u"合肥市", u"551", 8, u"2300", 25},
    {u"CN", u"山东省", u"济南市", u"531", 8, u"2500", 25},
    {u"CN", u"福建省", u"厦门市", u"592", 7, u"3610", 22},
    {u"CN", u"福建省", u"福州市", u"591", 8, u"3500", 20},
    {u"CN", u"辽宁省", u"沈阳市", u"24", 8, u"1100", 18},
    {u"CN", u"辽宁省", u"大连市", u"411", 8, u"1160", 18},
    {u"CN", u"浙江省", u"温州市", u"577", 8, u"3250", 18},
    {u"CN", u"江苏省", u"常州市", u"519", 8, u"2130", 18},
    {u"CN", u"福建省", u"泉州市", u"595", 8, u"3620", 16},
    {u"CN", u"浙江省", u"嘉兴市", u"573", 8, u"3140", 15},
    {u"CN", u"江苏省", u"南通市", u"513", 8, u"2260", 15},
    {u"CN", u"云南省", u"昆明市", u"871", 8, u"6500", 14},
    {u"CN", u"江西省", u"南昌市", u"791", 8, u"3300", 14},
    {u"CN", u"河北省", u"石家庄市", u"311", 8, u"0500", 13},
    {u"CN", u"黑龙江省", u"哈尔滨市", u"451", 8, u"1500", 12},
    {u"CN", u"吉林省", u"长春市", u"431", 8, u"1300", 11},
    {u"CN", u"山西省", u"太原市", u"351", 7, u"0300", 10},
    {u"CN", u"贵州省", u"贵阳市", u"851", 8, u"5500", 10},
    {u"CN", u"广西壮族自治区", u"南宁市", u"771", 7, u"5300", 10},
    {u"CN", u"山东省", u"烟台市", u"535", 7, u"2640", 10},
    {u"CN", u"广东省", u"珠海市", u"756", 7, u"5190", 10},
    {u"CN", u"浙江省", u"绍兴市", u"575", 8, u"3120", 9},
    {u"CN", u"海南省", u"海口市", u"898", 8, u"5700", 6},
    {u"CN", u"甘肃省", u"兰州市", u"931", 7, u"7300", 6},
    {u"CN", u"内蒙古自治区", u"呼和浩特市", u"471", 7, u"0100", 5},
    {u"CN", u"新疆维吾尔自治区", u"乌鲁木齐市", u"991", 7, u"8300", 5},
};

// Numbers for stories: Ofcom's 7946 0 and 496 0, the North American 555-01, the Bundesnetzagentur's 23125, 90009,
// 66969, 4710 and 99998, ARCEP's 01 99 00 and 04 65 71, ACMA's 5550, PTS's 465 004.
constexpr City foreignCities[] = {
    {u"GB", u"England", u"London", u"+442079460", 3, u"EC1A 1", 14},
    {u"GB", u"England", u"Manchester", u"+441614960", 3, u"M1 1", 6},
    {u"US", u"NY", u"New York", u"+121255501", 2, u"100", 12},
    {u"US", u"IL", u"Chicago", u"+131255501", 2, u"606", 8},
    {u"US", u"TX", u"Austin", u"+151255501", 2, u"787", 7},
    {u"US", u"WA", u"Seattle", u"+120655501", 2, u"981", 7},
    {u"CA", u"ON", u"Toronto", u"+141655501", 2, u"M5H 1", 5},
    {u"DE", u"Berlin", u"Berlin", u"+493023125", 3, u"101", 7},
    {u"DE", u"Hessen", u"Frankfurt am Main", u"+496990009", 3, u"603", 6},
    {u"DE", u"Hamburg", u"Hamburg", u"+494066969", 3, u"204", 6},
    {u"DE", u"Bayern", u"München", u"+498999998", 3, u"803", 7},
    {u"FR", u"Île-de-France", u"Paris", u"+3319900", 4, u"750", 8},
    {u"FR", u"Auvergne-Rhône-Alpes", u"Lyon", u"+3346571", 4, u"690", 5},
    {u"AU", u"NSW", u"Sydney", u"+6125550", 4, u"20", 7},
    {u"SE", u"Stockholms län", u"Stockholm", u"+468465004", 2, u"111 ", 4},
    {u"JP", u"Tokyo", u"Tokyo", u"", 0, u"100-00", 8},
    {u"JP", u"Osaka", u"Osaka", u"", 0, u"530-00", 4},
    {u"SG", u"", u"Singapore", u"", 0, u"0188", 7},
    {u"IT", u"Lombardia", u"Milano", u"", 0, u"201", 5},
    {u"ES", u"Madrid", u"Madrid", u"", 0, u"280", 5},
    {u"NL", u"Noord-Holland", u"Amsterdam", u"", 0, u"10", 5},
    {u"IN", u"Karnataka", u"Bengaluru", u"", 0, u"5600", 6},
    {u"BR", u"SP", u"São Paulo", u"", 0, u"01310-1", 4},
    {u"AE", u"Dubai", u"Dubai", u"", 0, u"", 3},
};

constexpr Trade trades[] = {
    {u"technology", u"智能科技", u"Systems", 12},
    {u"software", u"软件", u"Software", 12},
    {u"electronics", u"电子", u"Electronics", 10},
    {u"medical", u"医疗器械", u"Medical", 8},
    {u"pharmaceutical", u"生物医药", u"Biologics", 4},
    {u"retail", u"商贸", u"Stores", 8},
    {u"ecommerce", u"电子商务", u"Online", 6},
    {u"wholesale", u"进出口", u"Trading", 8},
    {u"consumer_goods", u"日用品", u"Goods", 5},
    {u"food", u"食品", u"Foods", 7},
    {u"media", u"文化传媒", u"Media", 4},
    {u"finance", u"投资管理", u"Capital", 3},
    {u"consulting", u"企业咨询", u"Advisory", 4},
    {u"manufacturing", u"精密制造", u"Works", 12},
    {u"machinery", u"机械", u"Machinery", 9},
    {u"automotive", u"汽车零部件", u"Automotive", 7},
    {u"chemicals", u"新材料", u"Materials", 6},
    {u"energy", u"新能源", u"Energy", 6},
    {u"environment", u"环保科技", u"Environmental", 4},
    {u"construction", u"建设工程", u"Construction", 6},
    {u"logistics", u"物流", u"Logistics", 7},
    {u"agriculture", u"农业", u"Agriculture", 4},
    {u"hospitality", u"酒店管理", u"Hotels", 3},
    {u"education", u"教育科技", u"Learning", 5},
};

constexpr QStringView brandFirst[] = {u"青", u"墨", u"澄", u"霁", u"岫", u"砚", u"梧", u"汀", u"渚", u"芷",
                                      u"蘅", u"笠", u"棹", u"莼", u"筠", u"荻", u"榆", u"橡", u"枫", u"槿",
                                      u"岚", u"泠", u"漪", u"昀", u"煦", u"曜", u"菡", u"茗", u"蓼", u"葭",
                                      u"苇", u"栎", u"杉", u"桦", u"楠", u"檀", u"柚", u"樾", u"棠", u"桉"};
constexpr QStringView brandSecond[] = {u"溪", u"屿", u"禾", u"舟", u"翎", u"砾", u"桥", u"渡", u"屏", u"垣",
                                       u"阡", u"陌", u"畦", u"野", u"谷", u"涧", u"湾", u"洲", u"塬", u"岭",
                                       u"坞", u"塘", u"浦", u"澜", u"帆", u"楫", u"羽", u"鹭", u"雁", u"鲲",
                                       u"鹿", u"蝉", u"茧", u"穗", u"粟", u"秧", u"犁", u"陶", u"磬", u"笛"};
constexpr DemoWeight chineseForms[] = {
    {u"有限公司", 70}, {u"股份有限公司", 12}, {u"（集团）有限公司", 6}, {u"有限责任公司", 12}};
constexpr QStringView stems[] = {u"Vel", u"Tor",  u"Quen", u"Bram", u"Ost", u"Lyn",  u"Kar",  u"Mir", u"Ard", u"Fen",
                                 u"Hal", u"Jor",  u"Nev",  u"Pel",  u"Rav", u"Sund", u"Tam",  u"Wex", u"Yar", u"Zor",
                                 u"Cal", u"Drum", u"Elm",  u"Grev", u"Ivo", u"Kest", u"Lorn", u"Mav", u"Pry", u"Stav"};
constexpr QStringView joints[] = {u"a", u"o", u"i", u"e", u"an", u"or", u"il", u"en", u"u", u"er"};
constexpr QStringView endings[] = {u"dis",  u"mark",  u"rix",  u"vane", u"thorpe", u"lund", u"wick", u"nor",
                                   u"sted", u"quist", u"dale", u"mere", u"tane",   u"vix",  u"mond", u"bury",
                                   u"gate", u"fell",  u"stow", u"nex",  u"rand",   u"tis",  u"vor",  u"lake"};

constexpr QStringView districts[] = {u"高新区", u"经济开发区", u"城东区", u"城西区",
                                     u"新城区", u"滨江区",     u"临港区", u"科技园区"};
constexpr QStringView chineseRoads[] = {u"人民路", u"解放路",   u"中山路", u"建设路", u"和平路", u"文化路",
                                        u"新华路", u"创业大道", u"科技路", u"滨河路", u"长江路", u"黄河路",
                                        u"兴业路", u"园区大道", u"迎宾路", u"学府路"};
constexpr QStringView englishRoads[] = {u"Mill Lane",      u"Station Road", u"Harbour Street", u"Market Street",
                                        u"Orchard Avenue", u"Foundry Road", u"Bridge Street",  u"Park Avenue",
                                        u"Quarry Hill",    u"Weaver Street"};
constexpr QStringView germanRoads[] = {u"Lindenstraße", u"Bahnhofstraße", u"Gartenweg", u"Industriestraße",
                                       u"Hafenstraße"};
constexpr QStringView frenchRoads[] = {u"rue des Lilas", u"avenue de la Gare", u"rue du Moulin", u"quai du Port"};

constexpr QStringView chineseNotes[] = {
    u"由老客户介绍认识，决策人重视交付周期。",   u"每季度集中采购一次，报价需含税含运费。",
    u"技术部门对样品反馈良好，等待预算审批。",   u"付款及时，可给予月结三十天。",
    u"对售后响应时间有明确要求，需要专人对接。", u"计划明年扩建新厂，可能有新的采购需求。",
    u"竞争激烈，价格敏感，建议从服务切入。",     u"展会上交换过名片，之后通过微信保持联系。",
    u"采购需经总部审批，流程大约六周。"};
constexpr QStringView englishNotes[] = {u"Met at the trade fair; asked for references in their industry.",
                                        u"Buys once a quarter and wants delivered prices.",
                                        u"The engineers liked the samples; the budget is with the board.",
                                        u"Pays on time; thirty days are fine.",
                                        u"Expects an answer to every service request within a working day.",
                                        u"Plans a second site next year.",
                                        u"Price matters less than lead time here.",
                                        u"All orders go through head office, which takes about six weeks."};

struct LegalForms
{
    QStringView country;
    QStringView forms; // apart by |
};
constexpr LegalForms legalForms[] = {
    {u"GB", u"Ltd|plc|Group Ltd"}, {u"US", u"Inc.|LLC|Corp."}, {u"CA", u"Inc.|Ltd."}, {u"DE", u"GmbH|AG|GmbH & Co. KG"},
    {u"FR", u"SAS|SA|SARL"},       {u"AU", u"Pty Ltd"},        {u"SE", u"AB"},        {u"JP", u"K.K.|Co., Ltd."},
    {u"SG", u"Pte. Ltd."},         {u"IT", u"S.r.l.|S.p.A."},  {u"ES", u"S.L.|S.A."}, {u"NL", u"B.V."},
    {u"IN", u"Pvt. Ltd."},         {u"BR", u"Ltda."},          {u"AE", u"FZE|LLC"}};

QString pickWord(DemoRandom& random, QStringView words, QChar between = u' ')
{
    const auto list = words.split(between);
    return random.pick(list).toString();
}

QString letters(const QString& text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.unicode() < 0x80 && c.isLetter())
            plain += c.toLower();
    }
    return plain;
}

// Letters for a Chinese brand's web address: not its pinyin, which only core/text knows, but as good as a name.
QString inventedDomain(DemoRandom& random)
{
    auto word = random.pick(stems).toString().toLower();
    word += random.pick(joints);
    word += random.pick(endings);
    return word + QString::number(random.between(10, 9999));
}

}

QString shortName(const City& city)
{
    auto name = city.name.toString();
    if (name.endsWith(u'市'))
        name.chop(1);
    return name;
}

PersonName chinesePerson(DemoRandom& random)
{
    const auto& surname = random.weighted(surnames);
    PersonName name;
    name.woman = random.chance(45);
    const auto syllable = [&]() -> const Syllable& { return name.woman ? random.pick(women) : random.pick(men); };
    name.family = surname.han.toString();
    const auto& first = syllable();
    name.given = first.han.toString();
    name.latin = surname.latin.toString() + u'.' + first.latin.toString();
    if (random.chance(78)) {
        const auto& second = syllable();
        name.given += second.han;
        name.latin += second.latin;
    }
    name.full = name.family + name.given;
    return name;
}

PersonName foreignPerson(DemoRandom& random, QStringView country)
{
    const ForeignNames* names = &foreignNames[0];
    for (const auto& one : foreignNames) {
        if (one.countries.contains(country))
            names = &one;
    }
    PersonName name;
    name.woman = random.chance(48);
    name.given = pickWord(random, name.woman ? names->women : names->men);
    name.family = pickWord(random, names->families);
    name.full = name.given + u' ' + name.family;
    name.latin = letters(name.given) + u'.' + letters(name.family);
    return name;
}

const City& chineseCity(DemoRandom& random)
{
    return random.weighted(chineseCities);
}

const City& foreignCity(DemoRandom& random)
{
    return random.weighted(foreignCities);
}

QString chineseDistrict(DemoRandom& random)
{
    return random.pick(districts).toString();
}

QString chineseStreet(DemoRandom& random)
{
    auto street = random.pick(chineseRoads).toString();
    street += QString::number(random.between(1, 999)) + u'号';
    if (random.chance(40))
        street += QString::number(random.between(1, 12)) + u"栋"_s;
    if (random.chance(50)) {
        const auto floor = random.between(2, 32);
        street += QString::number(floor * 100 + random.between(1, 12)) + u'室';
    }
    return street;
}

QString foreignStreet(DemoRandom& random, QStringView country)
{
    const auto number = QString::number(random.between(1, 240));
    if (country == u"DE")
        return random.pick(germanRoads).toString() + u' ' + number;
    if (country == u"FR")
        return number + u' ' + random.pick(frenchRoads).toString();
    return number + u' ' + random.pick(englishRoads).toString();
}

const Trade& trade(DemoRandom& random)
{
    return random.weighted(trades);
}

CompanyName chineseCompany(DemoRandom& random, const City& city, const Trade& inTrade, int moreSyllables)
{
    CompanyName name;
    name.brand = random.pick(brandFirst).toString();
    name.brand += random.pick(brandSecond);
    if (random.chance(35))
        name.brand += random.pick(brandSecond);
    for (; moreSyllables > 0; --moreSyllables)
        name.brand += random.pick(brandSecond);
    name.core = shortName(city) + name.brand + inTrade.chinese.toString();
    const auto& form = random.weighted(chineseForms);
    name.full = random.chance(60) ? name.core + form.key.toString()
                                  : name.brand + inTrade.chinese.toString() + u'（' + shortName(city) + u"）有限公司"_s;
    name.domain = inventedDomain(random);
    return name;
}

CompanyName foreignCompany(DemoRandom& random, const City& city, const Trade& inTrade, int moreSyllables)
{
    CompanyName name;
    name.brand = random.pick(stems).toString();
    name.brand += random.pick(joints);
    name.brand += random.pick(endings);
    for (; moreSyllables > 0; --moreSyllables) {
        name.brand += random.pick(joints);
        name.brand += random.pick(endings);
    }
    name.core = name.brand + inTrade.english.toString();
    QStringView forms = u"Ltd";
    for (const auto& one : legalForms) {
        if (one.country == city.country)
            forms = one.forms;
    }
    const auto form = pickWord(random, forms, u'|');
    name.full = name.brand + u' ' + inTrade.english.toString() + u' ' + form;
    name.domain = letters(name.brand);
    if (random.chance(70))
        name.domain += u'-' + inTrade.english.toString().toLower();
    return name;
}

QString chineseNote(DemoRandom& random)
{
    QString note;
    for (auto sentences = random.between(1, 4); sentences > 0; --sentences)
        note += random.pick(chineseNotes);
    return note;
}

QString englishNote(DemoRandom& random)
{
    QStringList note;
    for (auto sentences = random.between(1, 3); sentences > 0; --sentences)
        note += random.pick(englishNotes).toString();
    return note.join(u' ');
}

}
