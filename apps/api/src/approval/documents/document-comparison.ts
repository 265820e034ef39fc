import type { Difference, RenderedDocument, RenderedSection, RenderedTable } from './rendered-document.js';

/**
 * What differs between two renderings, field by field and row by row: enough for most document types, which compare what
 * they show.
 */
export function compareRendered(before: RenderedDocument, after: RenderedDocument): Difference[] {
  const earlier = new Map(before.sections.map((section) => [section.name, section]));
  const later = new Map(after.sections.map((section) => [section.name, section]));
  const names = [...new Set([...later.keys(), ...earlier.keys()])];
  return names.flatMap((name) =>
    fieldDifferences(name, earlier.get(name), later.get(name)).concat(
      tableDifferences(name, earlier.get(name)?.table, later.get(name)?.table),
    ),
  );
}

function fieldDifferences(
  section: string,
  before: RenderedSection | undefined,
  after: RenderedSection | undefined,
): Difference[] {
  const was = new Map((before?.fields ?? []).map((field) => [field.name, field]));
  const is = new Map((after?.fields ?? []).map((field) => [field.name, field]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((name) => {
    const shown = (is.get(name) ?? was.get(name))!;
    const [old, now] = [was.get(name)?.value ?? null, is.get(name)?.value ?? null];
    if (old === now) return [];
    const { label, kind, dictionary, permission } = shown;
    return [{ section, field: name, label, kind, dictionary, permission, before: old, after: now }];
  });
}

function tableDifferences(
  section: string,
  before: RenderedTable | undefined,
  after: RenderedTable | undefined,
): Difference[] {
  const columns = (after ?? before)?.columns ?? [];
  const was = new Map((before?.rows ?? []).map((row) => [row.key, row.cells]));
  const is = new Map((after?.rows ?? []).map((row) => [row.key, row.cells]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((row) =>
    columns.flatMap(({ name, label, kind, dictionary, permission }, at) => {
      const [old, now] = [was.get(row)?.[at]?.value ?? null, is.get(row)?.[at]?.value ?? null];
      if (old === now) return [];
      return [{ section, field: name, label, kind, dictionary, permission, row, before: old, after: now }];
    }),
  );
}
