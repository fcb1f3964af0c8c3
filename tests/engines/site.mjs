// The release page, served as tools/serve.mjs does, with one script more that listens to it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../tools/serve.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = resolve(process.env.PLANBOARD_DIST ?? join(here, '../../dist'));

/** `address` of the page, and `close`. */
export async function site() {
  const folder = mkdtempSync(join(tmpdir(), 'planboard-engines-'));
  cpSync(dist, folder, { recursive: true });
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  // Behind the policy, so that it counts for this script too, and before everything else.
  const listening = page.replace(/<meta name="viewport"/, '<script src="./listen.js"></script>\n$&');
  if (listening === page) throw new Error('there is no place in index.html for listen.js');
  writeFileSync(join(folder, 'index.html'), listening);
  for (const packed of ['index.html.br', 'index.html.gz']) rmSync(join(folder, packed), { force: true });
  cpSync(join(here, 'listen.js'), join(folder, 'listen.js'));
  const { address, close } = await serve({ folder, port: 0 });
  return {
    address: `${address}/`,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
