// Every page that is looked at: who sees it, and its address. Where that depends on what is there,
// it is found on another page.
export const pages = [
  { path: '/office/sign-in' },
  { path: '/office/forgot-password' },
  { path: '/office/forgot-password?sent=1' },
  { path: '/office/set-password/nonsense' },
  { as: 'manager@tandem.test', path: '/office/settings' },
  { as: 'manager@tandem.test', path: '/office/change-password' },
  { as: 'manager@tandem.test', path: '/headquarters/nothing-here' },
];

// The address of an entry, on a page that is signed in as who sees it.
export async function addressOf(entry, page) {
  if (typeof entry.path === 'string') return entry.path;
  await page.goto(entry.path.on);
  return page.locator(entry.path.link).first().getAttribute('href');
}
