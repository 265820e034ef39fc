import { execFileSync } from 'node:child_process';

/**
 * @param {number} pid
 * @returns {number} resident memory of the process, MB
 */
export function residentMb(pid) {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' })) / 1024;
}

/**
 * Watches a process's resident memory until stopped.
 * @param {number} pid
 * @param {number} [everyMs]
 * @returns {{ peak: () => number, stop: () => number }} highest value seen so far, MB
 */
export function watchMemory(pid, everyMs = 250) {
  let highest = residentMb(pid);
  const look = () => (highest = Math.max(highest, residentMb(pid)));
  const timer = setInterval(look, everyMs);
  return {
    peak: () => highest,
    stop: () => {
      clearInterval(timer);
      return look();
    },
  };
}
