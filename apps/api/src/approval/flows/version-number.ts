import type { PipeTransform } from '@nestjs/common';
import { InvalidInputError } from '../../platform/errors/common.errors.js';

/** `?number=3`; undefined when it is left out. */
export const versionNumber: PipeTransform<unknown, number | undefined> = {
  transform(value) {
    if (value === undefined) return undefined;
    if (typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value)) return Number(value);
    throw new InvalidInputError([
      { pointer: 'number', rule: 'integer', detail: 'Versions are counted 1, 2, 3 …' },
    ]);
  },
};
