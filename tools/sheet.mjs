// One style sheet out of style/main.css and what it imports, minified and lowered for the oldest browsers
// that the page promises. Runs before each build of Trunk, which names the result by its content.
import { bundle } from 'lightningcss';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const OUT = 'target/site/style.css';
const version = (major, minor = 0) => (major << 16) | (minor << 8);

const { code, warnings } = bundle({
  filename: 'style/main.css',
  minify: true,
  errorRecovery: false,
  targets: { chrome: version(109), firefox: version(115), safari: version(16, 4), ios_saf: version(16, 4) },
});
for (const warning of warnings) console.warn(`style: ${warning.message}`);

mkdirSync('target/site', { recursive: true });
// Left alone where nothing changed, so that nobody rebuilds because of its date.
const before = (() => { try { return readFileSync(OUT); } catch { return null; } })();
if (!before?.equals(code)) writeFileSync(OUT, code);
