import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** Statement texts are built from declarations, so there are few; past this many they go unnamed. */
const MAX_PREPARED = 400;

/**
 * Reads: SQL in, plain rows out, as named (prepared) statements on the pool. No entity is made: hydrating a page of 50 costs
 * more than its SQL.
 */
@Injectable()
export class Rows {
  private readonly names = new Map<string, string>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async all<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    const { rows } = await this.pool().query({ name: this.nameOf(text), text, values: [...values] });
    return rows as T[];
  }

  async one<T>(text: string, values: readonly unknown[] = []): Promise<T | undefined> {
    return (await this.all<T>(text, values))[0];
  }

  pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known || this.names.size >= MAX_PREPARED) return known;
    const name = `s${createHash('sha1').update(text).digest('hex').slice(0, 16)}`;
    this.names.set(text, name);
    return name;
  }
}
