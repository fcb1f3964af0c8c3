// Development only: the policy of the page refuses inline scripts, and Trunk's reloading is one. Trunk puts a
// fresh nonce wherever it finds its placeholder, so the policy of the development page gets one. Hook of Trunk.
import { readFileSync, writeFileSync } from 'node:fs';

if (process.env.TRUNK_PROFILE === 'debug') {
  const file = `${process.env.TRUNK_STAGING_DIR}/index.html`;
  writeFileSync(file, readFileSync(file, 'utf8').replace("script-src 'self'", "script-src 'self' 'nonce-{{__TRUNK_NONCE__}}'"));
}
