import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rows } from '../database/rows.js';
import { Rounds } from '../rounds/rounds.js';

/** Entries wait at most twice this long, and longer while a transaction that began before them is open. */
const ROUND_MS = 5_000;
/** Entries in a seal. */
const MOST = 5_000;

interface Mark {
  /** Highest id seen. */
  readonly id: string | null;
  /** Every id up to that one belongs to a transaction older than this. */
  readonly before: string;
  /** The oldest transaction that is still open. */
  readonly oldestOpen: string;
}

const MARK = `select (select max(id) from audit_entries)::text as id,
  pg_snapshot_xmax(pg_current_snapshot())::text as before, pg_snapshot_xmin(pg_current_snapshot())::text as "oldestOpen"`;

/**
 * Chains the log after the fact: hashing in the writing transaction would make every write wait for the one before. Ids are
 * no order of commits, so an id is sealed only once every transaction that was open when it was seen has ended.
 */
@Injectable()
export class AuditSealer implements OnModuleInit {
  private seen: Mark | undefined;

  constructor(
    private readonly rounds: Rounds,
    private readonly rows: Rows,
  ) {}

  onModuleInit(): void {
    this.rounds.register({ name: 'sealing the audit log', everyMs: ROUND_MS, run: () => this.seal() });
  }

  /** Seals what was seen in the round before and is final now. Several processes may: they take turns. */
  async seal(): Promise<number> {
    const now = await this.rows.one<Mark>(MARK);
    const isFinal = this.seen?.id && BigInt(now!.oldestOpen) >= BigInt(this.seen.before);
    const sealed = isFinal ? await this.sealThrough(this.seen!.id!) : 0;
    if (!this.seen?.id || isFinal) this.seen = now;
    return sealed;
  }

  private async sealThrough(id: string): Promise<number> {
    for (let all = 0; ;) {
      const sealed = (await this.rows.one<{ count: number }>(`select seal_audit($1, $2) as count`, [
        id,
        MOST,
      ]))!.count;
      all += sealed;
      if (sealed < MOST) return all;
    }
  }
}
