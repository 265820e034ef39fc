interface Welcome {
  readonly url: string;
  readonly demo: boolean;
  readonly users: readonly {
    readonly username: string;
    readonly displayName: string;
    readonly role: string;
  }[];
  readonly password: string;
  readonly oneTimePassword?: string;
}

/** What the terminal shows when the product is ready. */
export function welcome({ url, demo, users, password, oneTimePassword }: Welcome): string {
  const lines = ['', `  Juke CRM is ready:  ${url}`, `  API document:       ${url}/api/docs`];
  if (demo) {
    lines.push('', `  Demo accounts, all with the password  ${password}`);
    lines.push(
      ...users.map(
        ({ username, displayName, role }) => `    ${username.padEnd(16)} ${role.padEnd(20)} ${displayName}`,
      ),
    );
  }
  if (oneTimePassword) {
    lines.push(
      '',
      `  First administrator:  admin  /  ${oneTimePassword}`,
      '  Shown only now; you choose your own at the first sign-in.',
    );
  }
  return `${lines.join('\n')}\n\n`;
}
