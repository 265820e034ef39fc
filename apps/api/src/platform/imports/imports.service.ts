import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { ForbiddenActionError, RecordNotFoundError } from '../errors/common.errors.js';
import { Files } from '../files/files.js';
import type { JobDto } from '../jobs/job.dto.js';
import { Jobs } from '../jobs/jobs.js';
import { guessMapping } from './import-mapping.js';
import { fingerprintOf, MappingMemory } from './mapping-memory.js';
import { keyName, keysOf, missingFields, participations } from './participation.js';
import { checkMapping, checkOptions } from './mapping-rules.js';
import { ImportResources, type ImportResource } from './import-resource.js';
import { describeTable, ImportSource, samplesOf, type DescribedTable } from './import-source.js';
import { IMPORT_ACTIONS, type ImportAction } from './import.transitions.js';
import type {
  ChangeImportDto,
  CreateImportDto,
  ImportableResourceDto,
  ImportDto,
  ImportState,
} from './import.dto.js';
import { withoutHidden } from './import-fields-seen.js';
import { ImportStateError } from './import.errors.js';

export type StoredImport = Omit<ImportDto, 'resources' | 'missing' | 'allowedActions'>;

const COLUMNS = `id, file_id as "fileId", file_name as "fileName", state, choices, source, mapping, options, remembered, same_file as "sameFile", summary, job_id as "jobId",
  done_at as "doneAt", created_at as "createdAt", version`;

const INSERT = `insert into imports (file_id, file_name, header_fingerprint, created_by, choices, source, mapping, options, remembered, same_file)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${COLUMNS}`;

const DEFAULT_OPTIONS = { mode: 'create-and-update', skipProblemRows: true, empty: 'leave' };

