// Every page, as axe sees it: light and dark, wide and narrow.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { desktop, open, phone, visit } from './house.mjs';
import { addressOf, arrive, pages } from './pages.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] };
const LOOKS = {
  'desktop, light': { ...desktop, colorScheme: 'light' },
  'desktop, dark': { ...desktop, colorScheme: 'dark' },
  'phone, light': { ...phone, colorScheme: 'light' },
  'phone, dark': { ...phone, colorScheme: 'dark' },
};

let browser;
// Of each person: the session, and the addresses of their pages.
const visits = new Map();

before(async () => {
  browser = await open();
  for (const entry of pages) visits.set(entry.as, [...(visits.get(entry.as) ?? []), entry]);
  for (const [who, entries] of visits) {
    const page = await visit(browser);
    await arrive(page, who);
    const addresses = [];
    for (const entry of entries) addresses.push(await addressOf(entry, page));
    visits.set(who, { storageState: await page.context().storageState(), addresses });
    await page.leave();
  }
});
after(() => browser.close());

for (const [name, look] of Object.entries(LOOKS)) {
  test(`everybody can read and use every page: ${name}`, async () => {
    const faults = [];
    const lookAt = async ({ storageState, addresses }) => {
      const page = await visit(browser, { ...look, storageState, reducedMotion: 'reduce' });
      for (const address of addresses) faults.push(...await faultsOf(page, address));
      await page.leave();
    };
    // The longest go beside the others: both processors have something to do.
    const groups = [...visits.values()].sort((one, other) => other.addresses.length - one.addresses.length);
    const lane = async () => { for (let next = groups.shift(); next; next = groups.shift()) await lookAt(next); };
    await Promise.all([lane(), lane()]);
    assert.deepEqual(faults, []);
  });
}

async function faultsOf(page, address) {
  await page.goto(address);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, rules), RULES);
  const faults = violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target, any, all, none }) => `${target} ${[...any, ...all, ...none][0]?.message ?? ''}`);
    return `${address}: ${id}: ${places.join(' | ')}`;
  });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) faults.push(`${address}: ${over} px wider than the window`);
  return faults;
}
