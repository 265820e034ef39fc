import { DIVISIONS } from './divisions.data.js';

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly hasChildren: boolean;
}

const byCode = new Map<string, Division>();
const below = new Map<string, Division[]>();

function add(parent: string, code: string, name: string, hasChildren: boolean): void {
  const division = { code, name, hasChildren };
  byCode.set(code, division);
  below.set(parent, [...(below.get(parent) ?? []), division]);
}

const split = (text: string): [string, string] => [text.slice(0, 2), text.slice(2)];

for (const line of DIVISIONS) {
  const [province = '', ...cities] = line.split(';');
  const [provinceCode, provinceName] = split(province);
  add('', provinceCode, provinceName, cities.length > 0);
  for (const entry of cities) {
    const [city = '', ...counties] = entry.split(',');
    const [cityCode, cityName] = split(city);
    add(provinceCode, provinceCode + cityCode, cityName, counties.length > 0);
    for (const county of counties) {
      const [countyCode, countyName] = split(county);
      add(provinceCode + cityCode, provinceCode + cityCode + countyCode, countyName, false);
    }
  }
}

/** The divisions below one; provinces below none. */
export const divisionsBelow = (code = ''): readonly Division[] => below.get(code) ?? [];

export const isDivision = (code: string): boolean => byCode.has(code);

/** 江苏省 苏州市 昆山市, without saying 上海市 twice. */
export function divisionName(code: string | null): string | null {
  if (!code) return null;
  const names = [2, 4, 6]
    .filter((length) => length <= code.length)
    .map((length) => byCode.get(code.slice(0, length))?.name);
  return [...new Set(names)].filter(Boolean).join(' ') || null;
}
