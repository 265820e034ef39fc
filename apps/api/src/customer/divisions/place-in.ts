import { divisionsBelow } from './divisions.js';

/** 江苏省 and 江苏, 内蒙古自治区 and 内蒙古, 苏州市 and 苏州 are the same place. */
const SUFFIX = /(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|省|市|地区|盟)$/;
const shortName = (name: string): string => name.replace(SUFFIX, '') || name;
const BETWEEN = /^[\s\-_/、,，.·>|]+/;

/** Takes the name of one of these places off the beginning of a text, in full or in short. */
function takeFirst(text: string, below: string): { code: string; name: string; rest: string } | undefined {
  const start = text.replace(BETWEEN, '');
  const found = divisionsBelow(below)
    .flatMap(({ code, name }) => [
      { code, name, said: name },
      { code, name, said: shortName(name) },
    ])
    .filter(({ said }) => said.length > 1 && start.startsWith(said))
    .toSorted((a, b) => b.said.length - a.said.length)[0];
  return found && { ...found, rest: start.slice(found.said.length) };
}

/**
 * Province and city at the beginning of a text, by their short names: 江苏省苏州市吴中区 and 江苏-苏州 are 江苏, 苏州; a
 * city alone names its province; 上海市浦东新区 is 上海 twice. A text that names no place of China is given whole as the
 * province, since a person may know what is meant.
 */
export function placeIn(text: string): { province: string; city: string } {
  if (text.trim() === '') return { province: '', city: '' };
  const province = takeFirst(text, '');
  if (province) {
    const city = takeFirst(province.rest, province.code);
    const isMunicipality = divisionsBelow(province.code).some(({ name }) => name === province.name);
    const name = shortName(province.name);
    return { province: name, city: city ? shortName(city.name) : isMunicipality ? name : '' };
  }
  for (const { code, name } of divisionsBelow()) {
    const city = takeFirst(text, code);
    if (city) return { province: shortName(name), city: shortName(city.name) };
  }
  return { province: text, city: '' };
}
