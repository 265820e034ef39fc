import { encodeCursor } from '../../dist/platform/lists/cursor.js';
import { CITIES, CLASSES, NAME_PARTS } from './company-names.mjs';

const VARIANTS = 60;
const query = (values) => `/api/v1/customers?${new URLSearchParams(values)}`;
const times = (make) => Array.from({ length: VARIANTS }, (_, index) => make(index));

/** Rows the actor may see, spread over the whole table. */
async function sample({ pool, actor }) {
  const { rows } = await pool.query(
    `select id, created_at::text as entered, initials, phone from customers
      where department_id = any($1) and source = 'imported' order by md5(id::text) limit ${VARIANTS}`,
    [actor.departmentTree],
  );
  return rows;
}

/** Pages from somewhere in the middle of the list, as somebody who turns pages for a long time would ask for them. */
const deepCursor = ({ entered, id }) =>
  encodeCursor({ sort: '-createdAt', backwards: false, value: entered, key: id });

/**
 * What is measured, with queries that vary as people's do.
 * @param {Awaited<ReturnType<import('./recorded-statements.mjs').openRecorder>>} recorder
 * @returns {Promise<{ name: string, what: string, bar: number, variants: { path: string, statement: object }[] }[]>}
 */
export async function readCases(recorder) {
  const rows = await sample(recorder);
  const { first, second, trade } = NAME_PARTS;
  const lists = {
    byDate: ['list of 50 by date', [{}]],
    cityAndClass: [
      'list filtered by city and class',
      times((n) => ({ city: CITIES[n % CITIES.length][1], class: CLASSES[n % CLASSES.length] })),
    ],
    rarePair: [
      'search: two characters, rare',
      times((n) => ({ q: first[(n * 7) % first.length] + second[(n * 11) % second.length] })),
    ],
    commonPair: [
      'search: two characters, common',
      times((n) => ({ q: ['有限', '公司', trade[n % trade.length].slice(0, 2)][n % 3] })),
    ],
    initials: ['search: pinyin initials', rows.map(({ initials }) => ({ q: initials.slice(1, 6) }))],
    phone: ['search: part of a phone number', rows.map(({ phone }) => ({ q: phone.slice(3, 9) }))],
    deepPage: ['page turn deep in the list', rows.map((row) => ({ cursor: deepCursor(row) }))],
  };
  const cases = [];
  for (const [name, [what, queries]] of Object.entries(lists)) {
    const variants = [];
    for (const values of queries)
      variants.push({ path: query(values), statement: await recorder.page(values) });
    cases.push({ name, what, bar: 0.8, isList: true, variants });
  }
  const ones = [];
  for (const { id } of rows)
    ones.push({ path: `/api/v1/customers/${id}`, statement: await recorder.one(id) });
  cases.push({ name: 'byId', what: 'one by id', bar: 0.7, isList: false, variants: ones });
  return cases;
}

/** A number as plainly as it can be had, for a server without triggers. */
const NEXT_NUMBER = `'K' || to_char(nextval((select number_sequence(id, '') from numbering_rules where resource = 'customer')::regclass), 'FM999999999999000000')`;

/** The reference's one statement for a create: insert, and give back the row as a read shows it. */
export async function createStatement(recorder) {
  const [{ id }] = await sample(recorder);
  const { text } = await recorder.one(id);
  const read = text.replace('from customers c', 'from c').replace(/ where c\.id = .*$/s, '');
  return {
    text: `with c as (
        insert into customers (number, name, initials, kind, customer_class, province, city, phone, owner_id, department_id)
        values (${NEXT_NUMBER}, $1, $2, $3, $4, $5, $6, $7, $8, $9) returning *) ${read}`,
    owner: recorder.actor.id,
    department: recorder.actor.departmentId,
  };
}

/** @param {number} index @returns {string} body of a create */
export function newCustomer(index) {
  const { place, first, second, trade, form } = NAME_PARTS;
  const pick = (list, step) => list[(index * step) % list.length];
  const [province, city] = pick(CITIES, 5);
  return JSON.stringify({
    name: pick(place, 1) + pick(first, 7) + pick(second, 11) + pick(trade, 3) + pick(form, 13),
    kind: 'organisation',
    class: pick(CLASSES, 3),
    province,
    city,
    phone: `139${String((index * 7919) % 100_000_000).padStart(8, '0')}`,
  });
}