/** An import from the upload to its undoing; the heavy steps run as jobs. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly files: Files,
    private readonly source: ImportSource,
    private readonly resources: ImportResources,
    private readonly jobs: Jobs,
    private readonly memory: MappingMemory,
  ) {}

  /** Resources that this caller may bring in, and those she may only name in files about others. */
  permitted(actor: Actor): ImportResource[] {
    return this.resources.all().flatMap((declared) => {
      const resource = withoutHidden(declared, actor);
      if (may(actor, resource.permission)) return [resource];
      const { lookUpPermission } = resource;
      return lookUpPermission && may(actor, lookUpPermission) ? [{ ...resource, isLookUpOnly: true }] : [];
    });
  }

  importable(actor: Actor): ImportableResourceDto[] {
    return this.permitted(actor).map((declared) => ({
      resource: declared.resource,
      label: declared.label,
      hasTemplate: !declared.isLookUpOnly && !declared.repeats,
      keys: keysOf(declared).map(keyName),
      fields: declared.fields.map((field) => ({
        field: `${declared.resource}.${field.name}`,
        label: field.label,
        type: field.type,
        required: field.required ?? false,
        key: declared.key.includes(field.name),
        isPart: field.part !== undefined,
      })),
    }));
  }

  async create({ fileId, choices = {} }: CreateImportDto, actor: Actor): Promise<ImportDto> {
    const file = await this.files.read(fileId, actor);
    const table = await this.source.open(fileId, file.name, choices);
    const headers = table.headers.map(({ id }) => id);
    const permitted = this.permitted(actor);
    const source = await describeTable(table);
    const remembered = await this.memory.recall(headers, permitted, actor.id);
    const mapping = remembered?.mapping ?? guessMapping(headers, permitted, samplesOf(source));
    const sameFile = await this.memory.sameFile(file.sha256, table.sheet);
    const json = [choices, source, mapping, DEFAULT_OPTIONS, remembered?.from ?? null, sameFile ?? null].map(
      (value) => (value === null ? null : JSON.stringify(value)),
    );
    const [made] = await this.work.run(actor, 'import.create', (unit) =>
      unit.query<StoredImport>(INSERT, [fileId, file.name, fingerprintOf(headers), actor.id, ...json]),
    );
    return this.present(made!, actor);
  }

  async read(id: string, actor: Actor): Promise<ImportDto> {
    return this.present(await this.stored(id, actor), actor);
  }

  async change(id: string, dto: ChangeImportDto, actor: Actor): Promise<ImportDto> {
    const known = await this.stored(id, actor);
    requireState(known.state, 'change');
    const choices = dto.choices ?? known.choices;
    const table = await this.source.open(known.fileId, known.fileName, choices);
    const headers = table.headers.map(({ id: header }) => header);
    const permitted = this.permitted(actor);
    const source = dto.choices ? await describeTable(table) : known.source;
    const guess = () => guessMapping(headers, permitted, samplesOf(source as unknown as DescribedTable));
    const mapping = dto.mapping ?? (dto.choices ? guess() : known.mapping);
    checkMapping(mapping, headers, permitted);
    checkOptions(dto.options ?? {}, permitted);
    await this.work.run(actor, 'import.change', (unit) =>
      unit.query(
        `update imports set choices = $2, source = $3, mapping = $4, options = options || $5, header_fingerprint = $6, state = 'draft', summary = null,
                version = version + 1, updated_at = now() where id = $1 and state in ('draft', 'checked')`,
        [
          id,
          ...[choices, source, mapping, dto.options ?? {}].map((value) => JSON.stringify(value)),
          fingerprintOf(headers),
        ],
      ),
    );
    return this.read(id, actor);
  }

  /** Starts the job of a step; the state changes with it, so that two starts cannot happen. */
  async start(id: string, action: Exclude<ImportAction, 'change'>, actor: Actor): Promise<JobDto> {
    const known = await this.stored(id, actor);
    requireState(known.state, action);
    if (action === 'undo') this.requireStillPermitted(known, actor);
    else checkMapping(known.mapping, undefined, this.permitted(actor));
    return this.work.run(actor, `import.${action}`, async (unit) => {
      const job = await this.jobs.request(unit, `import.${action}`, { importId: id, from: known.state });
      await this.enter(unit, known, action, job.id);
      return job;
    });
  }

  /** Taking records back is a change of them: whoever may no longer bring such records in leaves them to others. */
  private requireStillPermitted({ summary }: StoredImport, actor: Actor): void {
    const written = (summary?.written ?? []) as { resource: string; created: number; updated: number }[];
    for (const { resource, created, updated } of written) {
      const { permission } = this.resources.get(resource);
      if (created + updated > 0 && !may(actor, permission)) throw new ForbiddenActionError(permission);
    }
  }

  private async enter(
    unit: Unit,
    { id, version, state }: StoredImport,
    action: ImportAction,
    jobId: string,
  ): Promise<void> {
    const changed = await unit.query(
      `update imports set state = $3, job_id = $4, version = version + 1, updated_at = now() where id = $1 and version = $2 returning id`,
      [id, version, IMPORT_ACTIONS[action].during, jobId],
    );
    if (changed.length === 0) throw new ImportStateError(state, action);
  }

  async stored(id: string, actor: Actor): Promise<StoredImport> {
    const found = await this.rows.one<StoredImport>(
      `select ${COLUMNS} from imports where id = $1 and created_by = $2`,
      [id, actor.id],
    );
    if (!found) throw new RecordNotFoundError('import', id);
    return found;
  }

  private present(stored: StoredImport, actor: Actor): ImportDto {
    const permitted = this.permitted(actor);
    const taking = participations(stored.mapping, permitted, stored.options.keys);
    const resources = taking.map(({ resource }) => resource.resource);
    const missing = missingFields(stored.mapping, permitted);
    return {
      ...stored,
      resources,
      missing,
      allowedActions: allowedActions(stored.state, resources.length > 0 && missing.length === 0),
    };
  }
}

function requireState(state: ImportState, action: ImportAction): void {
  if (!(IMPORT_ACTIONS[action].from as readonly string[]).includes(state))
    throw new ImportStateError(state, action);
}

function allowedActions(state: ImportState, isComplete: boolean): string[] {
  return Object.entries(IMPORT_ACTIONS)
    .filter(([, { from }]) => (from as readonly string[]).includes(state))
    .map(([action]) => action)
    .filter((action) => isComplete || action === 'change' || action === 'undo');
}
