import { SMTPServer } from 'smtp-server';

export interface Mailbox {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** Waits for the next mail to this address; plain text, decoded. */
  next(address: string): Promise<string>;
  readonly received: readonly { to: string; text: string }[];
  /** Answers of the server from now on: an SMTP code, or undefined for taking the mail. */
  refuseWith(code: number | undefined): void;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it gets. */
export async function openMailbox(): Promise<Mailbox> {
  const received: { to: string; text: string }[] = [];
  let read = 0;
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = '';
      stream.setEncoding('latin1').on('data', (chunk: string) => (raw += chunk));
      stream.on('end', () => {
        if (refusal) return done(Object.assign(new Error('Not now'), { responseCode: refusal }));
        for (const { address } of session.envelope.rcptTo) received.push({ to: address, text: textOf(raw) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseWith: (code) => (refusal = code),
    next: async (address) => {
      for (let tries = 0; tries < 200; tries += 1) {
        const found = received.findIndex(({ to }, index) => index >= read && to === address);
        if (found >= 0) {
          read = found + 1;
          return received[found]!.text;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`No mail came for ${address}.`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The text/plain part; nodemailer sends it as quoted-printable or base64. */
function textOf(raw: string): string {
  const [, head = '', body = ''] =
    /(Content-Type: text\/plain[\s\S]*?)\r\n\r\n([\s\S]*?)(?:\r\n--|$)/.exec(raw) ?? [];
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
