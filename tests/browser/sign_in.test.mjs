import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { linkIn, mail, open, people, signIn, visit } from './house.mjs';

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

test('everybody of the back office comes to their own application', async () => {
  for (const [email, home] of Object.entries(people)) {
    const page = await visit(browser);
    await signIn(page, email);
    assert.ok(new URL(page.url()).pathname.startsWith(home), `${email} came to ${page.url()}`);
    assert.ok(await page.getByRole('main').isVisible());
    await page.leave();
  }
});

test('a wrong password opens nothing, and says what to do', async () => {
  const page = await visit(browser);
  await page.goto('/office/sign-in');
  await page.fill('#email', 'manager@tandem.test');
  await page.fill('#password', 'not the password');
  await page.press('#password', 'Enter');
  await page.getByRole('alert').waitFor();
  assert.match(await page.getByRole('alert').innerText(), /do not belong together/);
  assert.equal(await page.inputValue('#email'), 'manager@tandem.test', 'the address is still there');
  assert.equal(await page.inputValue('#password'), '');
  await page.leave();
});

test('one comes to the page that one asked for, and to no other site', async () => {
  const page = await visit(browser);
  await page.goto('/office/settings');
  assert.equal(new URL(page.url()).pathname, '/office/sign-in');
  await page.fill('#email', 'seller@tandem.test');
  await page.fill('#password', 'tandem-demo');
  await Promise.all([page.waitForURL((url) => url.pathname === '/office/settings'), page.press('#password', 'Enter')]);
  const stranger = await visit(browser);
  await stranger.goto('/office/sign-in?next=//example.com/');
  await stranger.fill('#email', 'seller@tandem.test');
  await stranger.fill('#password', 'tandem-demo');
  const sent = stranger.waitForResponse((response) => response.request().method() === 'POST');
  await stranger.press('#password', 'Enter');
  assert.equal((await sent).headers().location, '/');
  await stranger.leave();
  await page.leave();
});

test('after signing out the way back is closed', async () => {
  const page = await visit(browser);
  await signIn(page, 'manager@tandem.test');
  await page.goto('/office/settings');
  await page.getByRole('button', { name: /Morgan Manager/ }).click();
  await page.locator('#person').getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  await page.goBack();
  await page.waitForURL('**/office/sign-in*');
  await page.leave();
});

test('a forgotten password is set anew by mail', async () => {
  const email = 'integration@tandem.test';
  const page = await visit(browser);
  await page.goto('/office/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.fill('#email', email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
  await page.goto(linkIn(await mail(email, 'Password reset'), '/office/set-password/'));
  const set = async (password, again) => {
    await page.fill('#password', password);
    await page.fill('#again', again);
    await page.getByRole('button', { name: 'Set password' }).click();
  };
  await set('too short', 'too short');
  await page.getByText('This password is too short.').waitFor();
  await set('tandem-demo-again', 'tandem-demo-twice');
  await page.getByText('The two entries differ.').waitFor();
  const link = page.url();
  await set('tandem-demo-again', 'tandem-demo-again');
  await page.getByText('Your password is set.').waitFor();
  assert.equal((await page.goto(link)).status(), 410);
  await signIn(page, email, 'tandem-demo-again');
  await page.leave();
});
