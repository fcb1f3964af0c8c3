// The first script of the page under test: keeps what the page complains of, which WebKit's driver does not tell.
self.complaints = [];
{
  const complain = (kind, what) => self.complaints.push(`${kind}: ${what}`);
  addEventListener('error', (event) => complain('error', event.message ?? `${event.target.outerHTML} did not load`), true);
  addEventListener('unhandledrejection', ({ reason }) => complain('rejected', reason?.stack ?? reason));
  addEventListener('securitypolicyviolation', (event) => complain('policy', `${event.violatedDirective} ${event.blockedURI}`));
  for (const kind of ['error', 'warn', 'info', 'log']) {
    const own = console[kind];
    console[kind] = (...words) => { complain(`console.${kind}`, words.join(' ')); own.apply(console, words); };
  }
}
