import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { escapeLiteral, type PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { SeeingOnlyError } from '../auth/auth.errors.js';
import type { DomainEvent } from '../events/domain-event.js';
import { statementName } from './statement-name.js';
import { asConflict } from './constraint-violations.js';

/** One transaction with its author: everything inside is audited under `action`, and its events leave with the commit. */
export interface Unit {
  readonly actor: Actor;
  readonly manager: EntityManager;
  query<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** The same as a prepared statement, for what runs often with few different texts. */
  prepared<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Notes an event; it is stored before the commit, in this transaction. */
  emit(event: DomainEvent): void;
}

export interface UnitOptions {
  /** Set on audit entries made by an import or another job, so that they can be found (and undone) together. */
  readonly jobId?: string;
}

/** Sent with the commit in one message: literals, because such a message takes no parameters. */
const storeEvents = (events: readonly DomainEvent[], actor: Actor): string => `
  insert into domain_events (name, resource, record_id, payload, audience, actor_id)
  select e->>'name', e->>'resource', (e->>'recordId')::uuid, coalesce(e->'payload', '{}'), coalesce(e->'audience', '{}'), ${escapeLiteral(actor.id)}
    from jsonb_array_elements(${escapeLiteral(JSON.stringify(events))}::jsonb) with ordinality as t(e, position) order by position;`;

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
    // The guard refuses such requests; this holds where a read would write all the same.
    if (actor.origin?.seenBy) throw new SeeingOnlyError();
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await begin(runner, client, contextOf(actor, action, options));
      const events: DomainEvent[] = [];
      const result = await work(unitOf(runner, client, actor, events));
      if (events.length > 0) await client.query(`${storeEvents(events, actor)} commit`);
      else await client.query('commit');
      Object.assign(runner, { isTransactionActive: false });
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw asConflict(error);
    } finally {
      await runner.release();
    }
  }
}

/**
 * Begins and sets the context in one message; TypeORM is told, so that its own writes join this transaction. It counts its
 * nested transactions as savepoints of one it began itself, so work here begins none.
 */
async function begin(runner: QueryRunner, client: PoolClient, context: string): Promise<void> {
  Object.assign(runner, { isTransactionActive: true });
  await client.query(`begin; select set_config('juke.context', ${escapeLiteral(context)}, true)`);
}

function unitOf(runner: QueryRunner, client: PoolClient, actor: Actor, events: DomainEvent[]): Unit {
  return {
    actor,
    manager: runner.manager,
    query: async <T>(text: string, values: readonly unknown[] = []) =>
      (await runner.query(text, [...values], true)).records as T[],
    prepared: async <T>(text: string, values: readonly unknown[] = []) =>
      (await client.query({ name: statementName(text), text, values: [...values] })).rows as T[],
    emit: (event) => void events.push(event),
  };
}

/** What the audit triggers read; without it they refuse the write. */
function contextOf(actor: Actor, action: string, { jobId }: UnitOptions): string {
  return JSON.stringify({
    actorId: actor.id,
    actorName: actor.name,
    action,
    requestId: actor.origin?.requestId || null,
    ip: actor.origin?.ip || null,
    jobId: jobId ?? actor.origin?.jobId ?? null,
  });
}
