/** What a registry that has no such service, or no network, makes pnpm say. */
const NOT_ASKED =
  /ERR_PNPM_AUDIT_(?:BAD_RESPONSE|ENDPOINT_NOT_EXISTS)|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|fetch failed/i;

/**
 * What an audit of the dependencies came to. Advisories of high severity or worse fail it; a registry that cannot be asked
 * does not: the same commit must pass where there is no network, and the line says that nothing was checked.
 * @param {number | null} code exit code of `pnpm audit --prod --audit-level high`
 * @param {string} output what it printed
 * @returns {{ passed: boolean, line: string }}
 */
export function auditOutcome(code, output) {
  if (code === 0) return { passed: true, line: 'No known advisory of high severity.' };
  if (NOT_ASKED.test(output))
    return { passed: true, line: 'NOT CHECKED: the registry has no audit service or cannot be reached.' };
  return { passed: false, line: `Advisories of high severity or worse:\n${output.trim()}` };
}
