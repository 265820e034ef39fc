import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { statementName } from './statement-name.js';

/**
 * Reads: SQL in, plain rows out, as named (prepared) statements on the pool. No entity is made: hydrating a page of 50 costs
 * more than its SQL.
 */
@Injectable()
export class Rows {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async all<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    const { rows } = await this.pool().query({ name: statementName(text), text, values: [...values] });
    return rows as T[];
  }

  async one<T>(text: string, values: readonly unknown[] = []): Promise<T | undefined> {
    return (await this.all<T>(text, values))[0];
  }

  pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}
