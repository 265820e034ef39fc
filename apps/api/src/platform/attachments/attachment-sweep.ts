import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../auth/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Attachables, wordOf } from './attachable.js';
import { Rounds } from '../rounds/rounds.js';

const LOOK_AGAIN_MS = 1_800_000;
const BATCH = 200;

/** What hung on a record that was removed for good goes after it: a record of any kind cannot be a foreign key. */
@Injectable()
export class AttachmentSweep implements OnModuleInit {
  constructor(
    private readonly rounds: Rounds,
    private readonly work: UnitOfWork,
    private readonly attachables: Attachables,
  ) {}

  onModuleInit(): void {
    this.rounds.register({
      name: 'removing attachments of removed records',
      everyMs: LOOK_AGAIN_MS,
      run: () => this.sweep(),
    });
  }

  /** @returns how many attachments went */
  async sweep(): Promise<number> {
    let all = 0;
    for (const { resource, list } of this.attachables.all())
      for (let gone = BATCH; gone === BATCH; all += gone)
        gone = await this.removeOrphans(resource, list.table.split(' ')[0]!);
    return all;
  }

  private removeOrphans(resource: string, table: string): Promise<number> {
    return this.work.run(SYSTEM_ACTOR, `${wordOf(resource)}.purge`, async (unit) => {
      const gone = await unit.query(
        `with orphans as (select a.id from attachments a where a.resource = $1
            and not exists (select 1 from ${table} x where x.id = a.record_id) limit ${BATCH} for update)
         delete from attachments a using orphans where a.id = orphans.id returning a.id`,
        [resource],
      );
      return gone.length;
    });
  }
}
