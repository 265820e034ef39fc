import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../auth/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { FileHolders } from './file-holders.js';
import { FileStore } from './file-store.js';
import { Uploads } from './uploads.js';
import { Rounds } from '../rounds/rounds.js';

const LOOK_AGAIN_MS = 3_600_000;
const BATCH = 100;

/** Foreign keys that hold a file: a new module's reference protects it without being named here. */
const REFERENCES = `select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.confdeltype <> 'c' and c.confrelid = 'files'::regclass`;

/** Removes what nobody needs any more: uploads that were given up, and files whose last holder was removed for good. */
@Injectable()
export class FileSweep implements OnModuleInit {
  constructor(
    private readonly rounds: Rounds,
    private readonly work: UnitOfWork,
    private readonly store: FileStore,
    private readonly uploads: Uploads,
    private readonly holders: FileHolders,
  ) {}

  onModuleInit(): void {
    this.rounds.register({
      name: 'removing files that nobody needs',
      everyMs: LOOK_AGAIN_MS,
      run: () => this.sweep(),
    });
  }

  /** @returns how many files went */
  async sweep(): Promise<number> {
    while ((await this.uploads.giveUp(SYSTEM_ACTOR)) > 0);
    for (let all = 0; ;) {
      const gone = await this.removeReleased();
      if (gone.length === 0) return all;
      // After the commit: a description without its content would be worse than content without a description.
      for (const id of gone) await this.store.discard(id);
      all += gone.length;
    }
  }

  private removeReleased(): Promise<string[]> {
    return this.work.run(SYSTEM_ACTOR, 'file.remove', async (unit) => {
      const references = await unit.query<{ table: string; column: string }>(REFERENCES);
      const held = [
        ...references.map(
          ({ table, column }) => `exists (select 1 from ${table} x where x.${column} = f.id)`,
        ),
        ...this.holders.conditions(),
      ];
      const released = await unit.query<{ id: string; isHeld: boolean }>(
        `select f.id, (${held.join(' or ') || 'false'}) as "isHeld" from files f
          where f.released_at is not null order by f.released_at limit ${BATCH} for update skip locked`,
      );
      const [kept, free] = [true, false].map((isHeld) =>
        released.filter((file) => file.isHeld === isHeld).map(({ id }) => id),
      );
      await unit.query('update files set released_at = null where id = any($1::uuid[])', [kept]);
      await unit.query('delete from files where id = any($1::uuid[])', [free]);
      return free!;
    });
  }
}
