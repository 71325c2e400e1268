import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { desktop, open, phone, signIn, visit } from './house.mjs';
import { addressOf, pages } from './pages.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] };
const LOOKS = { 'desktop, light': [desktop, 'light'], 'desktop, dark': [desktop, 'dark'], 'phone, light': [phone, 'light'], 'phone, dark': [phone, 'dark'] };

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

for (const [look, [size, colorScheme]] of Object.entries(LOOKS)) {
  test(`every page can be read and used by everybody: ${look}`, async () => {
    const faults = [];
    for (const [who, entries] of byPerson(pages)) {
      const page = await visit(browser, { ...size, colorScheme, reducedMotion: 'reduce' });
      if (who) await signIn(page, who);
      for (const entry of entries) {
        const address = await addressOf(entry, page);
        assert.ok(address, `${entry.path.on} leads to ${entry.path.link}`);
        await page.goto(address);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, rules), RULES);
        for (const { id, nodes } of violations) {
          const places = nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ''}`);
          faults.push(`${address}: ${id}: ${places.join(' | ')}`);
        }
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) faults.push(`${address}: ${over} px wider than the window`);
      }
      await page.leave();
    }
    assert.deepEqual(faults, []);
  });
}

function byPerson(entries) {
  const groups = new Map();
  for (const entry of entries) groups.set(entry.as, [...(groups.get(entry.as) ?? []), entry]);
  return groups;
}
