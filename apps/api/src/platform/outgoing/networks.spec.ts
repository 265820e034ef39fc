import { isAllowedFrom, isNetwork } from './networks.js';

describe('Networks', () => {
  it('are addresses and networks of both families', () => {
    for (const good of ['10.0.0.0/8', '192.0.2.7', '2001:db8::/32', '::1', '0.0.0.0/0'])
      expect([good, isNetwork(good)]).toEqual([good, true]);
    for (const bad of [
      '',
      '10.0.0',
      '10.0.0.0/33',
      '10.0.0.0/8/8',
      '10.0.0.0/',
      'example.com',
      'fe80::1%eth0',
      '::/129',
    ])
      expect([bad, isNetwork(bad)]).toEqual([bad, false]);
  });

  it('let in who is within, also by the IPv6 form of an IPv4 address', () => {
    const networks = ['10.1.0.0/16', '2001:db8::/32'];
    expect(isAllowedFrom(networks, '10.1.2.3')).toBe(true);
    expect(isAllowedFrom(networks, '::ffff:10.1.2.3')).toBe(true);
    expect(isAllowedFrom(networks, '2001:db8:1::5')).toBe(true);
    expect(isAllowedFrom(networks, '10.2.0.1')).toBe(false);
    expect(isAllowedFrom(networks, '::1')).toBe(false);
    expect(isAllowedFrom(networks, 'unknown')).toBe(false);
    expect(isAllowedFrom([], '203.0.113.9')).toBe(true);
  });
});
