import { readFileSync } from 'node:fs';
import { isAlive } from './postgres-owner.mjs';

/** As a program, not as a folder on the way to another (`node_modules/.pnpm/…`). */
const PACKAGE_MANAGER = /(?:^|[\s/])(?:npm|npx|pnpm)(?:-cli)?(?:\.[cm]?js)?(?:\s|$)/u;
const SHELL_OF_SCRIPT = /^\S*sh -c /u;

/**
 * Notices when we are asked to stop: Ctrl-C, SIGTERM, the terminal closed, or, when a package manager started us,
 * that one gone: `npx` ends at a SIGTERM without passing it on. A second Ctrl-C ends us at once; database and API notice
 * and end by themselves.
 * @returns {{ requested: Promise<'requested'>, isRequested: () => boolean }}
 */
export function onStopRequest() {
  let asked = false;
  const requested = new Promise((resolve) => {
    const ask = (signal) => {
      if (asked && signal === 'SIGINT') process.exit(130);
      asked = true;
      resolve('requested');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
    if (process.env.npm_lifecycle_event) watch(starters(), ask);
  });
  return { requested, isRequested: () => asked };
}

function watch(pids, ask) {
  setInterval(() => pids.every(isAlive) || ask(), 500).unref();
}

/**
 * The package managers above us, with the shells between them; not whoever called the first one, which may well end
 * before us. Without /proc only our parent is known.
 */
function starters() {
  const chain = [];
  for (let one = read(process.ppid); one; one = read(one.parent)) {
    if (!PACKAGE_MANAGER.test(one.command) && !SHELL_OF_SCRIPT.test(one.command)) break;
    chain.push(one);
  }
  const first = chain.findLastIndex(({ command }) => !SHELL_OF_SCRIPT.test(command));
  return first < 0 ? [process.ppid] : chain.slice(0, first + 1).map(({ pid }) => pid);
}

function read(pid) {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const parent = Number(/^PPid:\s*(\d+)$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    return { pid, command, parent };
  } catch {
    return undefined; // it has ended, or the system has no /proc
  }
}
