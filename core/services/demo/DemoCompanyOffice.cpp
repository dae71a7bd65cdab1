#include "core/services/demo/DemoCompanyOffice.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

Reference shipped(DemoBook& book, QStringView entity, int number)
{
    return {book.catalog().entity(entity)->id, shippedId<RecordId>(number)};
}

Reference makeTeam(DemoBook& book, const QString& name, const std::optional<Reference>& parent, int position)
{
    return DemoRecord(book, u"team").text(u"name", name).link(u"parent", parent).number(u"position", position).write();
}

DemoOffice::Seller makePerson(DemoBook& book, const demoWords::PersonName& name, const QString& title, int role,
                              const Reference& team, const std::optional<Reference>& manager)
{
    auto& random = book.random();
    const auto hired = book.daysFromNow(-random.between(200, 3'000));
    const auto mobile = DemoCustomers::mobile(5'000'000 + random.below(900'000));
    const auto person = DemoRecord(book, u"person")
                            .text(u"name", name.full)
                            .text(u"job_title", title)
                            .link(u"manager", manager)
                            .link(u"team", team)
                            .link(u"role", shipped(book, u"role", role))
                            .option(u"status", u"active")
                            .phone(u"phones", mobile, mobile.sliced(3), u"mobile"_s)
                            .mail(u"mails", name.latin + u"@kith-demo.example"_s)
                            .put(u"hired", hired)
                            .write();
    return {person, team};
}

// Sales in China and abroad, service, marketing. The book's own person sells in China.
Status makePeople(DemoBook& book, DemoOffice& office, std::int64_t customers)
{
    auto& random = book.random();
    const auto company = makeTeam(book, book.say(u"Kith Demo Instruments", u"客知演示仪器"), {}, 1);
    const auto north = makeTeam(book, book.say(u"China north", u"华北销售"), company, 2);
    const auto east = makeTeam(book, book.say(u"China east", u"华东销售"), company, 3);
    const auto south = makeTeam(book, book.say(u"China south", u"华南销售"), company, 4);
    const auto abroad = makeTeam(book, book.say(u"International", u"国际业务"), company, 5);
    const auto service = makeTeam(book, book.say(u"Service", u"客户服务"), company, 6);
    constexpr int manager = 1041;
    constexpr int sales = 1042;
    constexpr int helper = 1043;
    const auto chinese = [&] { return demoWords::chinesePerson(random); };
    const auto head = makePerson(book, chinese(), book.say(u"Head of sales", u"销售总监"), manager, company, {});
    const auto title = book.say(u"Account manager", u"客户经理");
    if (book.meta().me.isNull()) {
        const auto me = makePerson(book, chinese(), title, sales, east, head.person);
        book.meta().me = me.person.record;
        office.chineseSellers.push_back(me);
    } else {
        office.chineseSellers.push_back({Reference{book.catalog().entity(u"person")->id, book.meta().me}, east});
    }
    // About one for every 5,000 customers, ten at least.
    const auto more = std::min<std::int64_t>(customers / 5'000, 200);
    for (std::int64_t i = 0; i < 6 + more; ++i) {
        const auto& team = i % 3 == 0 ? north : i % 3 == 1 ? south : east;
        office.chineseSellers.push_back(makePerson(book, chinese(), title, sales, team, head.person));
    }
    static constexpr QStringView countries[] = {u"GB", u"DE", u"FR", u"JP"};
    for (std::int64_t i = 0; i < 4 + more / 3; ++i) {
        const auto name = demoWords::foreignPerson(random, countries[i % 4]);
        office.foreignSellers.push_back(makePerson(book, name, title, sales, abroad, head.person));
    }
    const auto engineer = book.say(u"Service engineer", u"服务工程师");
    for (int i = 0; i < 3; ++i)
        office.service.push_back(makePerson(book, chinese(), engineer, helper, service, head.person));
    return book.status();
}

struct ProductWords
{
    QStringView code;
    QStringView english;
    QStringView chinese;
    QStringView seriesEnglish;
    QStringView seriesChinese;
    QStringView kind;
    QStringView specification;
    int price;
};
constexpr ProductWords productWords[] = {
    {u"PX-100", u"Pressure gauge PX-100", u"压力表 PX-100", u"Pressure", u"压力", u"goods", u"0–1.6 MPa, G1/2", 480},
    {u"PX-200", u"Pressure transmitter PX-200", u"压力变送器 PX-200", u"Pressure", u"压力", u"goods",
     u"4–20 mA, 0.25 %", 1'680},
    {u"PX-300", u"Differential pressure transmitter PX-300", u"差压变送器 PX-300", u"Pressure", u"压力", u"goods",
     u"HART, 0.075 %", 3'900},
    {u"TF-10", u"Temperature sensor TF-10", u"温度传感器 TF-10", u"Temperature", u"温度", u"goods", u"Pt100, A", 260},
    {u"TF-20", u"Temperature transmitter TF-20", u"温度变送器 TF-20", u"Temperature", u"温度", u"goods", u"-50–400 °C",
     890},
    {u"TF-90", u"Infrared thermometer TF-90", u"红外测温仪 TF-90", u"Temperature", u"温度", u"goods", u"-20–1200 °C",
     5'200},
    {u"FM-40", u"Electromagnetic flow meter FM-40", u"电磁流量计 FM-40", u"Flow", u"流量", u"goods", u"DN50, PN16",
     6'800},
    {u"FM-60", u"Ultrasonic flow meter FM-60", u"超声波流量计 FM-60", u"Flow", u"流量", u"goods", u"DN100", 12'500},
    {u"FM-80", u"Coriolis mass flow meter FM-80", u"科里奥利质量流量计 FM-80", u"Flow", u"流量", u"goods",
     u"DN25, 0.1 %", 48'000},
    {u"LV-30", u"Radar level gauge LV-30", u"雷达液位计 LV-30", u"Level", u"液位", u"goods", u"80 GHz, 30 m", 9'600},
    {u"LV-50", u"Level switch LV-50", u"液位开关 LV-50", u"Level", u"液位", u"goods", u"G1, IP67", 720},
    {u"GA-5", u"Gas analyser GA-5", u"气体分析仪 GA-5", u"Analysis", u"分析", u"goods", u"O2, CO, NOx", 36'000},
    {u"GA-7", u"Water quality monitor GA-7", u"水质监测仪 GA-7", u"Analysis", u"分析", u"goods", u"pH, COD, NH3-N",
     58'000},
    {u"CT-1", u"Paperless recorder CT-1", u"无纸记录仪 CT-1", u"Control", u"控制", u"goods", u"16 CH", 4'300},
    {u"CT-8", u"Process controller CT-8", u"过程控制器 CT-8", u"Control", u"控制", u"goods", u"8 PID", 7'900},
    {u"GW-2", u"Data gateway GW-2", u"数据网关 GW-2", u"Control", u"控制", u"goods", u"4G, Modbus, MQTT", 2'400},
    {u"SW-M", u"Monitoring software, a year", u"监测平台（年）", u"Software", u"软件", u"subscription", u"50 points",
     19'800},
    {u"SW-X", u"Monitoring software, extension", u"监测平台扩展包", u"Software", u"软件", u"subscription",
     u"+100 points", 12'800},
    {u"SV-C", u"Calibration on site", u"上门校准", u"Service", u"服务", u"service", u"per day", 2'800},
    {u"SV-I", u"Installation and commissioning", u"安装调试", u"Service", u"服务", u"service", u"per day", 3'500},
    {u"SV-T", u"Operator training", u"操作培训", u"Service", u"服务", u"service", u"per day", 4'200},
    {u"SV-P", u"Maintenance contract, a year", u"维保合同（年）", u"Service", u"服务", u"service", u"per site", 26'000},
};

Status makeProducts(DemoBook& book, DemoOffice& office)
{
    office.standardPrices = shipped(book, u"price_book", 1060);
    const auto partners = DemoRecord(book, u"price_book")
                              .text(u"name", book.say(u"Partners", u"渠道价格表"))
                              .put(u"active", true)
                              .put(u"default", false)
                              .text(u"audience", book.say(u"Resellers and integrators", u"经销商与集成商"))
                              .put(u"valid_from", book.daysFromNow(-200))
                              .write();
    for (const auto& words : productWords) {
        const bool goods = words.kind == u"goods";
        DemoOffice::Product product;
        product.name = book.say(words.english, words.chinese);
        product.specification = words.specification.toString();
        product.unit = goods ? book.say(u"piece", u"台") : book.say(u"day", u"天");
        product.price = words.price;
        DemoRecord record(book, u"product");
        record.text(u"name", product.name)
            .text(u"code", words.code.toString())
            .text(u"series", book.say(words.seriesEnglish, words.seriesChinese))
            .option(u"kind", words.kind)
            .text(u"specification", product.specification)
            .text(u"unit", product.unit)
            .money(u"price", words.price)
            .money(u"cost", words.price * 55 / 100)
            .decimal(u"tax_rate", goods ? 1'300 : 600)
            .put(u"active", true);
        if (goods)
            record.put(u"stock", Decimal{book.random().between(0, 240) * 1'000, 3});
        product.record = record.write();
        for (const auto& [prices, percent] : {std::pair(office.standardPrices, 100), std::pair(partners, 82)}) {
            DemoRecord(book, u"price_book_entry")
                .link(u"price_book", prices)
                .link(u"product", product.record)
                .put(u"min_quantity", Decimal{1'000, 3})
                .money(u"price", words.price * percent / 100)
                .put(u"active", true)
                .write();
        }
        office.products.push_back(std::move(product));
    }
    return book.status();
}

struct Words
{
    QStringView english;
    QStringView chinese;
    QStringView key;
};

Status makeTags(DemoBook& book, DemoOffice& office)
{
    static constexpr Words tags[] = {
        {u"Reference", u"标杆客户", u"green"},  {u"Price-sensitive", u"价格敏感", u"amber"},
        {u"Trade fair", u"展会", u"violet"},    {u"Fast payer", u"回款快", u"teal"},
        {u"Credit watch", u"信用关注", u"red"}, {u"New plant", u"新建工厂", u"blue"},
        {u"Government", u"政府项目", u"gray"},  {u"Food safety", u"食品安全", u"orange"},
        {u"Partner", u"合作伙伴", u"pink"}};
    for (const auto& tag : tags)
        office.tags.push_back(DemoRecord(book, u"tag")
                                  .text(u"name", book.say(tag.english, tag.chinese))
                                  .option(u"colour", tag.key)
                                  .write());
    static constexpr Words rivals[] = {{u"Nordvane Instruments", u"诺瓦仪表", u"high"},
                                       {u"Quellmark", u"泉标自动化", u"medium"},
                                       {u"Tamrix Controls", u"塔瑞克控制", u"low"}};
    for (const auto& rival : rivals)
        office.competitors.push_back(DemoRecord(book, u"competitor")
                                         .text(u"name", book.say(rival.english, rival.chinese))
                                         .option(u"threat", rival.key)
                                         .write());
    return book.status();
}

Status makeMarketing(DemoBook& book, DemoOffice& office)
{
    static constexpr Words segments[] = {{u"Key customers", u"重点客户", u"level = key"},
                                         {u"Quiet for 90 days", u"九十天未联系", u"last_contact < -90d"},
                                         {u"With open opportunities", u"有进行中商机", u"open_opportunities > 0"}};
    std::vector<Reference> made;
    for (const auto& segment : segments)
        made.push_back(DemoRecord(book, u"segment")
                           .text(u"name", book.say(segment.english, segment.chinese))
                           .option(u"of", u"customer")
                           .text(u"filter", segment.key.toString())
                           .put(u"active", true)
                           .link(u"owner", office.chineseSellers.front().person)
                           .write());
    struct Campaign
    {
        Words words;
        QStringView kind;
        int begins; // days from now
        int days;
        int budget;
    };
    static constexpr Campaign campaigns[] = {
        {{u"Spring trade fair", u"春季仪器展", u"completed"}, u"exhibition", -240, 4, 180'000},
        {{u"Water treatment webinar", u"水处理线上研讨会", u"completed"}, u"webinar", -130, 1, 12'000},
        {{u"Calibration mailing", u"年度校准邮件", u"completed"}, u"mail", -75, 20, 6'000},
        {{u"Autumn customer day", u"秋季客户日", u"active"}, u"conference", -6, 14, 90'000},
        {{u"Energy audit offer", u"节能诊断活动", u"active"}, u"promotion", -20, 60, 40'000},
        {{u"Spring trade fair next year", u"明年春季仪器展", u"planned"}, u"exhibition", 120, 4, 200'000}};
    for (const auto& one : campaigns)
        office.campaigns.push_back(DemoRecord(book, u"campaign")
                                       .text(u"name", book.say(one.words.english, one.words.chinese))
                                       .option(u"kind", one.kind)
                                       .option(u"status", one.words.key)
                                       .put(u"start", book.daysFromNow(one.begins))
                                       .put(u"end", book.daysFromNow(one.begins + one.days))
                                       .money(u"budget", one.budget)
                                       .money(u"cost", one.begins < 0 ? one.budget * 9 / 10 : 0)
                                       .link(u"segment", made.front())
                                       .link(u"owner", office.chineseSellers.front().person)
                                       .made(book.workingTime(book.daysFromNow(one.begins - 40)))
                                       .write());
    return book.status();
}

Status makeArticles(DemoBook& book, DemoOffice& office)
{
    static constexpr Words articles[] = {
        {u"Display shows Err 3", u"仪表显示 Err 3 的处理", u"troubleshooting"},
        {u"Setting the 4–20 mA output", u"4–20 mA 输出的设置", u"how_to"},
        {u"How often to calibrate", u"校准周期如何确定", u"faq"},
        {u"Connecting the gateway to MQTT", u"数据网关接入 MQTT", u"how_to"},
        {u"Choosing a flow meter for waste water", u"污水流量计选型", u"product"},
        {u"What the warranty covers", u"保修范围说明", u"policy"},
        {u"Recorder loses data after a power cut", u"断电后记录仪数据丢失", u"troubleshooting"},
        {u"Offer text for service contracts", u"维保合同报价模板", u"template"}};
    for (const auto& article : articles) {
        const auto written = book.daysFromNow(-book.random().between(30, 500));
        office.articles.push_back(
            DemoRecord(book, u"article")
                .text(u"title", book.say(article.english, article.chinese))
                .option(u"category", article.key)
                .option(u"status", u"published")
                .option(u"audience", u"internal")
                .text(u"body", book.say(u"Check the wiring, read the error code and compare it "
                                        u"with the table; if it comes back, open a ticket.",
                                        u"请先检查接线，读取错误代码并对照表格；如再次出现，请建立工单。"))
                .put(u"published", written)
                .link(u"author", office.service.front().person)
                .made(book.workingTime(written))
                .write());
    }
    return book.status();
}

}

Result<DemoOffice> makeDemoOffice(DemoBook& book, std::int64_t customers)
{
    DemoOffice office;
    KITH_TRY(makePeople(book, office, customers));
    KITH_TRY(makeProducts(book, office));
    KITH_TRY(makeTags(book, office));
    KITH_TRY(makeMarketing(book, office));
    KITH_TRY(makeArticles(book, office));
    return office;
}

}
