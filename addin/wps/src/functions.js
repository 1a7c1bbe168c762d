// 由 addin/wps/build.py 生成，请勿手改。
import { called } from "./catalogue.js";

/**
 * 每户应分摊的金额（元），合计正好等于净额；不参与的户为 0。结果与“楼层”同样大小。例：=ELEVSHARE("南京",600000,A2:A15,B2:B15)
 * @customfunction
 * @param {any[][]} scheme - 方案：编号或中文名，如 "南京" 或 "nanjing"
 * @param {any[][]} net_cost - 净额：应分摊的钱（元），等于总费用－补贴＋补偿，可用 ELEVNET 算出
 * @param {any[][]} storeys - 楼层：每户一格，一列、一行或一块；半层填 5.5，一层以下填 0 或负数；空格子跳过，结果里也是空的
 * @param {any[][]} [areas] - 面积：每户的建筑面积（㎡），格子数与楼层相同；只有一格时各户都用它
 * @param {any[][]} [taking_part] - 参与：每户 是 或 否（也可用 TRUE/FALSE、1/0），空的算 是；不填则全体参与
 * @param {any[][]} [unit] - 单位：分、角、元 或 百元，每户金额取整到它，不填为 分
 * @param {any[][]} [opt_out] - 退出份额：全体（由所有出资户分担）、同层（由同层其余户承担）或 指定楼层（由“承担楼层”的住户承担），不填为 全体
 * @param {any[][]} [own_weights] - 个别系数：每户一格，代替它那一层的系数，空的照本层；先分楼层的方案里这一户自成一层；百分比方案里 5 表示 5%
 * @param {any[][]} [fixed] - 定额：每户一格，约定只付多少（元），0 为不付；空的按办法分摊
 * @param {any[][]} [carriers] - 承担楼层：退出份额为 指定楼层 时填，选几个格子，或写成 "5,6,7"（也可用顿号）
 * @returns {any}
 */
function ELEVSHARE(scheme, net_cost, storeys, areas, taking_part, unit, opt_out, own_weights, fixed, carriers) {
  return called("ELEVSHARE", [scheme, net_cost, storeys, areas, taking_part, unit, opt_out, own_weights, fixed, carriers]);
}

/**
 * 一层楼的分摊系数；百分比方案得百分数，5 表示 5%。例：=ELEVCOEF("南京",4) 得 1.3
 * @customfunction
 * @param {any[][]} scheme - 方案：编号或中文名，如 "南京" 或 "nanjing"
 * @param {any[][]} storey - 楼层：可以选一列或一行一起算；半层（5.5）只在各层系数都一样的方案里有
 * @param {any[][]} [top_storey] - 总层数：这栋楼的最高层；方案只用于一种层数时据此核对，可以不填
 * @returns {any}
 */
function ELEVCOEF(scheme, storey, top_storey) {
  return called("ELEVCOEF", [scheme, storey, top_storey]);
}

/**
 * 一层楼出资百分比的指导区间，5 表示 5%。例：=ELEVRANGE("上海-七层平层入户",7,7,"上限") 得 30
 * @customfunction
 * @param {any[][]} scheme - 方案：编号或中文名，如 "南京" 或 "nanjing"
 * @param {any[][]} storey - 楼层：整数，可以选一列或一行一起算
 * @param {any[][]} [top_storey] - 总层数：这栋楼的最高层
 * @param {any[][]} [bound] - 上下限：填 下限 或 上限
 * @returns {any}
 */
function ELEVRANGE(scheme, storey, top_storey, bound) {
  return called("ELEVRANGE", [scheme, storey, top_storey, bound]);
}

/**
 * 按方案算一部电梯可用于建设的财政补贴（元），留作运维的部分不在内。例：=SUBSIDY("上海",600000,6)
 * @customfunction
 * @param {any[][]} scheme - 方案：编号或中文名，如 "南京" 或 "nanjing"
 * @param {any[][]} cost - 总费用：元
 * @param {any[][]} [top_storey] - 总层数：电梯到达的最高层，错层可填 5.5；补贴与层数无关的方案可以不填
 * @param {any[][]} [reserved_shaft] - 预留井道：建楼时留了电梯井道填 是，不填为 否
 * @param {any[][]} [other_grant] - 其他补助：已享受方案规定不能同享的补助填 是，不填为 否
 * @param {any[][]} [eligible_cost] - 计入补贴的费用：元，如上海的施工金额；不填为总费用
 * @returns {any}
 */
