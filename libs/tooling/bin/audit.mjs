// `pnpm audit:deps`: known advisories against what the product ships with; a step of the checks.
import { spawn } from 'node:child_process';
import { auditOutcome } from '../src/check/dependency-audit.mjs';
import { exitOf, ROOT } from '../src/workspace.mjs';

const ASK = ['audit', '--prod', '--audit-level', 'high'];
// The pnpm that runs this, where one does; a bare `node` has none.
const { npm_execpath: own } = process.env;
const isScript = /\.[cm]?js$/.test(own ?? '');
const [program, ...before] = isScript ? [process.execPath, own] : own ? [own] : ['npx', '--yes', 'pnpm@12'];

let output = '';
const audit = spawn(program, [...before, ...ASK], { cwd: ROOT, timeout: 60_000 });
for (const stream of [audit.stdout, audit.stderr])
  stream.setEncoding('utf8').on('data', (text) => (output += text));
const { passed, line } = auditOutcome(await exitOf(audit), output);
console.log(line);
process.exitCode = passed ? 0 : 1;
