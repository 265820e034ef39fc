/**
 * Notices when we are asked to stop: Ctrl-C, SIGTERM, the terminal closed, or, when a package manager started us,
 * that one gone (it may be killed without passing the signal on). A second Ctrl-C ends us at once; database and API
 * notice and end by themselves.
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
    if (process.env.npm_lifecycle_event) watchParent(ask);
  });
  return { requested, isRequested: () => asked };
}

function watchParent(ask) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && ask(), 500).unref();
}