function SUBSIDY(scheme, cost, top_storey, reserved_shaft, other_grant, eligible_cost) {
  return called("SUBSIDY", [scheme, cost, top_storey, reserved_shaft, other_grant, eligible_cost]);
}

/**
 * 应分摊的净额（元）＝总费用－补贴＋补偿。例：=ELEVNET(600000,200000,10000) 得 410000
 * @customfunction
 * @param {any[][]} cost - 总费用：元
 * @param {any[][]} [subsidy] - 补贴：元，不填为 0
 * @param {any[][]} [compensation] - 补偿：付给低层住户的合计（元），不填为 0
 * @returns {any}
 */
function ELEVNET(cost, subsidy, compensation) {
  return called("ELEVNET", [cost, subsidy, compensation]);
}

/**
 * 每户低层补偿（元），超过方案的上限则不给结果。结果与“楼层”同样大小。例：=ELEVCOMP("厦门",600000,A2:A15,B2:B15,30000)
 * @customfunction
 * @param {any[][]} scheme - 方案：编号或中文名，如 "南京" 或 "nanjing"
 * @param {any[][]} cost - 总费用：元
 * @param {any[][]} storeys - 楼层：每户一格，一列、一行或一块；半层填 5.5，一层以下填 0 或负数；空格子跳过，结果里也是空的
 * @param {any[][]} [areas] - 面积：每户的建筑面积（㎡），格子数与楼层相同；只有一格时各户都用它
 * @param {any[][]} [first] - 一层补偿：一层每户多少元；方案写明每户金额由业主协商时必填
 * @returns {any}
 */
function ELEVCOMP(scheme, cost, storeys, areas, first) {
  return called("ELEVCOMP", [scheme, cost, storeys, areas, first]);
}

/**
 * 租赁电梯一户的使用费（元）：租赁年第 1 月起若干个月，12 个月正好是全年。例：=ELEVLEASE("燕园图新",6,2,3) 得 1920
 * @customfunction
 * @param {any[][]} scheme - 方案：编号或中文名，如 "南京" 或 "nanjing"
 * @param {any[][]} top_storey - 总层数：这栋楼的最高层
 * @param {any[][]} flats_per_floor - 每层户数：一梯几户
 * @param {any[][]} storey - 楼层：整数，可以选一列或一行一起算
 * @param {any[][]} [months] - 月数：1 到 12，不填为 12
 * @returns {any}
 */
function ELEVLEASE(scheme, top_storey, flats_per_floor, storey, months) {
  return called("ELEVLEASE", [scheme, top_storey, flats_per_floor, storey, months]);
}

/**
 * 一户最多可提取的住房公积金（元）＝分摊额－补贴份额，按当地规定取整。例：=ELEVFUND("南京",30000,10000) 得 20000
 * @customfunction
 * @param {any[][]} city - 城市：城市名或方案名，如 "南京"
 * @param {any[][]} share - 分摊额：这户原来应分摊的钱（元）
 * @param {any[][]} [subsidy_share] - 补贴份额：分摊额里由补贴抵掉的钱（元），不填为 0
 * @returns {any}
 */
function ELEVFUND(city, share, subsidy_share) {
  return called("ELEVFUND", [city, share, subsidy_share]);
}

/**
 * 分期还款表，每月一行，五列：期次、应还、本金、利息、余额（元）；最后一期付清零头。例：=ELEVINSTALMENT(150000,120,3%)
 * @customfunction
 * @param {any[][]} amount - 金额：元
 * @param {any[][]} months - 期数：1 到 120 个月
 * @param {any[][]} [annual_rate] - 年利率：如 3% 或 0.03，不填为 0（不计息）
 * @returns {any}
 */
function ELEVINSTALMENT(amount, months, annual_rate) {
  return called("ELEVINSTALMENT", [amount, months, annual_rate]);
}

/**
 * 每户全年应摊的运行维护费（元），合计正好；方案没有规定时按建设费的系数。结果与“楼层”同样大小。例：=ELEVUPKEEP("咸阳",6000,A2:A15,B2:B15)
 * @customfunction
 * @param {any[][]} scheme - 方案：编号或中文名，如 "南京" 或 "nanjing"
 * @param {any[][]} yearly_cost - 全年运维费：元，已减去广告等收入
 * @param {any[][]} storeys - 楼层：每户一格，一列、一行或一块；半层填 5.5，一层以下填 0 或负数；空格子跳过，结果里也是空的
 * @param {any[][]} [areas] - 面积：每户的建筑面积（㎡），格子数与楼层相同；只有一格时各户都用它
 * @param {any[][]} [taking_part] - 参与：承担运维费的填 是，免的填 否，空的算 是；不填则全体承担
 * @returns {any}
 */
