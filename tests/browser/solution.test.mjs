// The package that connects headquarters and Sales: installed by the wizard, verified, removed. In a
// demo of its own, that begins without it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { choose, open, signIn, visit } from './house.mjs';

const SOLUTION = '/dual-write/solutions/commerce';
let browser, program, folder, baseURL;

before(async () => {
  browser = await open();
  folder = mkdtempSync(join(tmpdir(), 'tandem-solution-'));
  program = spawn(process.env.TANDEM_TEST_PROGRAM, ['serve', '--demo', '--no-solution', '--data', folder, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TANDEM_LOG_FILTER: 'warn' } });
  baseURL = await new Promise((resolve, reject) => {
    let said = '';
    program.stdout.on('data', (words) => {
      said += words;
      const found = said.match(/serves at (http:\S+)/);
      if (found) resolve(found[1]);
    });
    program.on('exit', (code) => reject(new Error(`the demo ended with ${code}: ${said}`)));
  });
});
after(async () => {
  await browser.close();
  program.removeAllListeners('exit');
  const ended = new Promise((resolve) => program.on('exit', resolve));
  program.kill();
  await ended;
  rmSync(folder, { recursive: true });
});

test('without it headquarters says what is missing, and the gallery finds it', async () => {
  const page = await visit(browser, { baseURL });
  await signIn(page, 'integration@tandem.test');
  await page.goto('/dual-write/overview');
  await page.getByRole('heading', { name: 'Nothing connects headquarters and Sales yet' }).waitFor();
  await page.getByRole('link', { name: 'Solutions' }).first().click();
  await page.getByRole('searchbox', { name: 'Search packages' }).fill('payroll');
  await page.keyboard.press('Enter');
  await page.getByText('No package is called so.').waitFor();
  await page.getByRole('searchbox', { name: 'Search packages' }).fill('prospect');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Dual-write Commerce solutions' }).waitFor();
  await page.leave();
});

test('the wizard goes on where it was left, and installs what it said; without scripts', async () => {
  const page = await visit(browser, { baseURL, javaScriptEnabled: false });
  await signIn(page, 'integration@tandem.test');
  await page.goto(`${SOLUTION}/install`);
  await page.getByRole('button', { name: 'These are the right ones' }).click();
  await page.getByText('In which company of headquarters').waitFor();
  // Left here, and come back to.
  await page.goto('/dual-write/overview');
  await page.goto(SOLUTION);
  await page.getByRole('link', { name: 'Continue the installation' }).click();
  await page.getByRole('radio', { name: /^usmf/ }).check();
  await page.getByRole('button', { name: 'Use this company' }).click();
  await page.getByRole('heading', { name: 'Everything is right.' }).waitFor();
  await page.getByRole('link', { name: 'Next' }).click();
  assert.equal(await page.getByRole('cell', { name: 'will be made' }).count(), 11);
  await page.getByRole('checkbox', { name: 'I agree to these changes' }).check();
  await page.getByRole('button', { name: 'Install' }).click();
  await page.getByText('headquarters and Sales are kept in step').waitFor();
  assert.equal(await page.getByRole('cell', { name: 'made', exact: true }).count(), 11);
  await page.leave();
});

test('a finding is repaired by its button', async () => {
  const page = await visit(browser, { baseURL });
  const token = await fetch(`${baseURL}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'demo-app', client_secret: 'demo-secret' }),
  }).then((reply) => reply.json());
  const withheld = await fetch(`${baseURL}/data/BatchJobs(Name='P-0001')`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${token.access_token}`, 'Content-Type': 'application/json', 'If-Match': '*' },
    body: JSON.stringify({ Status: 'Withhold' }),
  });
  assert.ok(withheld.ok, `${withheld.status}`);
  await signIn(page, 'integration@tandem.test');
  await page.goto(`${SOLUTION}/health`);
  await page.getByText('Job P-0001 is withheld').waitFor();
  await page.getByRole('button', { name: /^Repair/ }).click();
  await page.getByRole('heading', { name: 'Everything is right.' }).waitFor();
  await page.leave();
});

test('it is verified by a request that leaves nothing, and removed', async () => {
  const page = await visit(browser, { baseURL });
  await signIn(page, 'integration@tandem.test');
  await page.goto(`${SOLUTION}/verify`);
  await page.getByRole('button', { name: 'Send a test request' }).first().click();
  await page.getByText('Every leg holds').waitFor();
  assert.equal(await page.locator('ol.checks > li').count(), 6);
  await page.goto(SOLUTION);
  await choose(page, 'Uninstall');
  await page.getByText('Nothing of it is at work.').waitFor();
  await page.goto(SOLUTION);
  await page.getByRole('link', { name: 'Install', exact: true }).waitFor();
  await page.leave();
});

test('who may only look is offered nothing, and who has no business here is not let in', async () => {
  const page = await visit(browser, { baseURL });
  await signIn(page, 'seller@tandem.test');
  const reply = await page.goto(`${SOLUTION}/install`);
  assert.equal(reply.status(), 403);
  await page.leave();
});
