import { createHmac, randomBytes } from 'node:crypto';

const MARK = 'whsec_';

/** 256 random bits, written as Standard Webhooks asks. */
export const newSigningSecret = (): string => MARK + randomBytes(32).toString('base64');

/** Headers of one attempt by the Standard Webhooks rules; each secret that still holds signs. */
export function signedHeaders(
  secrets: readonly string[],
  { id, body, at }: { id: string; body: string; at: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(MARK.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature.join(' ') };
}
