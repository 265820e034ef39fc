import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import type { Unit } from '../database/unit-of-work.js';

export interface Notice {
  /** The screen has a sentence for each kind, `import.done`. */
  readonly kind: string;
  readonly params?: Record<string, unknown>;
  /** Path of the page it is about. */
  readonly link?: string;
}

/** What a user is told; it appears at once on her open screens. */
@Injectable()
export class Notifications {
  constructor(private readonly rows: Rows) {}

  async notify(unit: Unit, userId: string, { kind, params = {}, link }: Notice): Promise<void> {
    const [stored] = await unit.query<{ id: string }>(
      `insert into notifications (user_id, kind, params, link) values ($1, $2, $3, $4) returning id`,
      [userId, kind, JSON.stringify(params), link ?? null],
    );
    unit.emit({
      name: 'notification.created',
      resource: 'notification',
      recordId: stored!.id,
      payload: { kind, params, link: link ?? null },
      audience: { userId },
    });
  }

  /** Reading is no business fact: it is not audited. */
  async markRead(actor: Actor, id?: string): Promise<void> {
    await this.rows.all(
      `update notifications set read_at = now() where user_id = $1 and read_at is null and ($2::uuid is null or id = $2::uuid)`,
      [actor.id, id ?? null],
    );
  }
}
