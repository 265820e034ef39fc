import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isWithin } from './networks.js';
import { isPublicAddress } from './public-addresses.js';

/** Why an address is not called; a word that the screen has a sentence for. */
export type TargetProblem = 'url' | 'https' | 'credentials' | 'private-network' | 'name';

/** The call was not made: where it leads is not allowed, or nowhere. */
export class TargetRefusedError extends Error {
  constructor(
    readonly problem: TargetProblem,
    message: string,
  ) {
    super(message);
    this.name = 'TargetRefusedError';
  }
}

/** Private networks that may be called all the same, and without TLS: an ERP in the same house, a program under test. */
export type AllowedNetworks = readonly string[];

const unbracketed = (host: string): string => host.replace(/^\[|\]$/g, '');

/**
 * What can be said of an address before a name in it is resolved.
 * @throws TargetRefusedError
 */
export function readTarget(text: string, allowed: AllowedNetworks): URL {
  if (!URL.canParse(text)) throw new TargetRefusedError('url', 'This is no address.');
  const url = new URL(text);
  if (url.username || url.password)
    throw new TargetRefusedError('credentials', 'An address holds no user name and no password.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowed.length > 0))
    throw new TargetRefusedError('https', 'An address begins with https://.');
  const host = unbracketed(url.hostname);
  if (isIP(host)) refuseAddress(host, url.protocol, allowed);
  return url;
}

/** @throws TargetRefusedError */
function refuseAddress(address: string, protocol: string, allowed: AllowedNetworks): void {
  if (isWithin(allowed, address)) return;
  if (protocol !== 'https:') throw new TargetRefusedError('https', 'This address is only called by https.');
  if (!isPublicAddress(address))
    throw new TargetRefusedError('private-network', 'This name leads into a private network.');
}

/**
 * Resolves a name for a connection and hands on only what was checked, so that nothing can change between check and call. One
 * address that is not allowed refuses them all: a name of both kinds is a trap, or a mistake that would fail now and then.
 */
export const checkedLookup =
  ({ protocol }: URL, allowed: AllowedNetworks): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error || addresses.length === 0) {
        done(new TargetRefusedError('name', 'This name is not known.'), '', 0);
        return;
      }
      try {
        for (const { address } of addresses) refuseAddress(address, protocol, allowed);
      } catch (refusal) {
        done(refusal as Error, '', 0);
        return;
      }
      if (options.all) done(null, addresses);
      else done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
