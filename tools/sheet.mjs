// Two style sheets, of the first view and of what loads later, out of style/main.css and style/later.css and what they
// import, minified and lowered for the oldest browsers that the page promises. Runs before each build of Trunk.
import { bundle } from 'lightningcss';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const SHEETS = { 'style/main.css': 'target/site/style.css', 'style/later.css': 'target/site/later.css' };
const version = (major, minor = 0) => (major << 16) | (minor << 8);

mkdirSync('target/site', { recursive: true });
for (const [filename, out] of Object.entries(SHEETS)) {
  const { code, warnings } = bundle({
    filename,
    minify: true,
    errorRecovery: false,
    targets: { chrome: version(109), firefox: version(115), safari: version(16, 4), ios_saf: version(16, 4) },
  });
  for (const warning of warnings) console.warn(`${filename}: ${warning.message}`);
  // Left alone where nothing changed, so that nobody rebuilds because of its date.
  const before = (() => { try { return readFileSync(out); } catch { return null; } })();
  if (!before?.equals(code)) writeFileSync(out, code);
}
