import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Rows } from '../database/rows.js';

@Injectable()
export class Readiness {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly rows: Rows,
  ) {}

  /** Asks the database now; a health endpoint that remembers is a health endpoint that lies. */
  async check(): Promise<{ database: boolean; migrated: boolean }> {
    try {
      const ran = await this.rows.all<{ name: string }>('select name from schema_migrations');
      const names = new Set(ran.map(({ name }) => name));
      return {
        database: true,
        migrated: this.dataSource.migrations.every(({ name }) => name && names.has(name)),
      };
    } catch (error) {
      const missingTable = (error as { code?: string }).code === '42P01';
      return { database: missingTable, migrated: false };
    }
  }
}
