import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import type { DomainEvent } from '../events/domain-event.js';
import { asConflict } from './constraint-violations.js';

/** One transaction with its author: everything inside is audited under `action`, and its events leave with the commit. */
export interface Unit {
  readonly actor: Actor;
  readonly manager: EntityManager;
  query<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Notes an event; it is stored before the commit, in this transaction. */
  emit(event: DomainEvent): void;
}

export interface UnitOptions {
  /** Set on audit entries made by an import or another job, so that they can be found (and undone) together. */
  readonly jobId?: string;
}

const STORE_EVENTS = `
  insert into domain_events (name, resource, record_id, payload, audience, actor_id)
  select e->>'name', e->>'resource', (e->>'recordId')::uuid, coalesce(e->'payload', '{}'), coalesce(e->'audience', '{}'), $2
    from jsonb_array_elements($1::jsonb) with ordinality as t(e, position) order by position`;

const SET_CONTEXT = `select set_config('juke.context', $1, true)`;

@Injectable()
export class UnitOfWork {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction. A violated constraint with a declared meaning is thrown as that domain error.
   * @param action the business verb for the audit log, `customer.create`.
   */
  async run<T>(
    actor: Actor,
    action: string,
    work: (unit: Unit) => Promise<T>,
    options: UnitOptions = {},
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(SET_CONTEXT, [contextOf(actor, action, options)]);
      const events: DomainEvent[] = [];
      const result = await work(unitOf(runner, actor, events));
      if (events.length > 0) await runner.query(STORE_EVENTS, [JSON.stringify(events), actor.id]);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw asConflict(error);
    } finally {
      await runner.release();
    }
  }
}

function unitOf(runner: QueryRunner, actor: Actor, events: DomainEvent[]): Unit {
  return {
    actor,
    manager: runner.manager,
    query: async <T>(text: string, values: readonly unknown[] = []) =>
      (await runner.query(text, [...values], true)).records as T[],
    emit: (event) => void events.push(event),
  };
}

/** What the audit triggers read; without it they refuse the write. */
function contextOf(actor: Actor, action: string, { jobId }: UnitOptions): string {
  return JSON.stringify({
    actorId: actor.id,
    actorName: actor.name,
    action,
    requestId: actor.origin?.requestId ?? null,
    ip: actor.origin?.ip ?? null,
    jobId: jobId ?? null,
  });
}
