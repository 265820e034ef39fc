import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration is one piece of hand-readable SQL. It only goes forward: going back is restoring the backup taken before the
 * upgrade, because a `down` that drops columns loses what people entered since.
 */
export abstract class SqlMigration implements MigrationInterface {
  abstract readonly name: string;
  protected abstract readonly sql: string;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(this.sql);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error(`${this.name} only goes forward: restore the backup taken before the upgrade.`),
    );
  }
}
