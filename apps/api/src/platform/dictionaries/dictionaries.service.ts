import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { lockRecord } from '../database/lock-record.js';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { InvalidInputError, RecordNotFoundError } from '../errors/common.errors.js';
import { Dictionaries } from './dictionaries.js';
import type {
  AddDictionaryValueDto,
  ChangeDictionaryDto,
  ChangeDictionaryValueDto,
  CreateDictionaryDto,
  DictionaryDto,
} from './dictionary.dto.js';
import { Dictionary, DictionaryValue } from './dictionary.entity.js';
import { ClosedDictionaryError } from './dictionary.errors.js';

/** Keeping the dictionaries: values are added, renamed, ordered, retired and taken back, never deleted. */
@Injectable()
export class DictionariesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly dictionaries: Dictionaries,
  ) {}

  create(dto: CreateDictionaryDto, actor: Actor): Promise<DictionaryDto> {
    return this.write(actor, 'dictionary.create', async (unit) => {
      const inserted = await unit.manager.insert(Dictionary, { ...dto, isOpen: true });
      return { id: inserted.identifiers[0]!.id as string, code: dto.code };
    });
  }

  change(
    id: string,
    dto: ChangeDictionaryDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<DictionaryDto> {
    return this.write(actor, 'dictionary.change', async (unit) => {
      const dictionary = await lockRecord(unit, Dictionary, 'dictionary', id, { version });
      Object.assign(dictionary, dto, { updatedAt: new Date() });
      await unit.manager.save(dictionary);
      return dictionary;
    });
  }

  addValue(id: string, dto: AddDictionaryValueDto, actor: Actor): Promise<DictionaryDto> {
    return this.write(actor, 'dictionary-value.create', async (unit) => {
      const dictionary = await openDictionary(unit, id);
      const { labelZh, colour = null } = dto;
      const [last] = await unit.query<{ position: number }>(
        `select coalesce(max(position), 0)::int as position from dictionary_values where dictionary = $1`,
        [dictionary.code],
      );
      await unit.manager.insert(DictionaryValue, {
        dictionary: dictionary.code,
        code: dto.code ?? labelZh,
        labelZh,
        labelEn: dto.labelEn || labelZh,
        colour,
        position: last!.position + 1,
      });
      return dictionary;
    });
  }

  changeValue(
    id: string,
    dto: ChangeDictionaryValueDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<DictionaryDto> {
    return this.write(actor, 'dictionary-value.change', async (unit) => {
      const value = await lockRecord(unit, DictionaryValue, 'dictionary value', id, { version });
      Object.assign(value, dto, { updatedAt: new Date() });
      await unit.manager.save(value);
      return dictionaryOf(unit, value);
    });
  }

  /** Retired values stay on the records that have them, readable, and are not offered any more. */
  setRetired(id: string, isRetired: boolean, actor: Actor): Promise<DictionaryDto> {
    return this.write(
      actor,
      isRetired ? 'dictionary-value.retire' : 'dictionary-value.restore',
      async (unit) => {
        const value = await lockRecord(unit, DictionaryValue, 'dictionary value', id);
        const dictionary = await dictionaryOf(unit, value);
        if (!dictionary.isOpen) throw new ClosedDictionaryError(dictionary.code);
        value.retiredAt = isRetired ? (value.retiredAt ?? new Date()) : null;
        value.updatedAt = new Date();
        await unit.manager.save(value);
        return dictionary;
      },
    );
  }

  order(id: string, valueIds: readonly string[], actor: Actor): Promise<DictionaryDto> {
    return this.write(actor, 'dictionary.order', async (unit) => {
      const dictionary = await lockRecord(unit, Dictionary, 'dictionary', id);
      const values = await unit.query<{ id: string }>(
        `select id from dictionary_values where dictionary = $1`,
        [dictionary.code],
      );
      const isWhole =
        values.length === new Set(valueIds).size && values.every((value) => valueIds.includes(value.id));
      if (!isWhole)
        throw new InvalidInputError([
          {
            pointer: '/valueIds',
            rule: 'order',
            detail: 'Name every value of the dictionary once: somebody may have added one.',
          },
        ]);
      await unit.query(
        `update dictionary_values v set position = o.position, version = version + 1, updated_at = now()
           from unnest($1::uuid[]) with ordinality as o(id, position) where v.id = o.id and v.position <> o.position`,
        [valueIds],
      );
      return dictionary;
    });
  }

  private async write(
    actor: Actor,
    action: string,
    work: (unit: Unit) => Promise<{ id: string; code: string }>,
  ): Promise<DictionaryDto> {
    const code = await this.work.run(actor, action, async (unit) => {
      const dictionary = await work(unit);
      unit.emit({
        name: 'dictionary.changed',
        resource: 'dictionary',
        recordId: dictionary.id,
        audience: { permission: 'notification:read' },
      });
      return dictionary.code;
    });
    await this.dictionaries.reload();
    return this.dictionaries.find(code)!;
  }
}

/** Locked, so that two new values do not get one place. */
async function openDictionary(unit: Unit, id: string): Promise<Dictionary> {
  const dictionary = await lockRecord(unit, Dictionary, 'dictionary', id);
  if (!dictionary.isOpen) throw new ClosedDictionaryError(dictionary.code);
  return dictionary;
}

async function dictionaryOf(unit: Unit, value: DictionaryValue): Promise<Dictionary> {
  const dictionary = await unit.manager.findOne(Dictionary, { where: { code: value.dictionary } });
  if (!dictionary) throw new RecordNotFoundError('dictionary', value.dictionary);
  return dictionary;
}
