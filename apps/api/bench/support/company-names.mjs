import { pinyinInitials } from '../../dist/platform/text/pinyin-initials.js';

const words = (text) => text.split(' ');
const characters = (text) => [...text];

/** Province and city, as customer records name them. */
export const CITIES = words(
  '上海-上海 北京-北京 天津-天津 重庆-重庆 广东-广州 广东-深圳 广东-东莞 广东-佛山 江苏-南京 江苏-苏州 江苏-无锡 浙江-杭州 ' +
    '浙江-宁波 浙江-温州 山东-青岛 山东-济南 山东-烟台 四川-成都 湖北-武汉 湖南-长沙 河南-郑州 陕西-西安 辽宁-大连 辽宁-沈阳 ' +
    '吉林-长春 黑龙江-哈尔滨 福建-厦门 福建-福州 安徽-合肥 江西-南昌 云南-昆明 贵州-贵阳 广西-南宁 河北-石家庄 山西-太原 新疆-乌鲁木齐',
).map((pair) => pair.split('-'));

export const CLASSES = ['公司', '消费者', '小型企业', '政府', '学校'];

/** Company names are made of these in this order: place, two characters of a brand, trade, legal form. */
export const NAME_PARTS = {
  place: CITIES.map(([, city]) => city),
  first: characters(
    '融华盛宏金泰恒瑞鑫隆嘉鸿远昌福祥瑞德信诚博锦润丰凯旭晨腾骏雅翔益康安明达亿万通同利兴荣茂源',
  ),
  second: characters(
    '氏强达通源丰茂昌盛泰和顺发辉耀腾飞翔宇航诚信义德仁智勇嘉美雅洁净康宁安平稳固坚毅恒久远',
  ),
  trade: words(
    '贸易 食品 商贸 科技 办公用品 文具 家具 电子 化工 建材 物流 服饰 印刷 机械 电器 医疗器械 环保 农业 能源 包装',
  ),
  form: words('有限公司 有限公司 有限公司 有限责任公司 股份有限公司 商行 经营部 厂'),
};

/** @returns {Record<string, string[]>} pinyin initials of each part, in the same order */
export const namePartInitials = () =>
  Object.fromEntries(Object.entries(NAME_PARTS).map(([part, texts]) => [part, texts.map(pinyinInitials)]));
