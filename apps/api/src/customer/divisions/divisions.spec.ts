import { divisionName, divisionsBelow, isDivision } from './divisions.js';

describe('Administrative divisions', () => {
  it('are whole: 34 provinces, their cities and counties, each code once', () => {
    const provinces = divisionsBelow();
    const cities = provinces.flatMap(({ code }) => divisionsBelow(code));
    const counties = cities.flatMap(({ code }) => divisionsBelow(code));
    expect(provinces).toHaveLength(34);
    expect(cities.length).toBeGreaterThan(330);
    expect(counties.length).toBeGreaterThan(2800);
    const codes = [...provinces, ...cities, ...counties].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[1-9]\d(\d\d){0,2}$/.test(code))).toBe(true);
  });

  it.each([
    ['32', '江苏省'],
    ['3205', '江苏省 苏州市'],
    ['320583', '江苏省 苏州市 昆山市'],
    ['310115', '上海市 浦东新区'],
    ['71', '台湾省'],
  ])('%s is %s', (code, name) => {
    expect(isDivision(code)).toBe(true);
    expect(divisionName(code)).toBe(name);
  });

  it('knows what is none', () => {
    expect(isDivision('99')).toBe(false);
    expect(divisionsBelow('71')).toEqual([]);
    expect(divisionName(null)).toBeNull();
  });
});
