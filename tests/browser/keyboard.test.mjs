import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, openRow, signIn, visit } from './house.mjs';
import { command, somebody } from './partners.mjs';

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

// Goes on by Tab until this has the focus, and can be seen then.
async function tabTo(page, target, most = 60) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    if (!await target.count()) continue;
    const [hasFocus, isSeen] = await target.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return [element === document.activeElement, box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0];
    });
    if (hasFocus) {
      assert.ok(isSeen, `${target} can be seen when it has the focus`);
      return;
    }
  }
  assert.fail(`no way to ${target} by keyboard`);
}

const named = (page, role, name) => page.getByRole(role, { name }).first();

test('by keyboard alone: sign in, change settings, sign out', async () => {
  const page = await visit(browser);
  await page.goto('/office/sign-in?next=/office/settings');
  await page.keyboard.type('salesmanager@tandem.test');
  await page.keyboard.press('Tab');
  await page.keyboard.type('tandem-demo');
  await Promise.all([page.keyboard.press('Enter'), page.waitForURL((url) => url.pathname === '/office/settings')]);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip', 'the first stop is the way past the bar');
  await tabTo(page, named(page, 'combobox', 'Language'));
  await page.keyboard.type('Polski');
  await tabTo(page, named(page, 'button', 'Save'));
  await page.keyboard.press('Enter');
  await page.getByText('Ustawienia zostały zapisane.').waitFor();
  await tabTo(page, named(page, 'combobox', 'Język'));
  await page.keyboard.press('Home');
  await tabTo(page, named(page, 'button', 'Zapisz'));
  await page.keyboard.press('Enter');
  await page.getByText('Your settings are saved.').waitFor();
  await tabTo(page, named(page, 'button', /Sandra Manager/));
  await page.keyboard.press('Enter');
  await tabTo(page, named(page, 'button', 'Sign out'));
  await page.keyboard.press('Enter');
  await page.getByText('You are signed out.').waitFor();
  await page.leave();
});

test('by keyboard alone: a company’s request, and its approval', async () => {
  const { country: _, ...ines } = somebody();
  const store = await visit(browser);
  await store.goto('/become-a-business-partner');
  for (const [name, text] of Object.entries(ines)) {
    // From the start each time, whatever the order of the fields.
    await store.evaluate(() => document.activeElement?.blur());
    await tabTo(store, store.locator(`#${name}`));
    await store.keyboard.type(text);
  }
  await tabTo(store, store.locator('#acceptTerms'));
  await store.keyboard.press('Space');
  await tabTo(store, named(store, 'button', 'Send request'));
  await store.keyboard.press('Enter');
  await named(store, 'heading', 'Request submitted').waitFor();

  const office = await visit(browser);
  await signIn(office, 'manager@tandem.test');
  await openRow(office, '/headquarters/prospects', ines.companyName);
  await tabTo(office, command(office, 'approve'));
  await office.keyboard.press('Enter');
  const dialog = office.getByRole('dialog');
  await dialog.waitFor();
  await office.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.ok(await command(office, 'approve').evaluate((link) => link === document.activeElement), 'the focus is back where it was');
  await office.keyboard.press('Enter');
  await dialog.waitFor();
  await tabTo(office, dialog.locator('button.primary'));
  await office.keyboard.press('Enter');
  await office.getByText('Approved', { exact: true }).first().waitFor();
  for (const page of [store, office]) await page.leave();
});
