// WebKitGTK, driven by classic WebDriver through Debian's WebKitWebDriver: the engine of Safari and of every browser on an
// iPhone, without Apple's parts.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { Tab } from './tab.mjs';

const require = createRequire(import.meta.url);
const { Builder, Capabilities, Key } = require('selenium-webdriver');
const { DriverService } = require('selenium-webdriver/remote');
const { findFreePort } = require('selenium-webdriver/net/portprober');

const which = (name) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).stdout.trim();
const driver = which(process.env.WEBKIT_DRIVER ?? 'WebKitWebDriver');
const display = which('Xvfb');

export const webkit = { name: 'WebKit', present: Boolean(driver && display), start };

async function start() {
  // The browser knows no way to do without a screen.
  const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    screen.stdio[3].once('data', (data) => resolve(String(data).trim()));
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  const devices = new Set();
  return {
    /** A browser of its own, and with it a profile that nobody keeps: a driver has one at a time. */
    async device() {
      const port = await findFreePort();
      // A graphics card is not there, and pretending one costs time.
      const service = new DriverService(driver, {
        port,
        loopback: true,
        args: [`--port=${port}`],
        env: { ...process.env, DISPLAY: `:${number}`, NO_AT_BRIDGE: '1', GDK_BACKEND: 'x11', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
        stdio: 'ignore',
      });
      const address = await service.start();
      const session = await new Builder().usingServer(address).withCapabilities(new Capabilities({ browserName: 'MiniBrowser' })).build();
      await session.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 950 });
      let tabs = 0;
      const device = {
        version: (await session.getCapabilities()).get('browserVersion'),
        async tab() {
          if (tabs++ > 0) await session.switchTo().newWindow('tab');
          return new Tab(door(session, await session.getWindowHandle()));
        },
        async close() {
          devices.delete(device);
          await session.quit();
          await service.kill();
        },
      };
      devices.add(device);
      return device;
    },
    async close() {
      for (const device of [...devices]) await device.close();
      screen.kill();
    },
  };
}

function door(session, handle) {
  /** A driver speaks to one tab at a time. */
  const here = async (work) => {
    await session.switchTo().window(handle);
    return work();
  };
  return {
    go: (address) => here(() => session.get(address)),
    reload: () => here(() => session.navigate().refresh()),
    run: (code, given) => here(() => session.executeScript(code, given)),
    element: (code, given) => here(() => session.executeScript(code, given)),
    click: (element) => here(() => element.click()),
    type: (words) => here(() => session.actions().sendKeys(...words).perform()),
    chord: (modifier, key) => here(() => session.actions().keyDown(Key[modifier.toUpperCase()]).sendKeys(key).keyUp(Key[modifier.toUpperCase()]).perform()),
    press: (key) => here(() => session.actions().sendKeys(Key[key.toUpperCase()]).perform()),
    complaints: () => [],
  };
}
