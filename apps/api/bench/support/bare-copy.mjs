import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import copyStreams from 'pg-copy-streams';
import { pinyinInitials } from '../../dist/platform/text/pinyin-initials.js';
import { customerRow } from './customers-csv.mjs';

const COPY = `copy customers (number, name, customer_class, province, city, address, phone, note, initials, owner_id,
  department_id, source, stage) from stdin`;
const PER_CHUNK = 500;

function* chunks(lines) {
  for (let start = 0; start < lines.length; start += PER_CHUNK)
    yield lines.slice(start, start + PER_CHUNK).join('');
}

/**
 * The rows as COPY takes them, made before the clock runs.
 * @param {import('pg').Client} client
 * @param {number} rows
 * @param {string} username their owner
 * @returns {Promise<string[]>} a line each
 */
export async function copyLines(client, rows, username) {
  const { rows: users } = await client.query('select id, department_id from users where username = $1', [
    username,
  ]);
  const tail = `${users[0].id}\t${users[0].department_id}\timported\tformal\n`;
  return Array.from({ length: rows }, (_, index) => {
    const row = customerRow(index);
    return `${row.join('\t')}\t${pinyinInitials(row[1])}\t${tail}`;
  });
}

/**
 * The reference of the import: the same rows, ready-made, straight into the table; triggers off, its indexes on.
 * @param {import('pg').Client} client as superuser
 * @param {string[]} lines
 */
export async function bareCopy(client, lines) {
  await client.query('set session_replication_role = replica');
  await pipeline(Readable.from(chunks(lines)), client.query(copyStreams.from(COPY)));
}
