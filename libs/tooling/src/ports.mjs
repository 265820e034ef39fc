import { createServer } from 'node:net';

/** @returns {Promise<number>} a TCP port nobody listens on at this moment */
export function freePort() {
  return listen(0);
}

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>} whether somebody listens there already
 */
export async function isTaken(port, host) {
  try {
    await listen(port, host);
    return false;
  } catch (error) {
    if (error.code === 'EADDRINUSE') return true;
    throw error;
  }
}

function listen(port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => {
      const { port: bound } = probe.address();
      probe.close(() => resolve(bound));
    });
  });
}
