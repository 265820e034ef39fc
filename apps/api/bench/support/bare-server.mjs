// The reference of `pnpm bench api`: Node's own HTTP server and pg, nothing else. It checks the token, runs the statement
// the benchmark gives it (the very one our API runs) as a prepared statement, and sends the same JSON. No permissions, no
// scope, no validation, no audit.
import { createSecretKey } from 'node:crypto';
import { createServer } from 'node:http';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import '../../dist/platform/database/type-parsers.js';
import { pinyinInitials } from '../../dist/platform/text/pinyin-initials.js';

const { MIGRATION_DATABASE_URL, JWT_SECRET } = process.env;
const key = createSecretKey(Buffer.from(JWT_SECRET));
const pool = new pg.Pool({
  connectionString: MIGRATION_DATABASE_URL, // as superuser, who may leave the triggers out
  max: 16,
  // Triggers off: the reference writes no audit trail.
  options: '-c timezone=UTC -c datestyle=ISO -c session_replication_role=replica',
});
const ALLOWED = { potential: ['change', 'convert', 'delete'], formal: ['change', 'delete'] };

/** @type {Record<string, { text: string, values: unknown[], sort?: string, limit?: number, hasCursor?: boolean }[]>} */
let cases = {};
process.on('message', (message) => {
  cases = message.cases;
  process.send({ type: 'taken' });
});
process.on('disconnect', () => process.exit(0));

const cursor = (sort, backwards, row) =>
  row ? Buffer.from(JSON.stringify([sort, backwards, row._value, row._key])).toString('base64url') : null;

function record({ _value, _key, ...row }) {
  row.allowedActions = ALLOWED[row.stage];
  return row;
}

function page(rows, { sort, limit, hasCursor }) {
  const kept = rows.length > limit ? rows.slice(0, limit) : rows;
  return {
    items: kept.map(record),
    nextCursor: rows.length > limit ? cursor(sort, 0, kept.at(-1)) : null,
    prevCursor: hasCursor ? cursor(sort, 1, kept[0]) : null,
  };
}

async function read(path) {
  const [, name, variant] = path.split('/');
  const one = cases[name][variant];
  const { rows } = await pool.query({ name: one.name, text: one.text, values: one.values });
  return one.sort ? page(rows, one) : record(rows[0]);
}

async function create(body) {
  const { name, kind, class: customerClass, province, city, phone } = JSON.parse(body);
  const [{ text, owner, department }] = cases.create;
  const values = [name, pinyinInitials(name), kind, customerClass, province, city, phone, owner, department];
  const { rows } = await pool.query({ name: 'create', text, values });
  return record(rows[0]);
}

async function bodyOf(request) {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  return body;
}

const server = createServer(async (request, response) => {
  try {
    jwt.verify(request.headers.authorization.slice(7), key, { algorithms: ['HS256'] });
    const isNew = request.method === 'POST';
    const answer = JSON.stringify(isNew ? await create(await bodyOf(request)) : await read(request.url));
    response.writeHead(isNew ? 201 : 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(answer),
    });
    response.end(answer);
  } catch (error) {
    response.writeHead(500).end(String(error.stack));
  }
});
server.listen(0, '127.0.0.1', () =>
  process.send({ type: 'ready', url: `http://127.0.0.1:${server.address().port}` }),
);
