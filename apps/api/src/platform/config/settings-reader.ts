import { readFileSync } from 'node:fs';

/** A wrong setting stops the start; the message names every wrong one and says why. */
export class InvalidConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'InvalidConfigError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one setting at a time and remembers what was wrong, so that one start tells everything. */
export class SettingsReader {
  readonly problems: string[] = [];
  constructor(private readonly env: Environment) {}

  /** `NAME`, or the content of the file named by `NAME_FILE` (container secrets). */
  raw(name: string): string | undefined {
    const file = this.env[`${name}_FILE`];
    if (!file) return this.env[name] || undefined;
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      this.problems.push(`${name}_FILE names "${file}", which cannot be read.`);
      return undefined;
    }
  }

  text(name: string, fallback?: string): string {
    const value = this.raw(name) ?? fallback;
    if (value === undefined) this.problems.push(`${name} is not set, and it has no default.`);
    return value ?? '';
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const value = this.raw(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    this.problems.push(`${name} is "${value}"; it must be a whole number from ${least} to ${most}.`);
    return fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.raw(name)?.toLowerCase();
    if (value === undefined) return fallback;
    if (['true', 'on', '1', 'yes'].includes(value)) return true;
    if (['false', 'off', '0', 'no'].includes(value)) return false;
    this.problems.push(`${name} is "${value}"; it must be on or off.`);
    return fallback;
  }

  choice<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.raw(name);
    if (value === undefined) return fallback;
    const found = allowed.find((one) => one === value);
    if (!found) this.problems.push(`${name} is "${value}"; it must be one of ${allowed.join(', ')}.`);
    return found ?? fallback;
  }

  /** An address with one of the given protocols (`smtp:`); undefined when it is not set. */
  address(name: string, protocols: readonly string[]): string | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    // The value may hold a password, so it is not repeated.
    this.problems.push(`${name} must be an address that starts with ${protocols.join('// or ')}//.`);
    return undefined;
  }
}
