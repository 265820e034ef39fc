import pg from 'pg';
import { verifyAudit } from '../platform/audit/audit-verification.js';

// Says how much of the audit log is proven unchanged; ends with 1 at the first entry that is not as it was sealed.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
const { verified, redacted, expired, seals, unsealed, head, breach } = await verifyAudit(pool);
await pool.end();
console.log(`${verified} entries in ${seals} seals hold; ${unsealed} newer ones are not sealed yet.`);
if (redacted > 0)
  console.log(`${redacted} redacted: a removed person’s name went from them, as the log says.`);
if (expired > 0) console.log(`${expired} older ones went by the retention rule, as the log says.`);
if (head) console.log(`Head: ${head} (keep it outside to prove later that the chain was not made anew)`);
if (breach) {
  const where = breach.entryId ? `entry ${breach.entryId}` : `seal ${breach.position}`;
  console.error(`Broken: ${breach.what} at ${where} (seal ${breach.position}).`);
}
process.exit(breach ? 1 : 0);
