import { Injectable } from '@nestjs/common';
import type { Unit } from '../database/unit-of-work.js';
import type { JobContext } from '../jobs/job-handler.js';
import { findChoiceSuggestions, findSuggestions } from './import-findings.js';
import { matchAll, type MatchCounts } from './import-matching.js';
import { ImportResources } from './import-resource.js';
import { ImportSource } from './import-source.js';
import { ImportedTable, type WriteOptions } from './import-tables.js';
import { ImportsService, type StoredImport } from './imports.service.js';
import { participations, type Participation } from './participation.js';
import { RowReader } from './row-reader.js';
import { Staging, type StagedCounts } from './staging.js';

const PROBLEM_CODES = `select p->>'code' as code, p->>'column' as column, p->>'field' as field, count(*)::int as count
  from import_rows r cross join jsonb_array_elements(r.problems) p where r.import_id = $1 group by 1, 2, 3 order by 4 desc limit 50`;
const WITH_PROBLEMS = `select count(*)::int as count from import_rows where import_id = $1 and problems is not null`;

export interface Matched {
  readonly tables: readonly ImportedTable[];
  readonly counts: readonly MatchCounts[];
}

/** What an import will do: its rows read and checked, and what each of them refers to. */
@Injectable()
export class ImportPlan {
  constructor(
    private readonly imports: ImportsService,
    private readonly source: ImportSource,
    private readonly resources: ImportResources,
    private readonly staging: Staging,
  ) {}

  /** Reads the file into rows that SQL can work on. Done again after a crash: it begins by clearing. */
  async stage(stored: StoredImport, context: JobContext): Promise<StagedCounts> {
    const table = await this.source.open(stored.fileId, stored.fileName, stored.choices);
    const reader = new RowReader(
      table,
      stored.mapping,
      this.taking(stored, context),
      this.resources,
      stored.options.aliases,
    );
    return this.staging.fill(stored.id, table, reader, (done) =>
      context.progress(done, Math.max(table.estimatedRows ?? 0, done), 'read'),
    );
  }

  async match(unit: Unit, stored: StoredImport, context: JobContext, isCheck = false): Promise<Matched> {
    const taking = this.taking(stored, context);
    const { mode = 'create-and-update', empty = 'leave' } = stored.options;
    const options: WriteOptions = { mode, empty };
    const tables = taking.map((one) => new ImportedTable(one, stored.mapping, taking, options));
    // Two imports at once would both find a record missing and both make it.
    await unit.query(`select pg_advisory_xact_lock(hashtext('import'))`);
    const step = (resource: string) => context.progress(0, tables.length, `match.${resource}`);
    const { counts } = await matchAll(unit, stored.id, tables, step, isCheck);
    return { tables, counts };
  }

  /** Figures for the user: rows, what is new and what is there, what is wrong and what may have been meant. */
  async summary(
    unit: Unit,
    stored: StoredImport,
    staged: StagedCounts,
    { tables, counts }: Matched,
  ): Promise<Record<string, unknown>> {
    const [withProblems] = await unit.query<{ count: number }>(WITH_PROBLEMS, [stored.id]);
    return {
      rows: staged.rows,
      withProblems: withProblems!.count,
      counts,
      problems: await unit.query(PROBLEM_CODES, [stored.id]),
      suggestions: [
        ...(await findSuggestions(unit, stored.id, tables)),
        ...(await findChoiceSuggestions(unit, stored.id, tables)),
      ],
    };
  }

  private taking({ mapping, options }: StoredImport, { actor }: JobContext): Participation[] {
    return participations(mapping, this.imports.permitted(actor), options.keys);
  }
}
