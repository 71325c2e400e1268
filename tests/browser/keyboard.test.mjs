import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, visit } from './house.mjs';

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

// Goes on by Tab until the thing of this role and name has the focus.
async function tabTo(page, role, name, most = 40) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      return { shown: box.width > 0 && box.height > 0 };
    });
    const target = page.getByRole(role, { name }).first();
    if (await target.count() && await target.evaluate((element) => element === document.activeElement)) {
      assert.ok(there.shown, `${name} can be seen when it has the focus`);
      return;
    }
  }
  assert.fail(`no way to ${role} ${name} by keyboard`);
}

test('by keyboard alone: sign in, change settings, sign out', async () => {
  const page = await visit(browser);
  await page.goto('/office/sign-in?next=/office/settings');
  await page.keyboard.type('salesmanager@tandem.test');
  await page.keyboard.press('Tab');
  await page.keyboard.type('tandem-demo');
  await Promise.all([page.keyboard.press('Enter'), page.waitForURL((url) => url.pathname === '/office/settings')]);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip', 'the first stop is the way past the bar');
  await tabTo(page, 'combobox', 'Language');
  await page.keyboard.type('Polski');
  await tabTo(page, 'button', 'Save');
  await page.keyboard.press('Enter');
  await page.getByText('Ustawienia zostały zapisane.').waitFor();
  await tabTo(page, 'combobox', 'Język');
  await page.keyboard.press('Home');
  await tabTo(page, 'button', 'Zapisz');
  await page.keyboard.press('Enter');
  await page.getByText('Your settings are saved.').waitFor();
  await tabTo(page, 'button', /Sandra Manager/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'Sign out');
  await page.keyboard.press('Enter');
  await page.getByText('You are signed out.').waitFor();
  await page.leave();
});
