const MUNICIPALITIES = '北京|上海|天津|重庆';
const PROVINCES = `${MUNICIPALITIES}|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门`;
const PROVINCE = new RegExp(
  `^(?:中国)?(${PROVINCES})(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)?[\\s\\-－/、,，·]*`,
);
const IS_MUNICIPALITY = new RegExp(`^(?:${MUNICIPALITIES})$`);
/** Prefectures: 湖州市, 延边朝鲜族自治州, 阿克苏地区, 锡林郭勒盟. */
const CITY = /^([^市\s\-－/、,，·]{2,}?)(?:市|(自治州|地区|盟))/;
const FIRST_PART = /^([^\s\-－/、,，·]{2,})[\s\-－/、,，·]/;

/** 浙江 of 「浙江省湖州市吴兴区」 and of 「浙江-湖州」; empty where a text does not begin with a province of China. */
export const provinceOf = (text: string): string => PROVINCE.exec(text.trim())?.[1] ?? '';

/** 湖州 of 「浙江省湖州市吴兴区」; a municipality is its own city. Empty where it does not say where the name ends. */
export function cityOf(text: string): string {
  const place = text.trim();
  const province = PROVINCE.exec(place);
  if (province && IS_MUNICIPALITY.test(province[1]!)) return province[1]!;
  const rest = province ? place.slice(province[0].length) : place;
  const city = CITY.exec(rest);
  if (city) return city[1]! + (city[2] ?? '');
  return province ? (FIRST_PART.exec(`${rest} `)?.[1] ?? '') : '';
}
