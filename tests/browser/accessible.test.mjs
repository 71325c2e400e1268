// Every page, as axe sees it: light and dark, wide and narrow.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { desktop, open, phone, visit } from './house.mjs';
import { addressOf, arrive, pages } from './pages.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] };
const SIZES = { desktop, phone };

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

for (const [name, size] of Object.entries(SIZES)) {
  test(`everybody can read and use every page, light and dark: ${name}`, async () => {
    const faults = [];
    const lookAt = async ({ storageState, addresses }) => {
      const page = await visit(browser, { ...size, storageState, colorScheme: 'light', reducedMotion: 'reduce' });
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

test('everybody can read and use a dialog and the menus', async () => {
  const { storageState, addresses } = visits.get('manager@tandem.test');
  for (const size of [desktop, phone]) {
    const page = await visit(browser, { ...size, storageState, reducedMotion: 'reduce' });
    await page.goto(addresses.find((address) => address.endsWith('/approve')).replace(/\/approve$/, ''));
    await page.locator('a.command[href$="/approve"]').click();
    await page.getByRole('dialog').waitFor();
    assert.deepEqual(await faultsNow(page, 'dialog'), []);
    await page.keyboard.press('Escape');
    for (const menu of ['apps', 'person']) {
      await page.locator(`[popovertarget=${menu}]`).click();
      assert.deepEqual(await faultsNow(page, menu), []);
      await page.keyboard.press('Escape');
    }
    await page.leave();
  }
});

async function faultsOf(page, address) {
  const reply = await page.goto(address);
  const isThere = !/no(thing-here|nsense)$/.test(address);
  assert.equal(reply.ok(), isThere, `${address} answers ${reply.status()}`);
  assert.equal(new URL(page.url()).pathname, new URL(address, page.url()).pathname, `${address} leads elsewhere`);
  return faultsNow(page, address);
}

async function faultsNow(page, address) {
  const faults = [];
  await page.evaluate(AXE);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), WCAG);
    for (const { id, nodes } of violations) {
      const places = nodes.slice(0, 3).map(({ target, any, all, none }) => `${target} ${[...any, ...all, ...none][0]?.message ?? ''}`);
      faults.push(`${address}, ${colorScheme}: ${id}: ${places.join(' | ')}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) faults.push(`${address}: ${over} px wider than the window`);
  return faults;
}
