/** Days a new key may be good for, shortest first; 0 is without an end. */
export const LIFETIMES = [30, 90, 180, 365, 0] as const;

const DAY_MS = 86_400_000;

export const expiryAfter = (days: number, now = Date.now()): string | null =>
  days === 0 ? null : new Date(now + days * DAY_MS).toISOString();

/** Addresses as people type them: a line each, or with commas and spaces between, Chinese ones too. */
export const readAddresses = (text: string): string[] => text.split(/[\s,，;；、]+/u).filter(Boolean);
