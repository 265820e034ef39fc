import { createHash } from 'node:crypto';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { DocumentType, SubmittedDocument } from '../document-types.js';
import { DocumentChangedError, DocumentGoneError } from '../approval.errors.js';
import type { Run } from './run.js';

/** The same content gives the same text, in whatever order its keys come. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

export const hashOf = (content: unknown): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

/** Stores the version of this round as it is; the database keeps anybody from changing it. */
export async function takeSnapshot(
  unit: Unit,
  approvalId: string,
  round: number,
  { content, facts }: SubmittedDocument,
): Promise<string> {
  const [stored] = await unit.query<{ id: string }>(
    `insert into approval_snapshots (approval_id, round, content, facts, hash) values ($1, $2, $3, $4, $5) returning id`,
    [approvalId, round, JSON.stringify(content), JSON.stringify(facts), hashOf(content)],
  );
  return stored!.id;
}

/**
 * The document is still what was submitted. Compared in the words of its module and not by hash: what a new version of the
 * product adds to the content must not stop what is under way.
 * @throws DocumentGoneError, DocumentChangedError
 */
export async function refuseChanged(unit: Unit, run: Run, type: DocumentType): Promise<void> {
  const now = await type.load(unit, run.documentId);
  if (!now) throw new DocumentGoneError();
  const [stored] = await unit.query<{ content: unknown }>(
    `select content from approval_snapshots where id = $1`,
    [run.snapshotId],
  );
  const changes = type.compare(stored!.content, JSON.parse(JSON.stringify(now.content)));
  if (changes.length > 0) throw new DocumentChangedError([...new Set(changes.map(({ field }) => field))]);
}
