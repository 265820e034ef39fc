import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { GenericPlans } from './generic-plans.js';
import { INSTANTS_AS_TEXT } from './instants-as-text.js';
import { statementName } from './statement-name.js';

/**
 * Reads: SQL in, plain rows out, as named (prepared) statements on the pool. No entity is made: hydrating a page of 50 costs
 * more than its SQL.
 */
@Injectable()
export class Rows {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly generic: GenericPlans,
  ) {}

  async all<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.run<T>({ text, values: [...values] });
  }

  /** Rows that go out as they are: an instant is the ISO text it is sent as, not a Date. */
  async toSend<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.run<T>({ text, values: [...values], types: INSTANTS_AS_TEXT });
  }

  /** The same for a statement whose best plan does not depend on its values. */
  async toSendPlannedOnce<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    return this.run<T>({ text, values: [...values], types: INSTANTS_AS_TEXT }, this.generic.pool);
  }

  async one<T>(text: string, values: readonly unknown[] = []): Promise<T | undefined> {
    return (await this.all<T>(text, values))[0];
  }

  protected async run<T>(query: QueryConfig, pool = this.pool()): Promise<T[]> {
    query.name = statementName(query.text);
    return (await pool.query(query)).rows as T[];
  }

  pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}
