import { createReadStream } from 'node:fs';
import type { OpenedFile } from '../open-table.js';
import { storable } from '../storable-text.js';
import type { RawRow, RowSource } from '../table-file.js';
import { plainDecimal } from '../values/plain-decimal.js';
import { estimateRows } from './csv-source.js';
import { decodeChunks, decodeSample } from './encodings.js';
import { chooseEncoding } from './encoding-choice.js';
import { readSamples } from './file-samples.js';
import { textLines } from './text-lines.js';

const HEADER_LINES = 200;

/** One JSON object per line; `[`, `]` and commas at line ends are tolerated. Keys of the first 200 lines are the header. */
export async function jsonLinesSource({ path, fileName, choices }: OpenedFile): Promise<RowSource> {
  const samples = await readSamples(path);
  const encoding = chooseEncoding(samples, fileName, choices.encoding);
  const objects = () => jsonObjects(textLines(decodeChunks(createReadStream(path), encoding.name)));
  const keys = await unionOfKeys(objects());
  const head = decodeSample(samples.head, encoding.name);
  return {
    format: 'jsonl',
    encoding,
    sheets: [],
    notes: [],
    fixedHeaders: keys,
    records: () => jsonRecords(objects(), keys),
    estimate: (sample) => {
      const overhead = keys.join('').length + keys.length * 4;
      const withKeys = sample.map((row) => ({ ...row, cells: [...row.cells, 'x'.repeat(overhead)] }));
      return estimateRows(withKeys, samples.size, samples.head.length / Math.max(1, head.length));
    },
  };
}

interface JsonLine {
  readonly line: number;
  readonly text: string;
  /** Undefined when the line is not a JSON object. */
  readonly object?: Record<string, unknown>;
}

async function* jsonObjects(lines: AsyncIterable<string>): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const raw of lines) {
    line++;
    const text = raw.trim().replace(/,$/, '');
    if (text === '' || text === '[' || text === ']') continue;
    yield { line, text, object: parseObject(text) };
  }
}

/** Undefined also for what nests so deeply that it cannot be written down again. */
function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    for (const part of Object.values(value)) if (typeof part === 'object') JSON.stringify(part);
    return value as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

async function unionOfKeys(objects: AsyncIterable<JsonLine>): Promise<string[]> {
  const keys = new Set<string>();
  let seen = 0;
  for await (const { object } of objects) {
    for (const key of Object.keys(object ?? {})) keys.add(key);
    if (++seen >= HEADER_LINES) break;
  }
  return [...keys];
}

async function* jsonRecords(objects: AsyncIterable<JsonLine>, keys: string[]): AsyncGenerator<RawRow> {
  const known = new Set(keys);
  for await (const { line, text, object } of objects) {
    if (!object) {
      yield { line, cells: [text], problem: { code: 'malformed-json', params: {} } };
      continue;
    }
    const cells = keys.map((key) => cellText(object[key]));
    const stray = Object.keys(object).find((key) => !known.has(key));
    yield stray === undefined
      ? { line, cells }
      : { line, cells, problem: { code: 'cell-without-header', params: { column: storable(stray) } } };
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return plainDecimal(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return JSON.stringify(value);
}