function ELEVUPKEEP(scheme, yearly_cost, storeys, areas, taking_part) {
  return called("ELEVUPKEEP", [scheme, yearly_cost, storeys, areas, taking_part]);
}

/**
 * 后来加入的一户应补交的钱（元）：原分摊额照付，或加单利，或按年数折旧，或乘倍数。例：=ELEVLATE(10077,"加利息",18,3%)
 * @customfunction
 * @param {any[][]} share - 分摊额：这户原来应分摊的钱（元）
 * @param {any[][]} way - 方式：原价、加利息、折旧 或 倍数
 * @param {any[][]} [months] - 月数：从其他户交钱到现在几个月，0 到 600；原价和倍数不填
 * @param {any[][]} [number] - 数字：加利息填年利率（如 3%），折旧填折旧年数，倍数填几倍（如 1.2）；原价不填
 * @param {any[][]} [free_years] - 免折旧年数：折旧时头几年不折旧，过了才开始折，如 5；不填为 0
 * @returns {any}
 */
function ELEVLATE(share, way, months, number, free_years) {
  return called("ELEVLATE", [share, way, months, number, free_years]);
}

/**
 * 表决算不算数，两列：结论，面积和人数各占多少（0.75 表示 75%），还差多少。例：=ELEVVOTE("民法典278-改建",A2:A13,B2:B13,C2:C13)
 * @customfunction
 * @param {any[][]} rule - 表决规则：有表决规定的方案，如 "民法典278-改建" 或 "咸阳"
 * @param {any[][]} areas - 面积：每户的建筑面积（㎡），一户一格；空格子跳过
 * @param {any[][]} took_part - 参加表决：每户 是 或 否，空的算 否
 * @param {any[][]} agreed - 同意：每户 是 或 否，空的算 否
 * @param {any[][]} [owner] - 业主：每户一格；同一人有几套房的写同样的名字，按一人计；不填则一户一人
 * @returns {any}
 */
function ELEVVOTE(rule, areas, took_part, agreed, owner) {
  return called("ELEVVOTE", [rule, areas, took_part, agreed, owner]);
}

/**
 * 人民币大写，写在支票和收据上的样子（前面另写“人民币”）。例：=RMBUPPER(1409.5) 得 壹仟肆佰零玖元伍角整
 * @customfunction
 * @param {any[][]} amount - 金额：0 或正数（元），最多两位小数
 * @returns {any}
 */
function RMBUPPER(amount) {
  return called("RMBUPPER", [amount]);
}

/**
 * 一个方案或它的一部分出自哪份文件、核实了没有。例：=ELEVSOURCE("上海","补贴")
 * @customfunction
 * @param {any[][]} scheme - 方案：编号或中文名，如 "南京" 或 "nanjing"
 * @param {any[][]} [what] - 内容：分摊、补贴、补偿、表决、公积金、运维、租赁 或 刷卡；不填为整个方案
 * @returns {any}
 */
function ELEVSOURCE(scheme, what) {
  return called("ELEVSOURCE", [scheme, what]);
}

/**
 * 函数出错时说明原因：填函数名和同样的参数，没有错则得“正确”。例：=ELEVCHECK("ELEVSHARE","南京",600000,A2:A15,B2:B15)
 * @customfunction
 * @param {any[][]} name - 函数名：要检查的函数，如 "ELEVSHARE"
 * @param {any[][]} [a1] - 参数1：要检查的函数的第 1 个参数，照样填
 * @param {any[][]} [a2] - 参数2：要检查的函数的第 2 个参数，照样填
 * @param {any[][]} [a3] - 参数3：要检查的函数的第 3 个参数，照样填
 * @param {any[][]} [a4] - 参数4：要检查的函数的第 4 个参数，照样填
 * @param {any[][]} [a5] - 参数5：要检查的函数的第 5 个参数，照样填
 * @param {any[][]} [a6] - 参数6：要检查的函数的第 6 个参数，照样填
 * @param {any[][]} [a7] - 参数7：要检查的函数的第 7 个参数，照样填
 * @param {any[][]} [a8] - 参数8：要检查的函数的第 8 个参数，照样填
 * @param {any[][]} [a9] - 参数9：要检查的函数的第 9 个参数，照样填
 * @param {any[][]} [a10] - 参数10：要检查的函数的第 10 个参数，照样填
 * @returns {any}
 */
function ELEVCHECK(name, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10) {
  return called("ELEVCHECK", [name, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10]);
}
